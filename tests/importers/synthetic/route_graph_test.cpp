#include "importers/synthetic/route_graph.h"

#include <gtest/gtest.h>

#include <cmath>

#include "importers/synthetic/places.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

Street street(Point a, Point b) { return {"", "", RoadClass::local, 20.0, {{a, b}}, {}}; }

TEST(RouteGraph, JoinsCrossingsAndPlaces) {
  const std::vector<Street> streets = {street({0, 0}, {100, 0}), street({50, -40}, {50, 60}), street({0, 60}, {50, 60})};
  const RouteGraph graph(streets, {{80, 12}, {10, 70}, {53, 3}});
  const auto tree = graph.tree_from(graph.vertex_of_place(0));
  EXPECT_DOUBLE_EQ(tree.length[graph.vertex_of_place(1)], 30.0 + 60.0 + 40.0);
  EXPECT_DOUBLE_EQ(tree.length[graph.vertex_of_place(2)], 30.0);  // joined to the crossing
  const auto route = graph.route(tree, graph.vertex_of_place(1));
  EXPECT_EQ(route.edges.size() + 1, route.vertices.size());
  EXPECT_EQ(route.vertices.front(), graph.vertex_of_place(0));
}

TEST(RouteGraph, ShortestLengthsAgreeWithFloydAndWarshall) {
  const Draft& draft = reference_draft();
  std::vector<Street> some(draft.streets.begin(), draft.streets.begin() + 14);
  const RouteGraph graph(some, {});
  const std::size_t n = graph.points().size();
  std::vector<double> d(n * n, INFINITY);
  for (std::size_t i = 0; i < n; ++i) d[i * n + i] = 0.0;
  for (const auto& edge : graph.edges()) d[edge.a * n + edge.b] = d[edge.b * n + edge.a] = std::min(d[edge.a * n + edge.b], edge.length);
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) d[i * n + j] = std::min(d[i * n + j], d[i * n + k] + d[k * n + j]);
    }
  }
  for (std::size_t i = 0; i < n; i += 3) {
    const auto tree = graph.tree_from(i);
    for (std::size_t j = 0; j < n; ++j) {
      if (std::isfinite(d[i * n + j])) {
        EXPECT_NEAR(tree.length[j], d[i * n + j], 1e-6);
      }
    }
  }
}

TEST(RouteGraph, EveryPlaceOfEveryParkIsConnected) {
  for (const auto& options : several_sizes()) {
    const Draft draft = draw_plan(options);
    const Places places = collect_places(draft, {});
    const RouteGraph graph(draft.streets, places.points);
    const auto tree = graph.tree_from(0);
    for (std::size_t i = 0; i < places.points.size(); ++i)
      EXPECT_TRUE(std::isfinite(tree.length[graph.vertex_of_place(i)])) << options.area_km2 << " place " << i;
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
