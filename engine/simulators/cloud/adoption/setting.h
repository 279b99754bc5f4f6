#pragma once
// Everything of the forecast that is the same for all futures, with every policy or without one: drivers, peers, campaigns, the states of
// today and the curves calibrated to them.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulators/cloud/adoption/calibration.h"
#include "engine/simulators/cloud/adoption/policies.h"

namespace parktwin::cloud::adoption {

/// Refers to the park and the options.
struct Setting {
  const Park& park;
  const Options& options;
  Drivers drivers;
  PeerGraph graph;
  std::vector<Campaign> campaigns;
  std::array<Situation, level_count> situations;
  std::array<LevelCurve, level_count> curves;
  std::int32_t months = 0;
};

[[nodiscard]] Setting setting_of(const Park& park, const Options& options, const AccessQuality& access, const BassCurve& curve);

/// LevelCurve::adopted_before of each level.
[[nodiscard]] std::vector<std::vector<double>> adopted_before(const Setting& setting);

/// Months beyond the horizon that information can bring forward, at most.
[[nodiscard]] std::int32_t furthest_ahead(const std::vector<Campaign>& campaigns, std::int32_t months);

}  // namespace parktwin::cloud::adoption
