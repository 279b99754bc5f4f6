#include "engine/plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/errors.h"
#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/plan/radio/air.h"
#include "engine/plan/radio/choices.h"
#include "engine/plan/radio/site_costs.h"
#include "engine/plan/radio/tuning.h"
#include "engine/run/run.h"
#include "engine/scenario/change_reader.h"

namespace parktwin::plan {
namespace {

constexpr int cover_rounds = 5;
constexpr int tuning_rounds = 2;
constexpr int confirmations = 3;
constexpr double added_need = 0.002;  // beyond what was missing: the sample is not the ground

bool stands_outdoors(const RadioSite& site) { return !site.inside; }

Park without_outdoor_sites(Park park) {
  auto sites = park.radio_sites->records();
  for (RadioSite& site : sites) site.operational = site.operational && !stands_outdoors(site);
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  return park;
}

/// One search, from the park as it stands to sites that meet the demands on the map of the search.
class Search {
 public:
  Search(const Question& question, Progress& progress)
      : question_(question),
        options_(question.scenario.plan),
        progress_(progress),
        park_(options_.from_scratch ? without_outdoor_sites(question.park) : question.park),
        ids_(park_) {
    SimulationOptions coarse = question.scenario.options;
    coarse.radio.resolution = options_.resolution;
    standing_ = run(park_, coarse, question.scenario.seed, progress);
    demands_ = radio_demands(question.pack, park_, standing_);
  }

  Proposal propose() {
    if (demands_.empty())
      return finished(ProposalOutcome::no_plan, "the criteria pack has no target of radio coverage", "标准中没有无线覆盖指标");
    put_targets();
    for (int attempt = 0; attempt < confirmations; ++attempt) {
      const bool planned = attempt == 0 && is_reached(0.01 * options_.margin_percent) ? true : search();
      if (!planned) return proposal_;
      write_plan();
      if (confirm()) {
        return sites_.empty() ? finished(ProposalOutcome::nothing_to_build, "every target is met as the park stands", "现状已满足各项指标")
                              : finished(ProposalOutcome::planned, "", "");
      }
      options_.margin_percent += worst_deficit_percent() + 0.3;
    }
    return finished(ProposalOutcome::no_plan, "what meets the targets on the map of the search misses them at the resolution of the run",
                    "在搜索分辨率下满足的方案在正式分辨率下未达标");
  }

 private:
  [[nodiscard]] bool is_reached(double margin_share) const { return shortfall(demands_, standing_.radio, margin_share) <= 0.0; }

  Proposal finished(ProposalOutcome outcome, std::string en, std::string zh) {
    proposal_.outcome = outcome;
    proposal_.reason_en = std::move(en);
    proposal_.reason_zh = std::move(zh);
    if (outcome == ProposalOutcome::no_plan) proposal_.scenario.clear();
    return std::move(proposal_);
  }

  void put_targets() {
    for (const RadioDemand& demand : demands_) {
      ProposedTarget target;
      target.clause = demand.clause;
      target.target_percent = 100.0 * demand.target_share;
      target.standing_percent = 100.0 * served_share(demand, standing_.radio);
      target.reachable_percent = target.standing_percent;
      proposal_.targets.push_back(target);
    }
  }

  void find_places() {
    if (!candidates_.empty()) return;
    std::vector<Point> standing;
    for (const RadioSite& site : *park_.radio_sites) {
      if (site.operational) standing.push_back(site.position);
    }
    const BackhaulSearch backhaul(park_);
    UnitAddresses addresses(park_);
    for (const Candidate& place : find_candidates(park_, standing, options_)) {
      PlannedSite site{place, sectors_of(aims[0]), backhaul.find(place.position), ""};
      if (site.backhaul) site.unit_address = addresses.next();
      candidates_.push_back(std::move(site));
    }
    proposal_.candidates = static_cast<std::int32_t>(candidates_.size());
    auto priced = site_costs(park_, candidates_, ids_, options_, question_.prices, question_.scenario.costs, question_.assessed_on);
    candidate_costs_ = std::move(priced.present_value_cny);
    proposal_.unpriced = std::move(priced.unpriced);
  }

