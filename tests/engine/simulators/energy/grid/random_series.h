#pragma once
// Random profiles for a grid, and the records a grid has at one step of them.
#include "engine/simulators/energy/grid/time_series.h"
#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {

inline Profiles random_profiles(const Grid& grid, std::size_t steps, std::uint32_t number) {
  const RandomSequence random(2024, 8, number);
  std::uint32_t draw = 0;
  constexpr std::size_t count = 4;
  Profiles profiles;
  profiles.steps = steps;
  for (std::size_t i = 0; i < count * steps; ++i) profiles.factors.push_back(random.uniform(draw++, 0.2, 1.6));
  const auto pick = [&](std::size_t records) {
    std::vector<std::uint32_t> use;
    for (std::size_t i = 0; i < records; ++i) use.push_back(i % 5 == 4 ? constant_profile : random.below(draw++, count));
    return use;
  };
  profiles.use = {pick(grid.loads.size()), pick(grid.generators.size()), pick(grid.inverters.size())};
  return profiles;
}

inline Grid grid_at(Grid grid, const Profiles& profiles, std::size_t step) {
  const auto factor = [&](const std::vector<std::uint32_t>& use, std::size_t record) {
    if (use.empty() || use[record] == constant_profile) return 1.0;
    return profiles.factors[use[record] * profiles.steps + step];
  };
  for (std::size_t i = 0; i < grid.loads.size(); ++i) {
    grid.loads[i].active_w *= factor(profiles.use.loads, i);
    grid.loads[i].reactive_var *= factor(profiles.use.loads, i);
  }
  for (std::size_t i = 0; i < grid.generators.size(); ++i) grid.generators[i].active_w *= factor(profiles.use.generators, i);
  for (std::size_t i = 0; i < grid.inverters.size(); ++i) grid.inverters[i].active_w *= factor(profiles.use.inverters, i);
  return grid;
}

}  // namespace parktwin::energy::grid
