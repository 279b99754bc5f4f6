#include "engine/plan/pricing/pricing.h"

#include <utility>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario.h"

namespace parktwin::plan {
namespace {

std::vector<Change> read(const std::string& changes) {
  if (changes.empty()) return {};
  Problems problems;
  const auto document = yaml::parse_document("changes:\n" + changes, "plan");
  auto list = read_changes(document.root["changes"], "plan", problems);
  problems.throw_if_any();
  return list;
}

}  // namespace

PricedChanges price_changes(const Park& park, const std::string& changes, const Pricing& pricing) {
  PricedChanges priced;
  const auto list = read(changes);
  const std::vector<Park> built = apply_phases(park, list);
  priced.bill = costs::bill_of(list, park, built, pricing.prices);
  std::map<std::string, costs::Bill> bills;
  for (const auto& line : priced.bill.lines) {
    bills[line.record].lines.push_back(line);
    priced.capital_cny += line.capital_likely_cny;
    priced.capital_of_record[line.record] += line.capital_likely_cny;
  }
  for (auto& [record, bill] : bills) {
    priced.of_record[record] = costs::account_of(std::move(bill), pricing.costs, pricing.base_year).present_value_likely_cny;
  }
  priced.present_value_cny = costs::account_of(priced.bill, pricing.costs, pricing.base_year).present_value_likely_cny;
  for (const auto& change : priced.bill.not_priced) priced.unpriced.insert(change.change);
  return priced;
}

Park park_after(const Park& park, const std::string& changes) { return changes.empty() ? park : parktwin::apply(park, read(changes)); }

}  // namespace parktwin::plan
