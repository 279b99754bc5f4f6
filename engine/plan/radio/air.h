#pragma once
// The radio map of sites that are tried out: the park's land with some sites on the air, followed from one trial to the next, so that what
// stays is not traced again.
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/plan/radio/equipment.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/live_map.h"

namespace parktwin::plan {

class Air {
 public:
  /// `park` and its radio sites stay on the air unless `alone`; one entry of `connected` per radio site. `park` outlives this.
  Air(const Park& park, const radio::Options& radio, const PlanOptions& options, const std::vector<std::uint8_t>& connected,
      std::uint64_t seed, bool alone);
  /// The map with those sites. Valid until the next call.
  [[nodiscard]] const radio::Result& with(std::span<const PlannedSite> sites);

 private:
  [[nodiscard]] Park park_with(std::span<const PlannedSite> sites) const;
  Park park_;
  radio::Options radio_;
  PlanOptions options_;
  std::vector<std::uint8_t> connected_;
  std::uint64_t seed_;
  PlannedIds ids_;
  radio::GeometryCache cache_;
  Progress untold_;
  std::unique_ptr<radio::LiveMap> map_;
};

}  // namespace parktwin::plan
