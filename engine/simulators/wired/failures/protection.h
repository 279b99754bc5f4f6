#pragma once
// How well each enterprise is tied to the core: availability at the rates it requires, disjoint paths, common ducts.
#include "engine/simulators/wired/failures/failures.h"
#include "engine/simulators/wired/failures/harm.h"
#include "engine/simulators/wired/failures/kept_bounds.h"

namespace parktwin::wired::failures {

/// One row per enterprise; `single_failures` as of the survey.
[[nodiscard]] std::vector<Protection> protections(const Park& park, const Options& options, const LayeredNetwork& network,
                                                  const Census& census, const std::vector<std::int32_t>& single_failures, KeptBounds& kept);

}  // namespace parktwin::wired::failures
