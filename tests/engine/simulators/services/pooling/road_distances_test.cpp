#include "engine/simulators/services/pooling/road_distances.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::services::pooling {
namespace {

Road road(std::vector<Point> points) {
  Road made;
  made.path.points = std::move(points);
  return made;
}

TEST(RoadDistances, FollowRoadsThatCrossOrTouch) {
  const std::vector<Road> roads = {road({{0, 0}, {1000, 0}}), road({{500, -500}, {500, 700}}), road({{500.5, 700}, {900, 700}})};
  const auto km = road_distances(roads, {{0, 10}, {1000, 0}, {900, 700}});
  ASSERT_TRUE(km[0][1] && km[0][2] && km[2][1]);
  EXPECT_NEAR(*km[0][1], 1.01, 1e-6);
  EXPECT_NEAR(*km[0][2], 0.01 + 0.5 + 0.7 + 0.4, 1e-3);  // the third road begins half a metre beside the second
  EXPECT_EQ(*km[2][1], *km[1][2]);
  EXPECT_EQ(*km[1][1], 0.0);
}

TEST(RoadDistances, AreNothingBetweenRoadsApart) {
  const auto km = road_distances({road({{0, 0}, {10, 0}}), road({{0, 50}, {10, 50}})}, {{0, 0}, {10, 50}});
  EXPECT_FALSE(km[0][1]);
  EXPECT_FALSE(road_distances({}, {{0, 0}, {1, 1}})[0][1]);
}

// On a grid of streets the way is the sum of both distances.
TEST(RoadDistances, OnAGridAreThoseOfTheTaxi) {
  std::vector<Road> roads;
  for (int i = 0; i <= 10; ++i) {
    roads.push_back(road({{100.0 * i, 0}, {100.0 * i, 1000}}));
    roads.push_back(road({{0, 100.0 * i}, {1000, 100.0 * i}}));
  }
  std::vector<Point> places;
  for (int i = 0; i < 12; ++i) places.push_back({100.0 * (i * 7 % 11), 100.0 * (i * 4 % 11)});
  const auto km = road_distances(roads, places);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < places.size(); ++j) {
      ASSERT_TRUE(km[i][j]);
      EXPECT_NEAR(*km[i][j], 1e-3 * (std::abs(places[i].x - places[j].x) + std::abs(places[i].y - places[j].y)), 1e-6);
    }
  }
}

}  // namespace
}  // namespace parktwin::services::pooling
