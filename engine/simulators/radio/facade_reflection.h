#pragma once
// Power that a façade reflects like a mirror: the Fresnel reflection of its materials (ITU-R P.2040-3, half spaces, TE: a vertically
// polarised wave on a vertical wall) weighted by their shares of its surface, the shares of entry_loss.h. Where that mix leaves out what
// lets nothing through, and for coated glass, the surface is metal. Rough faces, windows' depth and edges of the façade are ignored.
#include "engine/core/units.h"
#include "engine/park/building.h"

namespace parktwin::radio {

/// Share of the incident power, in [0, 1]. `cos_incidence`: between ray and the façade's normal, in (0, 1].
[[nodiscard]] double facade_reflection(WallMaterial material, Hertz frequency, double cos_incidence);

}  // namespace parktwin::radio
