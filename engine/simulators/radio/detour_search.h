#pragma once
// The best detour of every map cell that an antenna does not see: around one vertical corner or off one façade, up to 150 m behind it.
// Ranked by a nominal gain at 3.5 GHz: −20 lg of the way, for a corner the knife-edge loss of its extra way, for a façade 7 dB; what is
// more than 15 dB below the path over the roofs is not kept. The map later weighs the detour kept with the true frequency, material and
// pattern. Of equal ones the first wall or corner counts. A cell's best depends on nothing but its own edges and the fans that reach it,
// and detours are kept in an order that their content alone decides, so that some cells can be asked again and the rest left as it is.
#include <vector>

#include "engine/simulators/radio/cell_tiles.h"
#include "engine/simulators/radio/land_change.h"
#include "engine/simulators/radio/site_view.h"

namespace parktwin::radio {

inline constexpr double detour_reach_m = 150.0;
inline constexpr std::size_t most_detours = 65534;  ///< that a geometry can name; further ones are not taken

/// Fills geometry.detour and geometry.detours. Needs the edges of the radial sweep.
void find_detours(const SiteView& view, SiteGeometry& geometry);

/// What a changed land asks to try again.
struct Repeat {
  std::vector<std::size_t> tried;  ///< walls, and behind all of them corners, ascending
  std::vector<Box> starts;         ///< where they need the heights of sight
  std::size_t ways = 0;            ///< walls and corners that lead anywhere, tried again or not
};

/// `view` is of the land now, its heights of sight are not asked; `traced`: cells that the sweep judged anew; `open`: cells whose edges are
/// not what they were. Adds to `open` the cells that a changed way reaches or reached.
[[nodiscard]] Repeat detours_to_repeat(const SiteView& view, const LandChange& change, const CellTiles& traced, CellTiles& open);

/// Brings the open cells of a geometry up to date. Precondition: no more detours before and ways tried than most_detours in all.
void find_detours_again(const SiteView& view, const Repeat& repeat, const CellTiles& open, SiteGeometry& geometry);

}  // namespace parktwin::radio
