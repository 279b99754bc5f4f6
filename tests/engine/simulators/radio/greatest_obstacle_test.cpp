#include "engine/simulators/radio/greatest_obstacle.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

constexpr double wavelength_m = 0.1;

Grid<SurfaceCell> surface_of(const std::vector<Building>& buildings, const Terrain& terrain = {}) {
  return make_surface(terrain, buildings, frame_covering({{0, 0}, {600, 400}}, 2.0));
}

SightPoint antenna_at(Point position, double elevation_m) {
  return {.position = position, .elevation_m = elevation_m, .ignored = no_building};
}

// ν = h √(2/λ (1/d1 + 1/d2)), P.526-15 eq. 26, at the edge nearer to the device of a 20 m house between x = 300 and 320 m; the line from
// 25 m down to 1.5 m over 300 m.
TEST(GreatestObstacle, IsTheHouseInTheWay) {
  const auto surface = surface_of({test::building("low", test::box(200, 150, 20, 100), 10.0),  //
                                   test::building("high", test::box(300, 150, 20, 100), 20.0)});
  const auto found = greatest_obstacle(surface, antenna_at({101, 201}, 25.0), {401, 201}, 1.5, wavelength_m);
  EXPECT_EQ(found.building, 1);
  const double d1_m = 219.0;
  const double d2_m = 81.0;
  const double h_m = 20.0 - (25.0 - 23.5 * d1_m / 300.0);
  EXPECT_NEAR(found.fresnel_parameter, h_m * std::sqrt(2.0 / wavelength_m * (1.0 / d1_m + 1.0 / d2_m)), 0.15);
}

TEST(GreatestObstacle, NeitherOwnHouseNorTheMastsOwnCounts) {
  const auto surface = surface_of({test::building("mast", test::box(90, 190, 20, 20), 30.0),  //
                                   test::building("device", test::box(390, 150, 60, 100), 40.0),
                                   test::building("between", test::box(250, 150, 20, 100), 16.0)});
  SightPoint antenna = antenna_at({101, 201}, 25.0);
  antenna.ignored = 0;
  EXPECT_EQ(greatest_obstacle(surface, antenna, {431, 201}, 1.5, wavelength_m).building, 2);
  EXPECT_EQ(greatest_obstacle(surface, antenna, {481, 201}, 1.5, wavelength_m).building, 1);
}

TEST(GreatestObstacle, MayBeTheTerrain) {
  Terrain terrain;
  terrain.elevation_m = Grid<float>(frame_covering({{0, 0}, {600, 400}}, 10.0), 0.0F);
  for (std::int32_t row = 0; row < 40; ++row) terrain.elevation_m.at(30, row) = 40.0F;  // a ridge at x = 305 m
  const auto surface = surface_of({test::building("low", test::box(200, 150, 20, 100), 5.0)}, terrain);
  const auto found = greatest_obstacle(surface, antenna_at({101, 201}, 25.0), {501, 201}, 1.5, wavelength_m);
  EXPECT_EQ(found.building, no_building);
  EXPECT_GT(found.fresnel_parameter, 5.0);
}

TEST(GreatestObstacle, OverOpenGroundItIsBelowTheLine) {
  const auto surface = surface_of({});
  EXPECT_LT(greatest_obstacle(surface, antenna_at({101, 201}, 25.0), {401, 201}, 1.5, wavelength_m).fresnel_parameter, -0.5);
  // An antenna beyond the frame, and one over the device.
  EXPECT_LT(greatest_obstacle(surface, antenna_at({-300, 201}, 25.0), {401, 201}, 1.5, wavelength_m).fresnel_parameter, -0.5);
  EXPECT_TRUE(std::isinf(greatest_obstacle(surface, antenna_at({401, 201}, 25.0), {401, 201}, 1.5, wavelength_m).fresnel_parameter));
}

}  // namespace
}  // namespace parktwin::radio
