#include "engine/plan/radio/site_costs.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/cost/account.h"
#include "engine/scenario/cost/bill.h"
#include "engine/scenario/scenario.h"

namespace parktwin::plan {

SiteCosts site_costs(const Park& park, const std::vector<PlannedSite>& sites, const PlannedIds& ids, const PlanOptions& options,
                     const std::vector<costs::Price>& prices, const CostOptions& costs, const std::string& assessed_on) {
  std::string text = "changes:\n" + antenna_text(ids, options);
  std::map<std::string, std::size_t> site_of;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const std::size_t number = i + 1;
    text += changes_text(park, sites[i], number, ids, options);
    for (const std::string& id : {ids.site(number), ids.node(number), ids.duct(number), ids.cable(number), ids.link(number)})
      site_of[id] = i;
    for (std::size_t k = 0; k < sectors; ++k) site_of[ids.cell(number, k)] = i;
  }
  Problems problems;
  const auto document = yaml::parse_document(text, "candidates");
  const auto changes = read_changes(document.root["changes"], "candidates", problems);
  problems.throw_if_any();
  const std::vector<Park> built = apply_phases(park, changes);
  const costs::Bill bill = costs::bill_of(changes, park, built, prices);
  std::vector<costs::Bill> bills(sites.size());
  for (const auto& line : bill.lines) {
    if (const auto site = site_of.find(line.record); site != site_of.end()) bills[site->second].lines.push_back(line);
  }
  SiteCosts result;
  const int year = std::stoi(assessed_on.substr(0, 4));
  for (auto& of_site : bills) {
    result.present_value_cny.push_back(costs::account_of(std::move(of_site), costs, year).present_value_likely_cny);
  }
  std::set<std::string> unpriced;
  for (const auto& change : bill.not_priced) unpriced.insert(change.change);
  result.unpriced.assign(unpriced.begin(), unpriced.end());
  return result;
}

}  // namespace parktwin::plan
