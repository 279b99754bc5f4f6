#pragma once
// Everything the evaluation of a map shares: options, obstacles, transmitters, the sites' geometries, and what follows from them per
// frequency, building and carrier. Immutable while rows are evaluated.
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/path_tables.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/shadow_fading.h"
#include "engine/simulators/radio/site_geometry.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {

inline constexpr std::size_t environments = 6;  ///< of path_loss.h

inline constexpr std::size_t no_mast = std::numeric_limits<std::size_t>::max();

/// Per map cell: the device's elevation, and per frequency the loss of walls and depth; 0 outdoors.
struct GroundPlanes {
  std::vector<float> device_m;
  std::vector<std::vector<float>> indoor_db;
};

struct Scene {
  Options options;
  const Obstacles* obstacles = nullptr;
  Transmitters transmitters;
  std::vector<std::shared_ptr<const SiteGeometry>> geometries;  ///< one per mast
  std::vector<std::shared_ptr<const PathTables>> tables;        ///< one per frequency
  std::vector<std::vector<float>> wall_loss_db;  ///< per frequency and building, with the building's deviation where fading is drawn
  std::shared_ptr<const GroundPlanes> ground;
  /// Standard deviation of shadow fading per environment, without and with sight.
  std::array<std::array<float, 2>, environments> outdoor_deviation_db{};
  /// Indoors per building as well, its walls' own included: one for all frequencies, or one per frequency where the entry law asks for it.
  std::vector<std::array<std::array<std::vector<float>, 2>, environments>> indoor_deviation_db;
  std::vector<ShadowField> fields;           ///< one per mast, or none
  std::vector<std::vector<float>> coupling;  ///< per victim's and other's carrier
  std::vector<float> noise_mw;               ///< per carrier and resource element
  std::vector<std::size_t> mast_of_cell;     ///< per radio cell; no_mast off the air
  std::vector<float> load_of_cell;
  std::vector<float> wall_deviation_db;        ///< per building, at 1 GHz
  std::vector<std::size_t> frequency_of_cell;  ///< index of its frequency; 0 off the air
  /// From where along the ground the cell's deviation in sight is that beyond the breakpoint of a rural macro cell; infinite for others.
  std::vector<double> far_from_m;
};

/// Covers the boundary in cells of the resolution; nothing without a boundary.
[[nodiscard]] GridFrame map_frame(const Park& park, const Options& options);

/// The option, or automatic in a mode it has no effect in.
[[nodiscard]] inline SiteLaw site_law_of(const Options& options) {
  return options.mode == PropagationMode::site_general ? options.site_law : SiteLaw::automatic;
}

/// The deviation at a map cell depends on the serving cell's frequency, not on its mast alone.
[[nodiscard]] inline bool deviation_follows_frequency(const Options& options) {
  return options.entry_law == EntryLaw::p2109 || site_law_of(options) == SiteLaw::rma;
}

/// Everything but the geometries. `obstacles` outlives the scene's use. What depends on frequencies and buildings alone is taken from
/// `before` when that is given: a scene of the same buildings, frequencies, carriers, options and seed.
[[nodiscard]] Scene make_scene(const Park& park, const Options& options, const Obstacles& obstacles, Transmitters transmitters,
                               std::uint64_t seed, const Scene* before);

}  // namespace parktwin::radio