  // False when no plan was found, with the reason in the proposal.
  bool search() {
    find_places();
    RadioChoices choices = radio_choices(park_, question_.scenario.options.radio, options_, candidates_, candidate_costs_, demands_,
                                         standing_.radio, question_.scenario.seed, progress_);
    std::vector<std::uint8_t> connected;
    for (const auto& backhaul : standing_.wired.topology.sites) connected.push_back(backhaul.connected ? 1 : 0);
    Air air(park_, question_.scenario.options.radio, options_, connected, question_.scenario.seed, false);
    const double margin = 0.01 * options_.margin_percent;
    for (int round = 0; round < cover_rounds; ++round) {
      ++proposal_.rounds;
      progress_.begin("covering places", 1);
      const CoverSolution cover = solve_cover(choices.problem, {.nodes = options_.search_nodes});
      progress_.advance();
      put_reachable(choices, cover);
      if (cover.outcome == CoverOutcome::infeasible || cover.outcome == CoverOutcome::not_found) return fail(cover);
      if (round == 0 && !bounded_) {
        proposal_.lower_bound_cny = cover.bound;
        bounded_ = true;
      }
      take(cover);
      const double missing = turn_sectors(sites_, air, demands_, margin, tuning_rounds, progress_);
      if (missing <= 0.0) {
        drop_superfluous_sites(sites_, costs_, air, demands_, margin, progress_);
        put_searched(air.with(sites_));
        return true;
      }
      raise_needs(choices.problem, air.with(sites_), margin);
    }
    return give_up("interference keeps the targets out of reach of what these candidates can cover", "受干扰影响，候选站址无法达到指标");
  }

  void take(const CoverSolution& cover) {
    sites_.clear();
    costs_.clear();
    for (const std::size_t choice : cover.chosen) {
      sites_.push_back(candidates_[choice / aims.size()]);
      sites_.back().sector = sectors_of(aims[choice % aims.size()]);
      costs_.push_back(candidate_costs_[choice / aims.size()]);
    }
  }

  void raise_needs(CoverProblem& problem, const radio::Result& map, double margin) const {
    for (std::size_t d = 0; d < demands_.size(); ++d) {
      const double wanted = std::min(1.0, demands_[d].target_share + margin);
      const double missing = wanted - served_share(demands_[d], map);
      if (missing > 0.0) problem.demands[d].need += missing + added_need;
    }
  }

  bool give_up(std::string en, std::string zh) {
    proposal_.outcome = ProposalOutcome::no_plan;
    proposal_.reason_en = std::move(en);
    proposal_.reason_zh = std::move(zh);
    proposal_.scenario.clear();
    return false;
  }

  bool fail(const CoverSolution& cover) {
    if (candidates_.empty())
      return give_up("no place for a new site: neither roof nor road side inside the boundary", "园区内没有可建站的屋顶或路侧");
    if (cover.outcome == CoverOutcome::not_found)
      return give_up("the search ended without a plan: give it more search_nodes", "搜索未得到方案，请增大 search_nodes");
    std::string en;
    std::string zh;
    for (const ProposedTarget& target : proposal_.targets) {
      if (target.reachable_percent >= target.target_percent + options_.margin_percent) continue;
      en += fmt::format("{}{}: all {} candidates together reach {:.2f} %, {:.2f} % is asked for", en.empty() ? "" : "; ", target.clause,
                        candidates_.size(), target.reachable_percent, target.target_percent);
      zh += fmt::format("{}{}：全部{}个候选站址合计可达 {:.2f} %，要求 {:.2f} %", zh.empty() ? "" : "；", target.clause, candidates_.size(),
                        target.reachable_percent, target.target_percent);
    }
    if (en.empty()) return give_up("interference keeps the targets out of reach of these candidates", "受干扰影响，候选站址无法达到指标");
    return give_up(std::move(en), std::move(zh));
  }

  void put_reachable(const RadioChoices& choices, const CoverSolution& cover) {
    for (std::size_t d = 0; d < demands_.size(); ++d) {
      proposal_.targets[d].reachable_percent = 100.0 * (choices.base_share[d] + cover.reachable[d]);
    }
  }

  void put_searched(const radio::Result& map) {
    for (std::size_t d = 0; d < demands_.size(); ++d) proposal_.targets[d].searched_percent = 100.0 * served_share(demands_[d], map);
  }

