#include "engine/park/road_network.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"

namespace parktwin {
namespace {

Road road(std::vector<Point> points) {
  Road result;
  result.path.points = std::move(points);
  return result;
}

std::size_t vertex_near(const RoadNetwork& network, Point point) {
  for (std::size_t i = 0; i < network.vertices().size(); ++i) {
    if (distance(network.vertices()[i], point) < 1.0) return i;
  }
  ADD_FAILURE() << "no vertex near " << point.x << " " << point.y;
  return 0;
}

TEST(RoadNetwork, StreetsMeetWhereTheyCross) {
  const RoadNetwork network({road({{0, 0}, {100, 0}}), road({{50, -50}, {50, 50}})}, 1.0);
  EXPECT_EQ(network.vertices().size(), 5U);
  EXPECT_EQ(network.edges().size(), 4U);
  const auto ways = network.ways_from(vertex_near(network, {0, 0}));
  const auto& way = ways[vertex_near(network, {50, 50})];
  ASSERT_TRUE(way);
  EXPECT_DOUBLE_EQ(way->length, 100.0);
  EXPECT_EQ(way->edges.size(), 2U);
}

TEST(RoadNetwork, EndsThatMissByLittleAreJoined) {
  const std::vector<Road> roads = {road({{0, 0}, {100, 0}}), road({{60, 8}, {60, 90}})};
  const RoadNetwork apart(roads, 5.0);
  EXPECT_FALSE(apart.ways_from(vertex_near(apart, {0, 0}))[vertex_near(apart, {60, 90})]);
  const RoadNetwork joined(roads, 10.0);
  const auto way = joined.ways_from(vertex_near(joined, {0, 0}))[vertex_near(joined, {60, 90})];
  ASSERT_TRUE(way);
  EXPECT_NEAR(way->length, 60.0 + 90.0, 1e-9);
}

TEST(RoadNetwork, TheNearestPlaceIsOnAnEdge) {
  const RoadNetwork network({road({{0, 0}, {100, 0}, {100, 100}})}, 1.0);
  const auto foot = network.nearest({110.0, 40.0});
  ASSERT_TRUE(foot);
  EXPECT_DOUBLE_EQ(foot->distance, 10.0);
  EXPECT_EQ(foot->point, (Point{100.0, 40.0}));
  EXPECT_FALSE(RoadNetwork({}, 1.0).nearest({0, 0}));
}

// Floyd–Warshall on the same edges.
TEST(RoadNetwork, WaysAreShortest) {
  for (std::uint32_t trial = 0; trial < 10; ++trial) {
    const RandomSequence random(11, 0, trial);
    std::vector<Road> roads;
    for (std::uint32_t i = 0; i < 12; ++i) {
      roads.push_back(road({{random.uniform(4 * i, 0, 1000), random.uniform(4 * i + 1, 0, 1000)},
                            {random.uniform(4 * i + 2, 0, 1000), random.uniform(4 * i + 3, 0, 1000)}}));
    }
    const RoadNetwork network(roads, 5.0);
    const std::size_t count = network.vertices().size();
    const double far = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> best(count, std::vector<double>(count, far));
    for (std::size_t i = 0; i < count; ++i) best[i][i] = 0.0;
    for (const auto& edge : network.edges()) {
      best[edge.from][edge.to] = std::min(best[edge.from][edge.to], edge.length);
      best[edge.to][edge.from] = std::min(best[edge.to][edge.from], edge.length);
    }
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) best[i][j] = std::min(best[i][j], best[i][k] + best[k][j]);
      }
    }
    const auto ways = network.ways_from(0);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(ways[i].has_value(), best[0][i] < far);
      if (!ways[i]) continue;
      EXPECT_NEAR(ways[i]->length, best[0][i], 1e-6);
      double along = 0.0;
      for (const auto edge : ways[i]->edges) along += network.edges()[edge].length;
      EXPECT_NEAR(along, best[0][i], 1e-6);
    }
  }
}

}  // namespace
}  // namespace parktwin
