#include "engine/simulators/wired/failures/failures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Two core routers C0 and C1 in a ring with the switches A and B; enterprise E0 hangs on A, E1 on A and B, E2 nowhere. Both cables of A
/// lie in duct D0; the link A–B has a cable in duct D2, the one from B to C1 a cable in D1.
Park ring() {
  Park park;
  auto enterprises = numbered_records<Enterprise>('E', 3);
  for (Enterprise& enterprise : enterprises) enterprise.required_availability = 0.97;
  auto nodes = numbered_records<NetworkNode>('N', 7);
  const std::vector<std::string> names{"C0", "C1", "A", "B", "X0", "X1", "Y1"};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = names[i];
    nodes[i].availability = 0.99;
    nodes[i].kind = i < 2 ? NodeKind::core_router : NodeKind::access_switch;
  }
  nodes[4].enterprise = Id<Enterprise>(0);
  nodes[5].enterprise = nodes[6].enterprise = Id<Enterprise>(1);
  auto links = numbered_records<NetworkLink>('L', 6);
  const std::vector<std::array<std::size_t, 2>> ends{{0, 2}, {2, 3}, {3, 1}, {2, 4}, {2, 5}, {3, 6}};
  const std::vector<std::size_t> cable{0, 2, 3, 1, 9, 9};
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].from = Id<NetworkNode>(ends[i][0]);
    links[i].to = Id<NetworkNode>(ends[i][1]);
    links[i].availability = 1.0;
    if (cable[i] < 9) links[i].cable = Id<Cable>(cable[i]);
  }
  auto cables = numbered_records<Cable>('K', 4);
  for (const auto& [which, duct] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 0}, {1, 0}, {2, 2}, {3, 1}}) {
    cables[which].ducts.emplace_back(duct);
  }
  auto services = numbered_records<NetworkService>('V', 1);
  services[0].node = Id<NetworkNode>(3);
  auto sites = numbered_records<RadioSite>('S', 1);
  sites[0].backhaul = Id<NetworkNode>(2);
  park.enterprises = Part(Table(std::move(enterprises)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  park.cables = Part(Table(std::move(cables)));
  park.ducts = Part(Table(numbered_records<Duct>('D', 3)));
  park.network_services = Part(Table(std::move(services)));
  park.radio_sites = Part(Table(std::move(sites)));
  return park;
}

TEST(Failures, RankWhatCutsOffMost) {
  const Result result = failures::simulate(ring(), {});
  std::vector<std::string> ids;
  for (const Failure& failure : result.failures) ids.push_back(failure.id);
  // A: E0, S0 and the nodes A, X0, X1; then those that cost E0 alone, then the service at B, then single devices.
  EXPECT_THAT(ids, ElementsAre("A", "L3", "X0", "K1", "D0", "B", "L4", "L5"));
  EXPECT_THAT(result.failures[0].enterprises, ElementsAre(Id<Enterprise>(0)));
  EXPECT_THAT(result.failures[0].sites, ElementsAre(Id<RadioSite>(0)));
  EXPECT_EQ(result.failures[0].nodes, 3);
  EXPECT_THAT(result.failures[5].services, ElementsAre(Id<NetworkService>(0)));
  EXPECT_THAT(result.notes.front().place, "node A");
  EXPECT_THAT(result.notes.front().text, HasSubstr("cuts off 1 enterprise (E0), 1 radio site (S0)."));
}

TEST(Failures, TellHowWellAnEnterpriseIsProtected) {
  const Result result = failures::simulate(ring(), {});
  const double a = 0.99;
  const double reach_a = a * (1.0 - (1.0 - a) * (1.0 - a * a));  // A works, and C0 or B with C1
  const Protection& single = result.protections.at(0);
  EXPECT_NEAR(single.availability, reach_a * a, 1e-12);
  EXPECT_EQ(single.availability, single.availability_upper);
  EXPECT_EQ(single.state, AvailabilityState::met);
  EXPECT_EQ(single.link_disjoint_paths, 1);
  EXPECT_EQ(single.node_disjoint_paths, 1);
  EXPECT_EQ(single.ducts, DuctDiversity::shared);  // its own link lies in the duct of the link to C0, and the way round needs it too
  EXPECT_EQ(single.single_failures, 5);            // A, X0, L3, K1, D0
  const Protection& dual = result.protections.at(1);
  EXPECT_EQ(dual.link_disjoint_paths, 2);
  EXPECT_EQ(dual.node_disjoint_paths, 2);
  EXPECT_EQ(dual.ducts, DuctDiversity::two_routes);
  EXPECT_EQ(dual.single_failures, 0);
  EXPECT_GT(dual.availability, single.availability);
  const Protection& none_at_all = result.protections.at(2);
  EXPECT_EQ(none_at_all.availability_upper, 0.0);
  EXPECT_EQ(none_at_all.state, AvailabilityState::missed);
  EXPECT_EQ(none_at_all.ducts, DuctDiversity::no_access);
}

TEST(Failures, FindThePairsThatMatter) {
  const Result result = failures::simulate(ring(), {});
  ASSERT_EQ(result.pair_counts.size(), 3U);
  EXPECT_EQ(result.pair_counts[0].pairs, 15);
  const auto first_of = [&](PairClass of) {
    return *std::find_if(result.pairs.begin(), result.pairs.end(), [&](const FailurePair& pair) { return pair.of == of; });
  };
  EXPECT_EQ(first_of(PairClass::links).first + first_of(PairClass::links).second, "L0L2");  // both ways out of the ring
  EXPECT_EQ(first_of(PairClass::links).enterprises.size(), 2U);
  EXPECT_EQ(first_of(PairClass::links).nodes, 5);
  EXPECT_EQ(first_of(PairClass::nodes).first + first_of(PairClass::nodes).second, "C0C1");
}

TEST(Failures, EveryOptionChangesTheResult) {
  const Park park = failing_park(3, {.nodes = 30, .links = 60, .enterprises = 12});
  const auto hash = [&](const Options& options) { return content_hash(failures::simulate(park, options)); };
  const auto usual = hash({});
  EXPECT_EQ(usual, hash({}));
  EXPECT_NE(usual, hash({.pairs = false}));
  EXPECT_NE(usual, hash({.pairs_looked_at = 3}));
  EXPECT_NE(usual, hash({.pairs_listed = 2}));
  EXPECT_NE(usual, hash({.failures_noted = 1}));
  EXPECT_NE(usual, hash({.availability_effort = 100}));
}

TEST(Failures, SayWhenSomethingWasLeftOpen) {
  const Park park = failing_park(3, {.nodes = 30, .links = 60, .enterprises = 12});
  const Result hasty = failures::simulate(park, {.pairs_looked_at = 3, .availability_effort = 100});
  const auto notes_at = [&](const std::string& place) {
    return std::count_if(hasty.notes.begin(), hasty.notes.end(), [&](const Note& note) { return note.place == place; });
  };
  EXPECT_EQ(notes_at("availability"), 1);
  EXPECT_EQ(notes_at("pairs of nodes"), 1);
  EXPECT_EQ(notes_at("power"), 1);
  bool undecided = false;
  for (const Protection& row : hasty.protections) {
    EXPECT_LE(row.availability, row.availability_upper);
    undecided = undecided || row.state == AvailabilityState::undecided;
  }
  EXPECT_TRUE(undecided);
}

TEST(Failures, OfAnEmptyParkAreNone) {
  const Result result = failures::simulate(Park(), {});
  EXPECT_TRUE(result.failures.empty());
  EXPECT_TRUE(result.pairs.empty());
  EXPECT_TRUE(result.protections.empty());
  EXPECT_TRUE(result.notes.empty());
}

}  // namespace
}  // namespace parktwin::wired::failures
