#pragma once
// The best detour of every map cell that an antenna does not see: around one vertical corner or off one façade, up to 150 m behind it.
// Ranked by a nominal gain at 3.5 GHz: −20 lg of the way, for a corner the knife-edge loss of its extra way, for a façade 7 dB; what is
// more than 15 dB below the path over the roofs is not kept. The map later weighs the detour kept with the true frequency, material and
// pattern.
#include "engine/simulators/radio/site_view.h"

namespace parktwin::radio {

inline constexpr double detour_reach_m = 150.0;

/// Fills geometry.detour and geometry.detours. Needs the edges of the radial sweep.
void find_detours(const SiteView& view, SiteGeometry& geometry);

}  // namespace parktwin::radio
