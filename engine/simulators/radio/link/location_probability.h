#pragma once
// With what probability a place is served when levels in dB scatter normally about the median: Q((threshold − median)/σ). Several servers
// at a place and correlation between places are ignored. How much of an area is served: location_shares.h.
#include "engine/core/units.h"

namespace parktwin::radio::link {

/// Q(x), the probability that a standard normal deviate exceeds x.
[[nodiscard]] double normal_exceedance(double x);

/// The x that is exceeded with the probability: error below 1e-12 for 1e-12 to 1 − 1e-12, less accurate beyond. Precondition: inside (0,
/// 1).
[[nodiscard]] double normal_quantile_exceeded(double probability);

/// Probability that the level exceeds the threshold; without scatter 1 or 0. Precondition: deviation not negative.
[[nodiscard]] double point_probability(Dbm median, Dbm threshold, Decibel deviation);

/// How far the median must lie above the threshold. Negative for probabilities below one half. Precondition: inside (0, 1).
[[nodiscard]] Decibel margin_for(double probability, Decibel deviation);

}  // namespace parktwin::radio::link
