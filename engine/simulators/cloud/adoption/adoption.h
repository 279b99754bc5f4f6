#pragma once
// When how many enterprises of the park use a cloud, at which level, and what policies change: a threshold model on the supply chains and
// neighbourhoods of the park, calibrated to a Bass curve, in many random futures with common random numbers. Everything it says is what the
// model expects of later days; weights are assumptions (docs/cloud.md).
#include <cstdint>

#include "engine/simulators/cloud/adoption/adopters.h"
#include "engine/simulators/cloud/adoption/drivers.h"
#include "engine/simulators/cloud/adoption/forecast.h"
#include "engine/simulators/cloud/adoption/options.h"

namespace parktwin::cloud::adoption {

struct Forecast {
  Result result;
  AdoptionMonths months;  ///< with all policies of the park; empty when nothing was simulated
};

/// Policies and enterprises are judged at `counted_level`; none is taken as infrastructure.
[[nodiscard]] Forecast forecast(const Park& park, const Options& options, const AccessQuality& access, CloudLevel counted_level,
                                std::uint64_t seed);

}  // namespace parktwin::cloud::adoption
