#include "engine/simulators/energy/solar/horizon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace parktwin::energy::solar {
namespace {

constexpr double per_degree = 0.017453292519943295;

Prism box(double west, double south, double east, double north, double top) {
  return {{{west, south}, {east, south}, {east, north}, {west, north}}, top};
}

TEST(Horizon, RisesToTheTopOfAWall) {
  const Horizon horizon = horizon_at({0, 0}, 10.0, {box(-1e6, 20.0, 1e6, 30.0, 30.0)});  // endless wall 20 m to the north, 20 m higher
  for (std::size_t i = 0; i < horizon_directions; ++i) {
    const double towards = std::cos((static_cast<double>(i) + 0.5) * 5.0 * per_degree);
    const double expected = towards > 0.0 ? std::atan(towards) / per_degree : 0.0;
    EXPECT_NEAR(horizon.elevation_deg[i], expected, 1e-9) << i;
  }
  // An endless wall of elevation β hides (1 − cos β) / 2 of an evenly bright sky from a level surface.
  EXPECT_NEAR(horizon.sky_view(), 1.0 - 0.5 * (1.0 - std::cos(45.0 * per_degree)), 1e-3);
}

TEST(Horizon, IsFlatBelowLowRoofs) {
  const Horizon horizon = horizon_at({0, 0}, 10.0, {box(5, 5, 9, 9, 9.9), box(-9, -9, -5, -5, 10.0)});
  for (const double elevation : horizon.elevation_deg) EXPECT_EQ(elevation, 0.0);
  EXPECT_EQ(horizon.sky_view(), 1.0);
}

/// Walks along the ray in small steps until it stands in a prism.
double marched_deg(Point from, double eye, const std::vector<Prism>& prisms, double azimuth_deg) {
  double highest = 0.0;
  for (const auto& prism : prisms) {
    for (double d = 0.05; d < 150.0; d += 0.05) {
      const Point p = {from.x + d * std::sin(azimuth_deg * per_degree), from.y + d * std::cos(azimuth_deg * per_degree)};
      if (!contains(Polygon{prism.outline, {}}, p)) continue;
      highest = std::max(highest, std::atan((prism.top_m - eye) / d) / per_degree);
      break;
    }
  }
  return highest;
}

TEST(Horizon, AgreesWithAMarchAlongEachRay) {
  const RandomSequence random(11, 1, 1);
  for (std::uint32_t scene = 0; scene < 8; ++scene) {
    std::vector<Prism> prisms;
    for (std::uint32_t i = 0; i < 5; ++i) {
      const auto draw = [&](std::uint32_t k, double low, double high) { return random.uniform(100 * scene + 10 * i + k, low, high); };
      const double x = draw(0, -80.0, 60.0);
      const double y = i % 2 == 0 ? draw(1, 5.0, 60.0) : -35.0 - draw(1, 0.0, 60.0);  // none around the point
      prisms.push_back(box(x, y, x + draw(2, 5.0, 40.0), y + draw(3, 5.0, 30.0), draw(4, 5.0, 50.0)));
    }
    const Horizon horizon = horizon_at({0, 0}, 12.0, prisms);
    for (std::size_t i = 0; i < horizon_directions; ++i) {
      // Steps miss the tip of a corner that the ray just grazes, so rays a little to either side are marched as well.
      double least = 90.0;
      double most = 0.0;
      for (const double aside : {-0.15, 0.0, 0.15}) {
        const double marched = marched_deg({0, 0}, 12.0, prisms, (static_cast<double>(i) + 0.5) * 5.0 + aside);
        least = std::min(least, marched);
        most = std::max(most, marched);
      }
      EXPECT_GE(horizon.elevation_deg[i], least - 0.8) << scene << " " << i;
      EXPECT_LE(horizon.elevation_deg[i], most + 0.8) << scene << " " << i;
    }
  }
}

TEST(Horizon, TurnsWithTheAxes) {
  const std::vector<Prism> wall = {box(-1e6, 20.0, 1e6, 30.0, 40.0)};
  const Horizon straight = horizon_at({0, 0}, 10.0, wall);
  const Horizon turned = horizon_at({0, 0}, 10.0, wall, 10.0);  // the axis y looks to azimuth 10°
  for (std::size_t i = 0; i < horizon_directions; ++i)
    EXPECT_NEAR(turned.elevation_deg[(i + 2) % horizon_directions], straight.elevation_deg[i], 1e-9) << i;
}

TEST(Horizon, HidesTheSunBehindItFromPartOfARoof) {
  // A tower south of the eastern half of a roof, sun in the south at 30°.
  const std::vector<Prism> tower = {box(50.0, -20.0, 100.0, -10.0, 40.0)};
  std::vector<Horizon> roof;
  for (const Point p : spread_points({{{0, 0}, {100, 0}, {100, 20}, {0, 20}}, {}}, 20)) roof.push_back(horizon_at(p, 10.0, tower));
  EXPECT_EQ(roof.size(), 20U);
  EXPECT_NEAR(sunlit_share(roof, {60.0, 180.0, 1.0}), 0.5, 0.11);
  EXPECT_EQ(sunlit_share(roof, {10.0, 180.0, 1.0}), 1.0);
  EXPECT_EQ(sunlit_share(roof, {100.0, 180.0, 1.0}), 0.0);
  EXPECT_TRUE(roof.front().sees({45.0, 359.9, 1.0}));
}

TEST(Horizon, SpreadsPointsInsideOnly) {
  const Polygon corner = {{{0, 0}, {40, 0}, {40, 10}, {10, 10}, {10, 40}, {0, 40}}, {}};
  const auto points = spread_points(corner, 12);
  EXPECT_GE(points.size(), 8U);
  for (const Point p : points) EXPECT_TRUE(contains(corner, p));
  EXPECT_FALSE(spread_points({{{0, 0}, {1, 0}, {0, 0.01}}, {}}, 1).empty());
}

}  // namespace
}  // namespace parktwin::energy::solar
