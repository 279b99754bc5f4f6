#include "engine/plan/radio/radio_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/plan/radio/air.h"
#include "engine/plan/radio/site_costs.h"
#include "engine/plan/radio/tuning.h"
#include "engine/plan/radio/unit_addresses.h"

namespace parktwin::plan {
namespace {

constexpr int cover_rounds = 5;
constexpr int tuning_rounds = 2;
constexpr double added_need = 0.002;  // beyond what was missing: the sample is not the ground

void refuse(RadioPlan& plan, std::string en, std::string zh) {
  plan.found = false;
  plan.reason_en = std::move(en);
  plan.reason_zh = std::move(zh);
}

}  // namespace

RadioPlanner::RadioPlanner(const RadioQuestion& question, Progress& progress) : question_(question), ids_(question.park) {
  progress.begin("finding places", 1);
  find_places();
  progress.advance();
}

void RadioPlanner::find_places() {
  const Park& park = question_.park;
  std::vector<Point> standing;
  for (const RadioSite& site : *park.radio_sites) {
    if (site.operational) standing.push_back(site.position);
  }
  std::vector<Point> points;
  for (const Candidate& place : find_candidates(park, standing, question_.options)) {
    candidates_.push_back({place, sectors_of(aims[0]), std::nullopt, ""});
    points.push_back(place.position);
  }
  routes_.emplace(park, points, fibre_prices(park, question_.pricing));
  if (routes_->possible()) {
    const Id<NetworkNode> any = fibre_sources(park).front();
    UnitAddresses addresses(park);
    for (PlannedSite& site : candidates_) {
      site.backhaul = Backhaul{any, 0.0};  // until it is known where the way begins
      site.unit_address = addresses.next();
    }
  }
  costs_ = site_costs(park, candidates_, ids_, question_.options, question_.pricing);
}

RadioPlan RadioPlanner::plan(double margin_percent, Progress& progress) {
  if (!choices_) {
    choices_ = radio_choices(question_.park, question_.radio, question_.options, candidates_, costs_, question_.demands,
                             question_.standing.radio, question_.seed, progress);
  }
  return search(margin_percent, progress);
}

RadioPlan RadioPlanner::search(double margin_percent, Progress& progress) {
  RadioPlan plan;
  const double margin = 0.01 * margin_percent;
  SelectionProblem problem{choices_->problem, routes_->possible() ? routes_->problem() : TrenchProblem{}};
  for (std::size_t d = 0; d < question_.demands.size(); ++d) {
    const double wanted = std::min(1.0, question_.demands[d].target_share + margin);
    problem.cover.demands[d].need = std::max(0.0, wanted - choices_->base_share[d]);
  }
  std::vector<std::uint8_t> connected;
  for (const auto& backhaul : question_.standing.wired.topology.sites) connected.push_back(backhaul.connected ? 1 : 0);
  Air air(question_.park, question_.radio, question_.options, connected, question_.seed, false);
  for (int round = 0; round < cover_rounds; ++round) {
    ++rounds_;
    progress.begin("selecting sites and trenches", 1);
    const Selection selection = select_build(problem, {.nodes = question_.options.search_nodes});
    progress.advance();
    if (round == 0) plan.bound_cny = selection.cover.bound;
    plan.reachable_percent.clear();
    for (std::size_t d = 0; d < question_.demands.size(); ++d) {
      plan.reachable_percent.push_back(100.0 * (choices_->base_share[d] + selection.cover.reachable[d]));
    }
    if (selection.cover.outcome == CoverOutcome::infeasible || selection.cover.outcome == CoverOutcome::not_found) {
      explain(selection, margin_percent, plan);
      return plan;
    }
    take(selection, plan);
    if (turn_sectors(plan.sites, air, question_.demands, margin, tuning_rounds, progress) <= 0.0) {
      std::vector<double> costs;
      for (const PlannedSite& site : plan.sites) {
        const auto same = [&](const PlannedSite& one) { return one.place.position == site.place.position; };
        costs.push_back(costs_[static_cast<std::size_t>(std::find_if(candidates_.begin(), candidates_.end(), same) - candidates_.begin())]);
      }
      drop_superfluous_sites(plan.sites, costs, air, question_.demands, margin, progress);
      const radio::Result& map = air.with(plan.sites);
      for (const RadioDemand& demand : question_.demands) plan.searched_percent.push_back(100.0 * served_share(demand, map));
      for (const PlannedSite& site : plan.sites) {
        const radio::Result& alone = air.with({&site, 1});
        double gain = 0.0;
        for (const RadioDemand& demand : question_.demands) gain += served_share(demand, alone);
        for (const RadioDemand& demand : question_.demands) gain -= served_share(demand, question_.standing.radio);
        plan.gains.push_back(std::max(0.0, gain));
      }
      lay_fibre(plan);
      plan.found = true;
      return plan;
    }
    raise_needs(problem.cover, air.with(plan.sites), margin);
  }
  refuse(plan, "interference keeps the targets out of reach of what these candidates can cover", "受干扰影响，候选站址无法达到指标");
  return plan;
}

void RadioPlanner::take(const Selection& selection, RadioPlan& plan) const {
  plan.sites.clear();
  for (const std::size_t choice : selection.cover.chosen) {
    plan.sites.push_back(candidates_[choice / aims.size()]);
    plan.sites.back().sector = sectors_of(aims[choice % aims.size()]);
  }
}

void RadioPlanner::lay_fibre(RadioPlan& plan) const {
  if (!routes_->possible()) return;
  TrenchProblem problem = routes_->problem();
  std::vector<std::uint32_t> terminals;
  for (const PlannedSite& site : plan.sites) {
    const auto same = [&](const PlannedSite& one) { return one.place.position == site.place.position; };
    const auto number = std::find_if(candidates_.begin(), candidates_.end(), same) - candidates_.begin();
    terminals.push_back(problem.terminals[static_cast<std::size_t>(number)]);
  }
  problem.terminals = std::move(terminals);
  plan.fibre = routes_->lay(plan_trenches(problem).routes);
  for (std::size_t i = 0; i < plan.sites.size(); ++i) {
    plan.sites[i].backhaul = Backhaul{plan.fibre.cables[i].source, plan.fibre.cables[i].length_m};
  }
}

void RadioPlanner::raise_needs(CoverProblem& problem, const radio::Result& map, double margin_share) const {
  for (std::size_t d = 0; d < question_.demands.size(); ++d) {
    const double wanted = std::min(1.0, question_.demands[d].target_share + margin_share);
    const double missing = wanted - served_share(question_.demands[d], map);
    if (missing > 0.0) problem.demands[d].need += missing + added_need;
  }
}

void RadioPlanner::explain(const Selection& selection, double margin_percent, RadioPlan& plan) const {
  if (candidates_.empty()) {
    return refuse(plan, "no place for a new site: neither roof nor road side inside the boundary", "园区内没有可建站的屋顶或路侧");
  }
  if (selection.cover.outcome == CoverOutcome::not_found) {
    return refuse(plan, "the search ended without a plan: give it more search_nodes", "搜索未得到方案，请增大 search_nodes");
  }
  std::string en;
  std::string zh;
  for (std::size_t d = 0; d < question_.demands.size(); ++d) {
    const RadioDemand& demand = question_.demands[d];
    const double target = 100.0 * demand.target_share;
    if (plan.reachable_percent[d] >= target + margin_percent) continue;
    en += fmt::format("{}{}: all {} candidates together reach {:.2f} %, {:.2f} % is asked for, {:.2f} % of the ground is out of reach",
                      en.empty() ? "" : "; ", demand.clause, candidates_.size(), plan.reachable_percent[d], target,
                      std::max(0.0, target + margin_percent - plan.reachable_percent[d]));
    zh += fmt::format("{}{}：全部{}个候选站址合计可达 {:.2f} %，要求 {:.2f} %，差 {:.2f} 个百分点", zh.empty() ? "" : "；", demand.clause,
                      candidates_.size(), plan.reachable_percent[d], target,
                      std::max(0.0, target + margin_percent - plan.reachable_percent[d]));
  }
  if (en.empty())
    return refuse(plan, "interference keeps the targets out of reach of these candidates", "受干扰影响，候选站址无法达到指标");
  refuse(plan, std::move(en), std::move(zh));
}

}  // namespace parktwin::plan
