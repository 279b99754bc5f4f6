#include "engine/simulators/wired/optical/unit_budget.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

TEST(UnitBudget, AddsTheLossesOfEveryLinkAndSplitter) {
  for (std::uint32_t number = 0; number < 100; ++number) {
    const RandomSequence random(77, 1, number);
    PonPark of;
    of.nodes[2].splitter_ratio = std::int32_t{1} << (1 + random.below(0, 6));
    std::uint32_t draw = 1;
    double fibre_m = 0.0;
    double pieces = 0.0;
    for (NetworkLink& link : of.links) {
      link.length = Metres(random.uniform(draw++, 1.0, 9000.0));
      link.splices = static_cast<std::int32_t>(random.below(draw++, 9));
      link.connectors = static_cast<std::int32_t>(random.below(draw++, 9));
      fibre_m += link.length.value();
      pieces += 0.1 * link.splices + 0.5 * link.connectors;
    }
    const Park park = of.park();
    const auto routes = PonTree(park).routes(Id<NetworkNode>(3));
    ASSERT_EQ(routes.size(), 1U);
    const RouteLoss loss = loss_of(park, {}, routes[0]);
    const double splitter_db[] = {3.7, 7.2, 10.5, 14.0, 17.5, 21.0};
    EXPECT_NEAR(loss.loss_db, 0.35e-3 * fibre_m + pieces + splitter_db[random.below(0, 6)], 1e-9);
    EXPECT_NEAR(loss.length_m, fibre_m, 1e-9);
    EXPECT_EQ(loss.split, of.nodes[2].splitter_ratio);
  }
}

TEST(UnitBudget, TakesTheCourseOfTheDuctsWhereNothingElseIsKnown) {
  PonPark of;
  of.links[0].length = Metres(0.0);
  of.links[0].cable = Id<Cable>(0);
  Park park = of.park();
  park.ducts = Part(Table(std::vector<Duct>{{"D", 4, {{{0, 0}, {2500, 0}}}}}));
  park.cables = Part(Table(std::vector<Cable>{{"C", 12, {Id<Duct>(0)}, Metres(0.0)}}));
  EXPECT_EQ(loss_of(park, {}, PonTree(park).routes(Id<NetworkNode>(3)).at(0)).length_m, 3500.0);
}

TEST(UnitBudget, WorksOverTheRouteWithLeastLoss) {
  PonPark of;
  of.join("second feeder", 1, 2, 1000.0);
  const Park park = of.park();
  const auto routes = PonTree(park).routes(Id<NetworkNode>(3));
  EXPECT_EQ(working_route(park, {}, routes), 1U);
  EXPECT_EQ(budget_along(park, {}, Id<NetworkNode>(3), routes[0]).terminal, Id<NetworkNode>(0));
  EXPECT_EQ(budget_along(park, {}, Id<NetworkNode>(3), routes[0]).protection, PonProtection::none);
  EXPECT_EQ(protection_of(routes), PonProtection::type_b);
  EXPECT_EQ(protection_of({routes[0]}), PonProtection::none);
}

}  // namespace
}  // namespace parktwin::wired::optical
