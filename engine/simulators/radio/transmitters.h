#pragma once
// The radio inventory as the map needs it: masts with cells on the air, their antennas' true elevations, and per cell the path loss law,
// pattern and power of one resource element. Cells are on the air when they are NR, in service, on a site in service with backhaul.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/hash.h"
#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/radio/antenna_pattern.h"
#include "engine/simulators/radio/carrier.h"
#include "engine/simulators/radio/hall_law.h"
#include "engine/simulators/radio/path_loss.h"
#include "engine/simulators/radio/sight_point.h"
#include "engine/simulators/radio/site_law.h"

namespace parktwin::radio {

struct Transmitter {
  std::uint16_t cell = 0;     ///< index into park.radio_cells
  std::size_t carrier = 0;    ///< index into Transmitters::carriers
  std::size_t frequency = 0;  ///< index into Transmitters::frequencies
  std::size_t pattern = 0;    ///< index into Transmitters::patterns
  PathLossLaw law;
  Orientation orientation;
  double peak_dbm = 0.0;  ///< power of a resource element, EIRP limit kept, less feeder loss plus the antenna's peak gain
  double load = 0.0;
  bool serves = true;  ///< otherwise of another operator: it only disturbs
};

struct Mast {
  Id<RadioSite> site;
  SightPoint point;
  Metres antenna_height;  ///< above ground
  Environment environment = Environment::urban_macro;
  std::vector<Transmitter> transmitters;  ///< in the order of park.radio_cells
  std::optional<Hall> hall;               ///< the building the antennas hang in
  std::optional<Metres> built_height;     ///< mean of the roofs around; none: nothing is built there, or the law does not ask
};

struct Transmitters {
  std::vector<Mast> masts;         ///< in the order of park.radio_sites; only those with a cell on the air
  std::vector<Carrier> carriers;   ///< distinct, in order of appearance
  std::vector<Hertz> frequencies;  ///< distinct centre frequencies
  std::vector<std::shared_ptr<const PatternTable>> patterns;
  std::vector<Note> notes;
};

/// Pattern tables by antenna and electrical tilt, kept because they take longer to make than a tilt takes to change.
class PatternCache {
 public:
  [[nodiscard]] std::shared_ptr<const PatternTable> get(const Antenna& antenna, Degrees electrical_downtilt);

 private:
  std::map<std::pair<ContentHash, double>, std::shared_ptr<const PatternTable>> tables_;
};

[[nodiscard]] bool is_on_air(const Park& park, const RadioCell& cell, std::span<const std::uint8_t> site_connected);

/// Cells of other operators than `network_operator` do not serve; empty: all do. Preconditions: one entry of site_connected per radio site;
/// fewer than 65535 radio cells.
[[nodiscard]] Transmitters list_transmitters(const Park& park, const Grid<SurfaceCell>& surface,
                                             std::span<const std::uint8_t> site_connected, Metres receiver_height, PatternCache& patterns,
                                             std::string_view network_operator = {}, SiteLaw law = SiteLaw::automatic);

}  // namespace parktwin::radio
