#pragma once
// With what probability a place, or a place anywhere in a cell, is served when levels in dB scatter normally about the median.
// Point: Q((threshold − median)/σ). Area of a round cell whose median falls by 10·n dB per decade of distance, in closed form: Jakes
// (editor), Microwave Mobile Communications, 1974, chapter 2, pages 126–128. Exact for a single cell with one exponent and independent
// places; several servers at a place and correlation between them are ignored.
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

/// Share of a cell's area that is served when its edge is served with `edge_probability`. Preconditions: it lies inside (0, 1), deviation
/// and exponent n positive.
[[nodiscard]] double area_probability(double edge_probability, Decibel deviation, double path_loss_exponent);

}  // namespace parktwin::radio::link
