#pragma once
// Which path loss law the cells of a mast follow in mode site_general, and that law's numbers.
//   automatic  TR 38.901 UMa for antennas from 20 m above ground, UMi street canyon below (path_loss.h)
//   uma, umi   that table's row for every mast
//   rma        its rural macro cell (rural_path_loss.h), buildings as high as around the mast (5 to 50 m, 5 m where nothing is built),
//              streets 20 m wide
//   p1411      ITU-R P.1411-13 site-general (site_general.h), never less than with sight. An antenna is above the roofs where it is higher
//              above ground than the buildings around are on average. Out of sight below the roofs the high-rise row from a mean of 9 m,
//              three storeys, an assumption, else the low-rise row; above the roofs the Recommendation has the high-rise row alone.
// "Around": the built map cells within 250 m, each counted once.
#include <array>
#include <optional>

#include "engine/core/describe.h"
#include "engine/simulators/radio/path_loss.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

enum class SiteLaw { automatic, uma, umi, rma, p1411 };

constexpr auto names_of(SiteLaw) {
  return std::to_array<EnumName<SiteLaw>>(
      {{SiteLaw::automatic, "automatic"}, {SiteLaw::uma, "uma"}, {SiteLaw::umi, "umi"}, {SiteLaw::rma, "rma"}, {SiteLaw::p1411, "p1411"}});
}

inline constexpr Metres surroundings_radius = Metres(250.0);
inline constexpr Metres high_rise_from = Metres(9.0);  ///< mean height of three storeys; assumed

/// Mean height of the roofs around; none where nothing is built.
[[nodiscard]] std::optional<Metres> built_height_around(const Grid<SurfaceCell>& surface, Point place);

/// Heights above ground.
[[nodiscard]] Environment environment_of(SiteLaw law, Metres antenna_height, std::optional<Metres> built_height);

/// Of any environment. Precondition: frequency and antenna height positive.
[[nodiscard]] PathLossLaw site_path_loss_law(Environment environment, Hertz frequency, Metres antenna_height, Metres device_height,
                                             std::optional<Metres> built_height);

}  // namespace parktwin::radio
