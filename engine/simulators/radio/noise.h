#pragma once
// Thermal noise in one resource element: k·T·Δf, raised by the device's noise figure. T = 290 K (ITU-R P.372-16, clause 2).
#include "engine/core/units.h"

namespace parktwin::radio {

/// Precondition: bandwidth positive.
[[nodiscard]] Dbm thermal_noise(Hertz bandwidth, Decibel noise_figure);

}  // namespace parktwin::radio
