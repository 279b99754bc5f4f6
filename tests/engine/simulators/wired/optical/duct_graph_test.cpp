#include "engine/simulators/wired/optical/duct_graph.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::wired::optical {
namespace {

Park park_with(const std::vector<LineString>& paths) {
  std::vector<Duct> ducts;
  for (std::size_t i = 0; i < paths.size(); ++i) ducts.push_back({"D" + std::to_string(i), 4, paths[i]});
  Park park;
  park.ducts = Part(Table(ducts));
  return park;
}

TEST(DuctGraph, JoinsEndsAtOnePlaceAndMeasuresTheCourse) {
  const DuctGraph graph(park_with({{{{0, 0}, {30, 0}, {30, 40}}}, {{{30.02, 40}, {30, 100}}}, {{{500, 0}, {600, 0}}}}));
  ASSERT_EQ(graph.size(), 5U);
  EXPECT_EQ(graph.nearest({29, 41}), 1U);
  EXPECT_EQ(graph.duct_at(1), Id<Duct>(0));
  const auto ways = graph.ways_from(0);
  EXPECT_EQ(ways.cost[0], 0.0);
  EXPECT_EQ(ways.cost[1], 70.0);
  EXPECT_NEAR(ways.cost[2], 130.0, 0.01);
  EXPECT_EQ(ways.previous[2], 1U);
  EXPECT_TRUE(std::isinf(ways.cost[3]));
  EXPECT_EQ(ways.previous[3], DuctGraph::none);
  EXPECT_EQ(DuctGraph(Park()).size(), 0U);
}

TEST(DuctGraph, FindsTheShortestWaysOnRandomGrids) {
  for (std::uint32_t number = 0; number < 30; ++number) {
    const RandomSequence random(91, 2, number);
    std::vector<LineString> paths;
    std::uint32_t draw = 0;
    for (int i = 0; i < 14; ++i) {
      const auto point = [&] {
        const double x = 100.0 * random.below(draw++, 4);
        return Point{x, 100.0 * random.below(draw++, 4)};
      };
      const Point a = point();
      const Point b = point();
      if (!(a == b)) paths.push_back({{a, {a.x, b.y + 7.0 * i}, b}});
    }
    const DuctGraph graph(park_with(paths));
    // Bellman–Ford over the ducts themselves.
    for (std::size_t start = 0; start < graph.size(); ++start) {
      std::vector<double> metres(graph.size(), std::numeric_limits<double>::infinity());
      metres[start] = 0.0;
      for (std::size_t round = 0; round < graph.size(); ++round) {
        for (const LineString& path : paths) {
          const std::size_t a = graph.nearest(path.points.front());
          const std::size_t b = graph.nearest(path.points.back());
          metres[b] = std::min(metres[b], metres[a] + length(path));
          metres[a] = std::min(metres[a], metres[b] + length(path));
        }
      }
      const auto ways = graph.ways_from(start);
      for (std::size_t end = 0; end < graph.size(); ++end) {
        if (std::isinf(metres[end])) {
          EXPECT_TRUE(std::isinf(ways.cost[end]));
        } else {
          EXPECT_NEAR(ways.cost[end], metres[end], 1e-9);
        }
      }
    }
  }
}

}  // namespace
}  // namespace parktwin::wired::optical
