#pragma once
// Enterprises whose access is to be planned: those without one that works, by fixed line or, where the clause counts it, by 5G.
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::plan {

struct Newcomer {
  Id<Enterprise> enterprise;
  Id<Building> building;  ///< where its unit hangs; none: on its parcel
  Point position;         ///< to the centimetre
};

struct Newcomers {
  std::vector<Newcomer> found;
  std::vector<Id<Enterprise>> nowhere;  ///< without building or parcel
};

/// Whether the planner knows how to raise the metric of that clause.
[[nodiscard]] bool asks_for_access(const criteria::Clause& clause);

/// `results`: wired and radio, of that park. Precondition: asks_for_access.
[[nodiscard]] Newcomers newcomers_of(const Park& park, const Results& results, const criteria::Clause& clause);

}  // namespace parktwin::plan
