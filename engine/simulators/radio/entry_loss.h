#pragma once
// Loss through a building's outer wall, 3GPP TR 38.901 v16.1.0 clause 7.4.3.1: L = 5 − 10 lg Σ pᵢ·10^(−Lᵢ/10) over the shares pᵢ of the
// wall's surface (eq. 7.4-3, table 7.4.3-2), with the material losses of table 7.4.3-1. Valid for 0.5–100 GHz.
// Wall classes and what they are made of:
//   standard_glass  30 % standard glass, 70 % concrete         the table's low-loss model, σ 4.4 dB
//   coated_glass    70 % coated (IRR) glass, 30 % concrete     the table's high-loss model, σ 6.5 dB
//   brick           20 % standard glass, 80 % concrete         own mix: table 7.4.3-1 has no brick, σ 4.4 dB
//   concrete        10 % standard glass, 90 % concrete         own mix, σ 4.4 dB
//   metal            3 % standard glass, the rest lets nothing through (sheet cladding with roof lights and doors), own mix, σ 6.5 dB
#include "engine/core/units.h"
#include "engine/park/building.h"

namespace parktwin::radio {

/// Median loss of the wall. Precondition: frequency positive.
[[nodiscard]] Decibel entry_loss(WallMaterial material, Hertz frequency);

/// Standard deviation of that loss between buildings, σP of table 7.4.3-2.
[[nodiscard]] Decibel entry_loss_deviation(WallMaterial material);

}  // namespace parktwin::radio
