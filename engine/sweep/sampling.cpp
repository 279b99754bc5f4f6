#include "engine/sweep/sampling.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <numeric>

#include "engine/core/random.h"

namespace parktwin::sweep {
namespace {

constexpr std::uint32_t slice_stream = 301;

}  // namespace

std::vector<Point> latin_hypercube(std::size_t count, std::size_t factors, std::uint64_t seed) {
  std::vector<Point> points(count, Point(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const RandomSequence random(seed, slice_stream, static_cast<std::uint32_t>(factor));
    std::vector<std::size_t> slices(count);
    std::iota(slices.begin(), slices.end(), std::size_t{0});
    std::uint32_t draw = 0;
    for (std::size_t i = count; i > 1; --i) std::swap(slices[i - 1], slices[random.below(draw++, static_cast<std::uint32_t>(i))]);
    for (std::size_t i = 0; i < count; ++i) {
      points[i][factor] = (static_cast<double>(slices[i]) + random.uniform(draw++)) / static_cast<double>(count);
    }
  }
  return points;
}

std::vector<Point> sobol(std::size_t count, std::size_t factors) {
  boost::random::sobol engine(factors);
  std::vector<Point> points(count, Point(factors));
  for (Point& point : points) {
    // 53 bits of 64: a double below 1.
    for (double& coordinate : point) coordinate = static_cast<double>(engine() >> 11U) * 0x1p-53;
  }
  return points;
}

std::vector<Point> saltelli(std::size_t base_points, std::size_t factors) {
  std::vector<Point> points;
  points.reserve(base_points * (factors + 2));
  for (const Point& pair : sobol(base_points, 2 * factors)) {
    const auto middle = pair.begin() + static_cast<std::ptrdiff_t>(factors);
    const Point a(pair.begin(), middle);
    const Point b(middle, pair.end());
    points.push_back(a);
    points.push_back(b);
    for (std::size_t factor = 0; factor < factors; ++factor) {
      points.push_back(a);
      points.back()[factor] = b[factor];
    }
  }
  return points;
}

}  // namespace parktwin::sweep
