#include "engine/sweep/sensitivity.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::sweep {
namespace {

/// Values of the base points that are whole, each with A, B and A with one factor of B after the other.
std::vector<std::span<const double>> whole_points(std::span<const double> values, std::size_t width) {
  std::vector<std::span<const double>> points;
  for (std::size_t begin = 0; begin < values.size(); begin += width) {
    const auto point = values.subspan(begin, width);
    if (std::all_of(point.begin(), point.end(), [](double value) { return std::isfinite(value); })) points.push_back(point);
  }
  return points;
}

}  // namespace

std::vector<Indices> sensitivity(std::span<const double> values, const std::vector<std::string>& factors) {
  const std::size_t width = factors.size() + 2;
  PARKTWIN_CHECK(values.size() % width == 0, "values of whole base points");
  const auto points = whole_points(values, width);
  if (points.size() < 2) return {};
  const auto count = static_cast<double>(points.size());
  double mean = 0.0;
  for (const auto& point : points) mean += (point[0] + point[1]) / (2.0 * count);
  double variance = 0.0;
  for (const auto& point : points) variance += (std::pow(point[0] - mean, 2) + std::pow(point[1] - mean, 2)) / (2.0 * count);
  if (!(variance > 1e-12 * mean * mean)) return {};
  std::vector<Indices> indices;
  for (std::size_t factor = 0; factor < factors.size(); ++factor) {
    double first = 0.0;
    double total = 0.0;
    for (const auto& point : points) {
      const double mixed = point[2 + factor];
      first += (point[1] - mean) * (mixed - point[0]) / count;
      total += std::pow(point[0] - mixed, 2) / (2.0 * count);
    }
    indices.push_back({factors[factor], first / variance, total / variance});
  }
  return indices;
}

std::vector<Swing> tornado(std::span<const double> values, const std::vector<std::string>& factors) {
  PARKTWIN_CHECK(values.size() == 2 * factors.size(), "two values of each factor");
  std::vector<Swing> swings;
  for (std::size_t factor = 0; factor < factors.size(); ++factor) {
    const Swing swing{factors[factor], values[2 * factor], values[2 * factor + 1]};
    if (std::isfinite(swing.at_least) && std::isfinite(swing.at_greatest)) swings.push_back(swing);
  }
  std::stable_sort(swings.begin(), swings.end(), [](const Swing& a, const Swing& b) {
    return std::abs(a.at_greatest - a.at_least) > std::abs(b.at_greatest - b.at_least);
  });
  return swings;
}

}  // namespace parktwin::sweep
