#pragma once
// A site's geometry after buildings or trees have changed, made from the one before: traced anew is the wedge from the antenna past each
// changed building, and behind it. The same bits as trace_site() gives, because
// - rays of the radial sweep know nothing of each other: those that pass no changed cell judge as before;
// - exact rays decide a cell from its own and its neighbours' sight: the outermost cells of the wedge, whose neighbours outside hold
// refined
//   sight already, keep what they had;
// - the best detour of a cell depends on its edges and on the fans that reach it: asked again are all cells whose edges changed, and all
//   that a fan may reach which has other obstacles, other walls, or heights of sight from within the wedge where it sets out. The heights
//   themselves are not kept; the sweep finds them again on the rays that need them;
// - a cell's crowns are added up again when its sight turned, or past crowns that came or went.
// Traced whole after all: a site whose antenna stands within six cells of a changed building's bounds, or that more than eight of them
// concern, and antennas that do not stand where they stood.
#include <cstddef>

#include "engine/simulators/radio/land_change.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

struct Retrace {
  SiteGeometry geometry;
  std::size_t judged = 0;  ///< cells that the sweep judged anew
  std::size_t tried = 0;   ///< walls and corners tried as detours
};

/// `before`: what trace_site() gave for the same antenna, device height and reach on the land before `change`; the antenna's `ignored` is
/// numbered as in `obstacles`, which are of the land after it.
[[nodiscard]] Retrace trace_site_again(const SiteGeometry& before, const LandChange& change, const Obstacles& obstacles,
                                       const SightPoint& antenna, Metres receiver_height, Metres maximum_distance);

}  // namespace parktwin::radio
