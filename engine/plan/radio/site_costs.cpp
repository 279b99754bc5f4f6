#include "engine/plan/radio/site_costs.h"

namespace parktwin::plan {

double value_of_site(const std::map<std::string, double>& of_record, const PlannedIds& ids, std::size_t number) {
  double sum = 0.0;
  const auto add = [&](const std::string& id) {
    if (const auto found = of_record.find(id); found != of_record.end()) sum += found->second;
  };
  for (const std::string& id : {ids.site(number), ids.node(number), ids.cable(number), ids.link(number)}) add(id);
  for (std::size_t k = 0; k < sectors; ++k) add(ids.cell(number, k));
  return sum;
}

std::vector<double> site_costs(const Park& park, const std::vector<PlannedSite>& sites, const PlannedIds& ids, const PlanOptions& options,
                               const Pricing& pricing) {
  std::string text = antenna_text(ids, options);
  const FibreIds fibre_ids = ids.fibre();
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (sites[i].backhaul) text += cable_text(park, {}, i + 1, fibre_ids);  // of no length: links need one
    text += changes_text(park, sites[i], i + 1, ids, options);
  }
  const PricedChanges priced = price_changes(park, text, pricing);
  std::vector<double> costs;
  for (std::size_t i = 0; i < sites.size(); ++i) costs.push_back(value_of_site(priced.of_record, ids, i + 1));
  return costs;
}

}  // namespace parktwin::plan
