#include "engine/plan/plan_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/plan/radio/site_costs.h"

namespace parktwin::plan {
namespace {

ProposedSite proposed(const Park& park, const PlannedSite& site, std::size_t number, const PlannedIds& ids, const PricedChanges& priced) {
  ProposedSite result;
  result.site = ids.site(number);
  if (site.place.building.valid()) result.building = (*park.buildings)[site.place.building].id;
  result.x_m = site.place.position.x;
  result.y_m = site.place.position.y;
  result.height_m = site.place.height.value();
  for (const Sector& sector : site.sector) {
    result.azimuths_deg.push_back(sector.azimuth_deg);
    result.downtilts_deg.push_back(sector.downtilt_deg);
  }
  if (site.backhaul) {
    result.backhaul_node = (*park.network_nodes)[site.backhaul->node].id;
    result.fibre_m = site.backhaul->length_m;
  }
  result.present_value_cny = value_of_site(priced.of_record, ids, number);
  return result;
}

ProposedDuct proposed(const PlannedDuct& duct, std::size_t number, const PlannedIds& ids, const PricedChanges& priced) {
  ProposedDuct result;
  result.duct = ids.duct(number);
  result.length_m = duct.length_m;
  for (const std::uint32_t cable : duct.cables) result.sites.push_back(ids.site(cable + 1));
  if (const auto value = priced.of_record.find(result.duct); value != priced.of_record.end()) result.present_value_cny = value->second;
  return result;
}

}  // namespace

std::vector<ProposedQuantity> quantities_of(const costs::Bill& bill) {
  std::vector<ProposedQuantity> quantities;
  for (const auto& line : bill.lines) {
    auto item = std::find_if(quantities.begin(), quantities.end(), [&](const auto& one) { return one.item == line.item; });
    if (item == quantities.end()) {
      quantities.push_back({line.item, line.name_en, line.name_zh, 0.0, line.unit});
      item = quantities.end() - 1;
    }
    item->quantity += line.quantity;
    item->capital_low_cny += line.capital_low_cny;
    item->capital_likely_cny += line.capital_likely_cny;
    item->capital_high_cny += line.capital_high_cny;
  }
  return quantities;
}

std::string PlanChanges::all() const {
  std::string text = removals + antenna;
  for (const std::string& duct : ducts) text += duct;
  for (const std::string& site : sites) text += site;
  return text;
}

PlanChanges changes_of(const Question& question, const RadioPlan& plan, const PlannedIds& ids) {
  const PlanOptions& options = question.scenario.plan;
  PlanChanges changes;
  if (options.from_scratch) {
    for (const RadioSite& site : *question.park.radio_sites) {
      if (!site.operational || site.inside) continue;
      changes.removals += fmt::format("  - modify_radio_site: {{id: \"{}\", set: {{operational: false}}}}\n", site.id);
    }
  }
  if (!plan.sites.empty()) changes.antenna = antenna_text(ids, options);
  const FibreIds fibre_ids = ids.fibre();
  for (std::size_t i = 0; i < plan.fibre.ducts.size(); ++i) changes.ducts.push_back(duct_text(plan.fibre.ducts[i], i + 1, fibre_ids));
  for (std::size_t i = 0; i < plan.sites.size(); ++i) {
    const std::string cable = plan.sites[i].backhaul ? cable_text(question.park, plan.fibre.cables[i], i + 1, fibre_ids) : "";
    changes.sites.push_back(cable + changes_text(question.park, plan.sites[i], i + 1, ids, options));
  }
  return changes;
}

std::string scenario_of(const Question& question, const std::string& changes) {
  const std::string head = fmt::format("name: \"{}-plan\"\nbased_on: [\"{}\"]\n", question.scenario.name, question.based_on);
  return changes.empty() ? head : head + "changes:\n" + changes;
}

void put_plan(const Park& park, const RadioPlan& plan, const PlannedIds& ids, const PricedChanges& priced, Proposal& proposal) {
  proposal.sites.clear();
  proposal.ducts.clear();
  for (std::size_t i = 0; i < plan.sites.size(); ++i) proposal.sites.push_back(proposed(park, plan.sites[i], i + 1, ids, priced));
  for (std::size_t i = 0; i < plan.fibre.ducts.size(); ++i) proposal.ducts.push_back(proposed(plan.fibre.ducts[i], i + 1, ids, priced));
  proposal.quantities = quantities_of(priced.bill);
  proposal.trench_m = plan.fibre.trench_m;
  proposal.cable_m = plan.fibre.cable_m;
  proposal.cable_in_standing_ducts_m = plan.fibre.in_standing_ducts_m;
  proposal.capital_cny = priced.capital_cny;
  proposal.unpriced.assign(priced.unpriced.begin(), priced.unpriced.end());
  proposal.present_value_cny = priced.present_value_cny;
  proposal.gap_percent.reset();
  if (proposal.present_value_cny > 0.0) {
    proposal.lower_bound_cny = std::min(proposal.lower_bound_cny, proposal.present_value_cny);
    proposal.gap_percent = 100.0 * (proposal.present_value_cny - proposal.lower_bound_cny) / proposal.present_value_cny;
  }
}

}  // namespace parktwin::plan
