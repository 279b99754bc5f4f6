#include "engine/plan/radio/choices.h"

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "engine/plan/radio/air.h"

namespace parktwin::plan {
namespace {

constexpr std::uint32_t sample_stream = 7101;

/// Places of a demand that nothing serves, one of each of equal runs.
std::vector<std::uint32_t> sample(const std::vector<std::uint32_t>& unserved, std::int32_t points, std::uint64_t seed,
                                  std::uint32_t demand) {
  const RandomSequence random(seed, sample_stream, demand);
  const std::size_t count = std::min(unserved.size(), static_cast<std::size_t>(points));
  std::vector<std::uint32_t> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * unserved.size() / count;
    const std::size_t end = (i + 1) * unserved.size() / count;
    chosen.push_back(unserved[begin + random.below(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end - begin))]);
  }
  return chosen;
}

void add_places(const std::vector<RadioDemand>& demands, const radio::Result& standing, const PlanOptions& options, std::uint64_t seed,
                RadioChoices& choices) {
  for (std::uint32_t d = 0; d < demands.size(); ++d) {
    const RadioDemand& demand = demands[d];
    std::vector<std::uint32_t> unserved;
    for (std::size_t i = 0; i < demand.counted.size(); ++i) {
      if (demand.served_by_wire[i] == 0 && !criteria::has_5g(standing, demand.rule, demand.counted[i]))
        unserved.push_back(demand.counted[i]);
    }
    const double unserved_share = static_cast<double>(unserved.size()) / static_cast<double>(demand.counted.size());
    const double base = 1.0 - unserved_share;
    const double wanted = std::min(1.0, demand.target_share + 0.01 * options.margin_percent);
    choices.base_share.push_back(base);
    choices.problem.demands.push_back({std::max(0.0, wanted - base)});
    const auto points = sample(unserved, options.demand_points, seed, d);
    for (const std::uint32_t cell : points) {
      choices.at.push_back(cell);
      choices.problem.places.push_back({d, unserved_share / static_cast<double>(points.size())});
    }
  }
}

}  // namespace

std::array<Sector, sectors> sectors_of(const Aim& aim) {
  std::array<Sector, sectors> result;
  for (std::size_t i = 0; i < sectors; ++i) {
    result[i] = {std::fmod(aim.azimuth_deg + 360.0 / sectors * static_cast<double>(i), 360.0), aim.downtilt_deg};
  }
  return result;
}

RadioChoices radio_choices(const Park& park, const radio::Options& radio, const PlanOptions& options,
                           const std::vector<PlannedSite>& candidates, const std::vector<double>& costs,
                           const std::vector<RadioDemand>& demands, const radio::Result& standing, std::uint64_t seed, Progress& progress) {
  RadioChoices choices;
  add_places(demands, standing, options, seed, choices);
  Air air(park, radio, options, {}, seed, true);
  progress.begin("looking at places", candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    PlannedSite site = candidates[i];
    for (const Aim& aim : aims) {
      site.sector = sectors_of(aim);
      const radio::Result& map = air.with({&site, 1});
      CoverChoice choice{costs[i], static_cast<std::int32_t>(i), {}};
      for (std::uint32_t place = 0; place < choices.at.size(); ++place) {
        if (criteria::has_5g(map, demands[choices.problem.places[place].demand].rule, choices.at[place])) choice.covered.push_back(place);
      }
      choices.problem.choices.push_back(std::move(choice));
    }
    progress.advance();
  }
  return choices;
}

}  // namespace parktwin::plan
