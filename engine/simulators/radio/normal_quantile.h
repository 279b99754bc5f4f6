#pragma once
// The value a standard normal variable stays below with a given probability, F⁻¹ of the ITU-R recommendations. Starting value from
// Abramowitz & Stegun 26.2.23 (absolute error below 4.5e-4), refined by Newton steps on std::erfc to a relative error below 1e-13.

namespace parktwin::radio {

/// Precondition: probability in (0, 1).
[[nodiscard]] double normal_quantile(double probability);

}  // namespace parktwin::radio
