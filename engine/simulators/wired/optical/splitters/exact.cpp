#include "engine/simulators/wired/optical/splitters/exact.h"

#include <algorithm>
#include <bit>

#include "engine/core/check.h"
#include "engine/simulators/wired/optical/splitters/level.h"

namespace parktwin::wired::optical::splitters {
namespace {

using Set = std::uint32_t;  ///< of units, one bit each

struct Group {
  double metres = out_of_reach;
  std::size_t place = none;
};

/// The cheapest splitter for every set.
std::vector<Group> groups_of(const Level& level, std::size_t units) {
  std::vector<Group> best(std::size_t{1} << units);
  std::vector<double> sum(best.size());
  for (std::size_t place = 0; place < level.open_m.size(); ++place) {
    for (Set set = 1; set < best.size(); ++set) {
      sum[set] = sum[set & (set - 1)] + level.unit_m[place][static_cast<std::size_t>(std::countr_zero(set))];
      const double metres = level.open_m[place] + sum[set];
      if (static_cast<std::size_t>(std::popcount(set)) <= level.ways && metres < best[set].metres) best[set] = {metres, place};
    }
  }
  return best;
}

/// For every set the cheapest way to part it into at most `most_parts` sets of the given costs, and the part that holds its first unit.
struct Parting {
  std::vector<double> metres;
  std::vector<std::vector<Set>> first_part;  ///< [parts - 1][set]
};

template <class Cost>
Parting parted(std::size_t sets, std::size_t most_parts, const Cost& cost) {
  Parting parting;
  parting.metres.assign(sets, out_of_reach);
  parting.metres[0] = 0.0;
  for (std::size_t parts = 0; parts < most_parts; ++parts) {
    const std::vector<double> before = parting.metres;
    auto& first = parting.first_part.emplace_back(sets, Set{0});
    bool better = false;
    for (Set set = 1; set < sets; ++set) {
      const Set lowest = set & (~set + 1);
      for (Set part = set; part > 0; part = (part - 1) & set) {
        if (!(part & lowest)) continue;
        const double metres = cost(part) + before[set ^ part];
        if (!(metres < parting.metres[set])) continue;
        parting.metres[set] = metres;
        first[set] = part;
        better = true;
      }
    }
    if (!better) break;
  }
  return parting;
}

std::vector<Set> parts_of(const Parting& parting, Set set) {
  std::vector<Set> parts;
  std::size_t stage = parting.first_part.size();
  while (set != 0) {
    while (parting.first_part[stage - 1][set] == 0) --stage;  // no better with so many parts than with fewer
    parts.push_back(parting.first_part[stage - 1][set]);
    set ^= parts.back();
    --stage;
  }
  return parts;
}

std::vector<std::size_t> members(Set set) {
  std::vector<std::size_t> units;
  for (; set != 0; set &= set - 1) units.push_back(static_cast<std::size_t>(std::countr_zero(set)));
  return units;
}

/// What serves one set of units: one splitter, or one of the first stage with those below it.
struct Blocks {
  std::vector<Group> best;  ///< `place`: of the splitter that the line terminal feeds

  Blocks(const Problem& problem, const Stages& stages) {
    if (!stages.two()) {
      best = groups_of(level_of(problem, stages), problem.units());
      return;
    }
    best.assign(std::size_t{1} << problem.units(), Group{});
    for (std::size_t place = 0; place < problem.places(); ++place) {
      const auto groups = groups_of(level_of(problem, stages, place), problem.units());
      const Parting below = parted(best.size(), static_cast<std::size_t>(stages.first), [&](Set set) { return groups[set].metres; });
      for (Set set = 1; set < best.size(); ++set) {
        const double metres = problem.feeder_m[place] + problem.splitter_m + below.metres[set];
        if (metres < best[set].metres) best[set] = {metres, place};
      }
    }
  }
};

void add_block(const Problem& problem, const Stages& stages, Set set, std::size_t place, Plan& plan) {
  if (!stages.two()) {
    plan.splitters.push_back({place, stages.second, none, members(set)});
    return;
  }
  const std::size_t first = plan.splitters.size();
  plan.splitters.push_back({place, stages.first, none, {}});
  const auto groups = groups_of(level_of(problem, stages, place), problem.units());
  const Parting below = parted(groups.size(), static_cast<std::size_t>(stages.first), [&](Set part) { return groups[part].metres; });
  for (const Set part : parts_of(below, set)) plan.splitters.push_back({groups[part].place, stages.second, first, members(part)});
}

}  // namespace

Plan shortest_plan(const Problem& problem, const Stages& stages) {
  PARKTWIN_CHECK(problem.units() <= exact_units, "too many units for every set of them");
  const Blocks blocks(problem, stages);
  const auto joined = [&](Set set) {
    return std::has_single_bit(set) ? problem.join_m[static_cast<std::size_t>(std::countr_zero(set))] : out_of_reach;
  };
  const Parting parting =
      parted(blocks.best.size(), problem.units(), [&](Set set) { return std::min(blocks.best[set].metres, joined(set)); });
  Plan plan;
  const Set all = static_cast<Set>(blocks.best.size() - 1);
  plan.effort_m = plan.least_possible_m = parting.metres[all];
  PARKTWIN_CHECK(plan.effort_m < out_of_reach, "a unit that nothing lights");
  for (const Set part : parts_of(parting, all)) {
    if (joined(part) <= blocks.best[part].metres) {
      plan.joined.push_back(members(part).front());
    } else {
      add_block(problem, stages, part, blocks.best[part].place, plan);
    }
  }
  return plan;
}

}  // namespace parktwin::wired::optical::splitters
