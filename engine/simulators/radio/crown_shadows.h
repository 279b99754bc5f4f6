#pragma once
// Metres of tree crown on the straight line from an antenna to every map cell that sees it past buildings and terrain. Behind a roof edge
// the path comes down steeply and trees are left out. A crown is passed when the line's height at the tree lies within it; the way through
// is the chord of the upright cylinder.
#include <cstddef>
#include <span>

#include "engine/simulators/radio/site_view.h"

namespace parktwin::radio {

/// Fills geometry.vegetation. Needs the sight of the radial sweep.
void add_crown_shadows(const SiteView& view, SiteGeometry& geometry);

/// Brings geometry.vegetation up to date where cells are seen that were not, or the other way around (`turned`), and on the lines past
/// crowns that came or went (`changed`).
void add_crown_shadows_again(const SiteView& view, std::span<const std::size_t> turned, std::span<const Crown> changed,
                             SiteGeometry& geometry);

}  // namespace parktwin::radio
