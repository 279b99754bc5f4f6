#include "engine/simulators/wired/optical/splitter_sites.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "engine/park/pon_standards.h"
#include "tests/engine/simulators/wired/optical/street_park.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::UnorderedElementsAre;

TEST(SplitterSites, AreTheDevicesAndTheForks) {
  const Park park = StreetPark().park();
  DuctWays ways(park);
  const DuctGraph& graph = ways.graph();
  const auto sites =
      sites_below({}, ways, (*park.network_nodes)[Id<NetworkNode>(0)], {entry_of(ways, {1200, 100}), entry_of(ways, {1200, -130})});
  std::vector<std::pair<double, double>> places;
  for (const std::size_t end : sites.ends) places.emplace_back(graph.at(end).x, graph.at(end).y);
  // The terminal, the fork and both units; neither the bend at 500 m nor the side street.
  EXPECT_THAT(places,
              UnorderedElementsAre(std::pair{0.0, 0.0}, std::pair{1000.0, 0.0}, std::pair{1200.0, 100.0}, std::pair{1200.0, -100.0}));
  const auto fork = static_cast<std::size_t>(std::find(places.begin(), places.end(), std::pair{1000.0, 0.0}) - places.begin());
  EXPECT_EQ(sites.problem.feeder_m[fork], 1000.0);
  EXPECT_EQ(sites.problem.drop_m[fork][0], 300.0);
  EXPECT_EQ(sites.problem.drop_m[fork][1], 330.0);  // 30 m beyond the end of the duct
  EXPECT_EQ(sites.problem.least_db, 14.0);
  EXPECT_EQ(sites.problem.most_db, 26.0);
  EXPECT_EQ(sites.problem.link_db, 1.2);
  EXPECT_EQ(sites.problem.reach_m, 20000.0);
}

TEST(SplitterSites, NoOtherManholeShortensTheFibre) {
  // Least effort with every duct end as a place, against the places that were kept, on random trees of streets.
  for (std::uint32_t number = 0; number < 25; ++number) {
    const RandomSequence random(17, 5, number);
    std::uint32_t draw = 0;
    StreetPark streets;
    streets.ducts.clear();
    std::vector<Point> ends{{0, 0}};
    for (int i = 1; i < 12; ++i) {
      const Point from = ends[random.below(draw++, static_cast<std::uint32_t>(ends.size()))];
      const double x = from.x + random.uniform(draw++, 50.0, 300.0);
      ends.push_back({x, from.y + random.uniform(draw++, -200.0, 200.0)});
      streets.add_duct(from, ends.back());
    }
    const Park park = streets.park();
    DuctWays ways(park);
    const DuctGraph& graph = ways.graph();
    std::vector<DuctEntry> units;
    for (int i = 0; i < 4; ++i) units.push_back(entry_of(ways, ends[random.below(draw++, 12)]));
    const auto sites = sites_below({}, ways, (*park.network_nodes)[Id<NetworkNode>(0)], units);
    splitters::Problem everywhere = sites.problem;
    everywhere.feeder_m.clear();
    everywhere.between_m.clear();
    everywhere.drop_m.clear();
    for (std::size_t end = 0; end < graph.size(); ++end) {
      const auto from_here = graph.ways_from(end);
      everywhere.feeder_m.push_back(from_here.cost[graph.nearest({0, 0})]);
      everywhere.between_m.push_back(from_here.cost);
      auto& drops = everywhere.drop_m.emplace_back();
      for (const DuctEntry& unit : units) drops.push_back(from_here.cost[unit.end]);
    }
    for (const splitters::Stages& stages : {splitters::Stages{1, 2, 17.5}, splitters::Stages{2, 2, 17.5}}) {
      EXPECT_NEAR(splitters::place(sites.problem, stages).effort_m, splitters::place(everywhere, stages).effort_m, 1e-6) << number;
    }
  }
}

TEST(SplitterSites, KindsAreMadeAndNoLargerThanTheSplitOfAClass) {
  const auto kinds = kinds_of_splitters();
  EXPECT_EQ(kinds.size(), 6U + 15U);
  for (const auto& kind : kinds) {
    EXPECT_LE(kind.first * kind.second, 64);
    const double first_db = kind.two() ? splitter_loss(kind.first)->value() : 0.0;
    EXPECT_NEAR(kind.loss_db, first_db + splitter_loss(kind.second)->value(), 1e-12);
  }
}

}  // namespace
}  // namespace parktwin::wired::optical
