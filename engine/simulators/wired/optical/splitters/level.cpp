#include "engine/simulators/wired/optical/splitters/level.h"

namespace parktwin::wired::optical::splitters {

Level level_of(const Problem& problem, const Stages& stages, std::size_t first_place) {
  Level level;
  level.ways = static_cast<std::size_t>(stages.second);
  for (std::size_t place = 0; place < problem.places(); ++place) {
    const double up_m = first_place == none ? 0.0 : problem.feeder_m[first_place];
    const double open_m = first_place == none ? problem.feeder_m[place] : problem.between_m[first_place][place];
    level.open_m.push_back(open_m + problem.splitter_m);
    auto& units = level.unit_m.emplace_back(problem.drop_m[place]);
    for (double& drop_m : units) {
      if (!lit(problem, stages, up_m + open_m + drop_m)) drop_m = out_of_reach;
    }
  }
  return level;
}

}  // namespace parktwin::wired::optical::splitters
