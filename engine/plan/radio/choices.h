#pragma once
// The cover problem of a radio plan: sampled places of every demand, and which of them each way to equip each candidate reaches with the
// level that the demand asks for, alone on the air. Interference is left to the map of all of them together.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/progress.h"
#include "engine/plan/cover/cover.h"
#include "engine/plan/radio/demand.h"
#include "engine/plan/radio/equipment.h"
#include "engine/scenario/options.h"

namespace parktwin::plan {

/// The ways to equip a site that the integer programme chooses from: boresight of the first sector and electrical downtilt.
struct Aim {
  double azimuth_deg = 0.0;
  double downtilt_deg = 0.0;
};
inline constexpr std::array<Aim, 4> aims = {{{0.0, 4.0}, {60.0, 4.0}, {0.0, 8.0}, {60.0, 8.0}}};

[[nodiscard]] std::array<Sector, sectors> sectors_of(const Aim& aim);

struct RadioChoices {
  CoverProblem problem;            ///< groups are candidates; choice i is aims[i % aims.size()] of candidate i / aims.size()
  std::vector<std::uint32_t> at;   ///< per place of the problem: its map cell
  std::vector<double> base_share;  ///< per demand: served without any new site
};

/// `standing` is the map of the park as it stands, `costs` the cost of each candidate. A demand needs what its target lacks of the ground
/// that nothing serves yet, shared out over a sample of it: one place of each of `demand_points` equal runs, drawn by `seed`.
[[nodiscard]] RadioChoices radio_choices(const Park& park, const radio::Options& radio, const PlanOptions& options,
                                         const std::vector<PlannedSite>& candidates, const std::vector<double>& costs,
                                         const std::vector<RadioDemand>& demands, const radio::Result& standing, std::uint64_t seed,
                                         Progress& progress);

}  // namespace parktwin::plan
