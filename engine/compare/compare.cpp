#include "engine/compare/compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/core/check.h"
#include "engine/criteria/coverage.h"

namespace parktwin::compare {
namespace {

using criteria::Verdict;

constexpr double square_metres_per_hectare = 1e4;

std::vector<Target> targets_of(std::span<const Subject> runs) {
  std::vector<Target> targets;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const Verdict& verdict : runs[i].verdicts) {
      const auto [place, is_new] = places.emplace(verdict.id, targets.size());
      if (is_new) {
        targets.push_back({verdict.id, verdict.title_en, verdict.title_zh, verdict.unit, verdict.threshold, false, {}});
        targets.back().runs.resize(runs.size());
      }
      targets[place->second].runs[i] = {verdict.status, verdict.value, verdict.margin};
    }
  }
  for (Target& target : targets) {
    const RunTarget& first = target.runs.front();
    target.differs = std::any_of(target.runs.begin(), target.runs.end(),
                                 [&first](const RunTarget& one) { return one.status != first.status || one.value != first.value; });
  }
  return targets;
}

std::set<std::string> connected(const Subject& run) {
  std::set<std::string> ids;
  for (const auto& access : run.results.wired.topology.enterprises) {
    if (access.state == wired::topology::AccessState::served) ids.insert((*run.park.enterprises)[access.enterprise].id);
  }
  return ids;
}

/// Of `run`, in the order of its table.
std::vector<EnterpriseName> only_in(const Subject& run, const std::set<std::string>& here, const std::set<std::string>& there) {
  std::vector<EnterpriseName> names;
  for (const Enterprise& enterprise : *run.park.enterprises) {
    if (here.contains(enterprise.id) && !there.contains(enterprise.id))
      names.push_back({enterprise.id, enterprise.name, enterprise.name_zh});
  }
  return names;
}

void compare_ground(const Grid<std::uint8_t>& before, const Grid<std::uint8_t>& after, Difference& difference) {
  if (before.empty() || before.frame != after.frame) return;
  const double hectares_per_cell = before.frame.cell_size * before.frame.cell_size / square_metres_per_hectare;
  std::size_t gained = 0;
  std::size_t lost = 0;
  for (std::size_t i = 0; i < before.values.size(); ++i) {
    gained += before.values[i] == 0 && after.values[i] != 0 ? 1 : 0;
    lost += before.values[i] != 0 && after.values[i] == 0 ? 1 : 0;
  }
  difference.hectares_gained = static_cast<double>(gained) * hectares_per_cell;
  difference.hectares_lost = static_cast<double>(lost) * hectares_per_cell;
}

std::optional<double> emissions_t(const Results& results) {
  const auto& energy = results.energy;
  const bool known = energy.year != 0 && energy.simulated() && energy.carbon_reason.empty() && energy.carbon.complete;
  return known ? std::optional(energy.carbon.park.scope_1_t() + energy.carbon.park.scope_2_market_t()) : std::nullopt;
}

/// Of what is paid more for what there is more of; none where there is no more, or nothing more is paid.
std::optional<double> cost_of_each(double cny, double gained) {
  return cny > 0.0 && gained > 0.0 ? std::optional(cny / gained) : std::nullopt;
}

void put_unit_costs(const Results& first, const Results& here, Difference& difference) {
  const double cny = difference.present_value_likely_cny;
  if (difference.hectares_gained && difference.hectares_lost)
    difference.cny_per_hectare_gained = cost_of_each(cny, *difference.hectares_gained - *difference.hectares_lost);
  difference.cny_per_enterprise_gained = cost_of_each(
      cny, static_cast<double>(difference.enterprises_gained.size()) - static_cast<double>(difference.enterprises_lost.size()));
  const auto before = emissions_t(first);
  const auto after = emissions_t(here);
  if (!before || !after) return;
  difference.emissions_saved_t = *before - *after;
  difference.cny_per_yearly_tonne_saved = cost_of_each(cny, *difference.emissions_saved_t);
}

}  // namespace

std::vector<std::string> compared_parts() {
  std::vector<std::string> parts = {"/park/enterprises", "/results/wired/topology/enterprises", "/results/radio/rsrp_dbm",
                                    "/results/radio/sinr_db", "/results/radio/place"};
  const auto figures = key_figure_parts();
  parts.insert(parts.end(), figures.begin(), figures.end());
  return parts;
}

Comparison compare(std::span<const Subject> runs) {
  PARKTWIN_CHECK(!runs.empty(), "nothing to compare");
  Comparison comparison;
  comparison.targets = targets_of(runs);
  std::vector<FigureSource> sources;
  for (const Subject& run : runs) sources.push_back({run.results, run.plan});
  comparison.figures = key_figures(sources);
  const Subject& first = runs.front();
  const auto first_connected = connected(first);
  const auto first_covered = criteria::covered_by_5g(first.results, criteria::CoverageRule{});
  for (const Subject& run : runs) {
    comparison.runs.push_back(run.name);
    if (&run == &first) continue;
    Difference difference;
    difference.run = run.name;
    compare_ground(first_covered, criteria::covered_by_5g(run.results, criteria::CoverageRule{}), difference);
    const auto here = connected(run);
    difference.enterprises_gained = only_in(run, here, first_connected);
    difference.enterprises_lost = only_in(first, first_connected, here);
    difference.capital_likely_cny = run.plan.account.capital_likely_cny - first.plan.account.capital_likely_cny;
    difference.present_value_likely_cny = run.plan.account.present_value_likely_cny - first.plan.account.present_value_likely_cny;
    put_unit_costs(first.results, run.results, difference);
    comparison.differences.push_back(std::move(difference));
  }
  return comparison;
}

}  // namespace parktwin::compare
