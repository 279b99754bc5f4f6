#pragma once
// Random placing problems, and their answer by trying every assignment.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/random.h"
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

/// Points in a square of 2 km; distances along streets (sum of both coordinates). Some units can join something.
inline Problem random_problem(std::uint32_t number, std::size_t places, std::size_t units, bool tight) {
  const RandomSequence random(404, 7, number);
  std::uint32_t draw = 0;
  const auto point = [&] {
    const double x = random.uniform(draw++, 0.0, 2000.0);
    return std::pair{x, random.uniform(draw++, 0.0, 2000.0)};
  };
  const auto apart = [](auto a, auto b) { return std::abs(a.first - b.first) + std::abs(a.second - b.second); };
  const auto terminal = point();
  std::vector<std::pair<double, double>> at;
  for (std::size_t i = 0; i < places; ++i) at.push_back(point());
  std::vector<std::pair<double, double>> of_unit;
  for (std::size_t i = 0; i < units; ++i) of_unit.push_back(point());
  Problem problem;
  for (const auto& place : at) {
    problem.feeder_m.push_back(apart(terminal, place));
    auto& between = problem.between_m.emplace_back();
    for (const auto& other : at) between.push_back(apart(place, other));
    auto& drops = problem.drop_m.emplace_back();
    for (const auto& unit : of_unit) drops.push_back(apart(place, unit));
  }
  for (std::size_t i = 0; i < units; ++i) {
    problem.join_m.push_back(random.below(draw++, 4) == 0 ? random.uniform(draw++, 300.0, 3000.0) : out_of_reach);
  }
  problem.splitter_m = number % 3 == 0 ? 0.0 : 150.0;
  problem.link_db = 1.2;
  problem.most_db = tight ? 12.0 : 40.0;
  problem.least_db = tight ? 7.6 : 0.0;
  return problem;
}

/// Least effort of all assignments of units to a place (or pair of places, or what is there already); out_of_reach when a unit is dark.
inline double by_trying_everything(const Problem& problem, const Stages& stages) {
  const std::size_t places = problem.places();
  const std::size_t ways = (stages.two() ? places * places : places) + 1;  // the last one: join
  double best = out_of_reach;
  std::vector<std::size_t> choice(problem.units(), 0);
  for (bool more = true; more;) {
    double metres = 0.0;
    std::map<std::size_t, int> units_at;
    for (std::size_t unit = 0; unit < choice.size(); ++unit) {
      if (choice[unit] == ways - 1) {
        metres += problem.join_m[unit];
        continue;
      }
      const std::size_t second = choice[unit] % places;
      const double drop = problem.drop_m[second][unit];
      const std::size_t first = choice[unit] / places;
      const double up = stages.two() ? problem.feeder_m[first] + problem.between_m[first][second] : problem.feeder_m[second];
      metres += lit(problem, stages, up + drop) ? drop : out_of_reach;
      ++units_at[choice[unit]];
    }
    std::map<std::size_t, int> splitters_at;
    for (const auto& [where, count] : units_at) {
      const int splitters = (count + stages.second - 1) / stages.second;
      metres +=
          splitters * ((stages.two() ? problem.between_m[where / places][where % places] : problem.feeder_m[where]) + problem.splitter_m);
      splitters_at[where / places] += splitters;
    }
    if (stages.two()) {
      for (const auto& [first, count] : splitters_at)
        metres += (count + stages.first - 1) / stages.first * (problem.feeder_m[first] + problem.splitter_m);
    }
    best = std::min(best, metres);
    more = false;
    for (std::size_t unit = 0; unit < choice.size() && !more; ++unit) {
      choice[unit] = (choice[unit] + 1) % ways;
      more = choice[unit] != 0;
    }
  }
  return best;
}

/// Effort of a plan added up from its splitters; out_of_reach when a unit is dark, missing, or a splitter has too few ways.
inline double effort_of(const Problem& problem, const Stages& stages, const Plan& plan) {
  double metres = 0.0;
  std::vector<int> served(problem.units(), 0);
  std::vector<int> fed(plan.splitters.size(), 0);
  for (const std::size_t unit : plan.joined) {
    metres += problem.join_m[unit];
    ++served[unit];
  }
  for (const Splitter& splitter : plan.splitters) {
    const bool second = splitter.fed_by != none;
    const std::size_t above = second ? plan.splitters[splitter.fed_by].place : none;
    if (second) ++fed[splitter.fed_by];
    metres += problem.splitter_m + (second ? problem.between_m[above][splitter.place] : problem.feeder_m[splitter.place]);
    if (splitter.units.size() > static_cast<std::size_t>(splitter.ways)) return out_of_reach;
    for (const std::size_t unit : splitter.units) {
      const double drop = problem.drop_m[splitter.place][unit];
      const double up = second ? problem.feeder_m[above] + problem.between_m[above][splitter.place] : problem.feeder_m[splitter.place];
      if (!lit(problem, stages, up + drop)) return out_of_reach;
      metres += drop;
      ++served[unit];
    }
  }
  for (std::size_t i = 0; i < fed.size(); ++i) {
    if (fed[i] > plan.splitters[i].ways) return out_of_reach;
  }
  for (const std::size_t unit : plan.left_out) ++served[unit];
  for (const int times : served) {
    if (times != 1) return out_of_reach;
  }
  return metres;
}

}  // namespace parktwin::wired::optical::splitters
