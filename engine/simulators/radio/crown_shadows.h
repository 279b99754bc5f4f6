#pragma once
// Metres of tree crown on the straight line from an antenna to every map cell that sees it past buildings and terrain. Behind a roof edge
// the path comes down steeply and trees are left out. A crown is passed when the line's height at the tree lies within it; the way through
// is the chord of the upright cylinder.
#include "engine/simulators/radio/site_view.h"

namespace parktwin::radio {

/// Fills geometry.vegetation. Needs the sight of the radial sweep.
void add_crown_shadows(const SiteView& view, SiteGeometry& geometry);

}  // namespace parktwin::radio
