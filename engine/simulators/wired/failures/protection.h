#pragma once
// How well each enterprise is tied to the core: availability at the rates it requires, disjoint paths, common ducts.
#include "engine/simulators/wired/failures/failures.h"
#include "engine/simulators/wired/failures/harm.h"
#include "engine/simulators/wired/failures/kept_bounds.h"
#include "engine/simulators/wired/failures/survey.h"

namespace parktwin::wired::failures {

/// One row per enterprise.
[[nodiscard]] std::vector<Protection> protections(const Park& park, const Options& options, const LayeredNetwork& network,
                                                  const Census& census, const Survey::Singles& singles, KeptBounds& kept);

}  // namespace parktwin::wired::failures