  void write_plan() {
    proposal_.sites.clear();
    proposal_.present_value_cny = 0.0;
    std::string changes;
    if (options_.from_scratch) {
      for (const RadioSite& site : *question_.park.radio_sites) {
        if (!site.operational || !stands_outdoors(site)) continue;
        changes += fmt::format("  - modify_radio_site: {{id: \"{}\", set: {{operational: false}}}}\n", site.id);
      }
    }
    if (!sites_.empty()) changes += antenna_text(ids_, options_);
    for (std::size_t i = 0; i < sites_.size(); ++i) {
      changes += changes_text(park_, sites_[i], i + 1, ids_, options_);
      proposal_.sites.push_back(proposed(sites_[i], i + 1, costs_[i]));
      proposal_.present_value_cny += costs_[i];
    }
    if (proposal_.present_value_cny > 0.0) {
      proposal_.gap_percent = 100.0 * (proposal_.present_value_cny - proposal_.lower_bound_cny) / proposal_.present_value_cny;
    }
    proposal_.scenario = fmt::format("name: \"{}-plan\"\nbased_on: [\"{}\"]\n", question_.scenario.name, question_.based_on);
    if (!changes.empty()) proposal_.scenario += "changes:\n" + changes;
    changes_ = std::move(changes);
  }

  [[nodiscard]] ProposedSite proposed(const PlannedSite& site, std::size_t number, double cost) const {
    ProposedSite result;
    result.site = ids_.site(number);
    if (site.place.building.valid()) result.building = (*park_.buildings)[site.place.building].id;
    result.x_m = site.place.position.x;
    result.y_m = site.place.position.y;
    result.height_m = site.place.height.value();
    for (const Sector& sector : site.sector) {
      result.azimuths_deg.push_back(sector.azimuth_deg);
      result.downtilts_deg.push_back(sector.downtilt_deg);
    }
    if (site.backhaul) {
      result.backhaul_node = (*park_.network_nodes)[site.backhaul->node].id;
      result.fibre_m = site.backhaul->length_m;
    }
    result.present_value_cny = cost;
    return result;
  }

  // Whether a whole run of what was written meets every demand's clause.
  bool confirm() {
    Park built = question_.park;
    if (!changes_.empty()) {
      Problems problems;
      const auto document = yaml::parse_document("changes:\n" + changes_, "proposed plan");
      const auto list = read_changes(document.root["changes"], "proposed plan", problems);
      problems.throw_if_any();
      built = apply(question_.park, list);
    }
    const Results results = run(built, question_.scenario.options, question_.scenario.seed, progress_);
    progress_.begin("judging", 1);
    const auto verdicts = criteria::assess(results, built, question_.pack, question_.assessed_on);
    bool met = true;
    for (ProposedTarget& target : proposal_.targets) {
      const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.id == target.clause; });
      target.confirmed_percent = verdict->value;
      met = met && verdict->value && *verdict->value >= target.target_percent;
    }
    return met;
  }

  [[nodiscard]] double worst_deficit_percent() const {
    double worst = 0.0;
    for (const ProposedTarget& target : proposal_.targets) {
      worst = std::max(worst, target.target_percent - target.confirmed_percent.value_or(0.0));
    }
    return worst;
  }

  const Question& question_;
  PlanOptions options_;
  Progress& progress_;
  Park park_;
  PlannedIds ids_;
  Results standing_;
  std::vector<RadioDemand> demands_;
  std::vector<PlannedSite> candidates_;
  std::vector<double> candidate_costs_;
  std::vector<PlannedSite> sites_;
  std::vector<double> costs_;
  std::string changes_;
  Proposal proposal_;
  bool bounded_ = false;
};

}  // namespace

Proposal propose(const Question& question, Progress& progress) {
  const std::string& antenna = question.scenario.plan.antenna;
  if (!antenna.empty() && !question.park.antennas->find(antenna).valid()) {
    throw InputError(question.scenario.files.empty() ? "" : question.scenario.files.back().path, "plan.antenna",
                     "found \"" + antenna + "\", expected an antenna type of the inventory");
  }
  return Search(question, progress).propose();
}

}  // namespace parktwin::plan
