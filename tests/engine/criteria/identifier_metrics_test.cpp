#include "engine/criteria/identifier_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using services::IdentifierState;
using ::testing::ElementsAre;

IdentifierApplication application(const std::string& id, IdentifierMode mode, bool deployed, bool across_chain) {
  IdentifierApplication made;
  made.id = id;
  made.node = Id<IdentifierNode>(0);
  made.mode = mode;
  made.deployed = deployed;
  made.across_chain = across_chain;
  made.enterprises = {Id<Enterprise>(0), Id<Enterprise>(1)};
  made.carriers = 10;
  return made;
}

/// Tracing of E-1 and E-2, where E-3 is not registered; quality control of E-4 alone; a twin of tracing; delivery that is planned.
SmallWorld resolved() {
  SmallWorld world;
  std::vector<Enterprise> enterprises;
  for (int i = 1; i <= 4; ++i) {
    enterprises.push_back(enterprise("E-" + std::to_string(i), "Plant " + std::to_string(i), 100.0 * i, 10));
    enterprises.back().sector = Sector::machinery;
    enterprises.back().yearly_output = Yuan(i == 2 ? 0.0 : 1e6);
  }
  world.park.enterprises = part_of(enterprises);
  IdentifierNode node;
  node.id = "IN-1";
  world.park.identifier_nodes = part_of<IdentifierNode>({node});
  auto twin = application("IA-3", IdentifierMode::product_traceability, true, false);
  twin.active_carriers = 3;
  world.park.identifier_applications =
      part_of<IdentifierApplication>({application("IA-1", IdentifierMode::product_traceability, true, true),
                                      application("IA-2", IdentifierMode::quality_control, true, true), twin,
                                      application("IA-4", IdentifierMode::digital_delivery, false, true)});
  auto& identifiers = world.results.services.identifiers;
  services::IdentifierNodeFigures day;
  day.node = Id<IdentifierNode>(0);
  day.simulated = true;
  day.answered_per_day = 99'990.0;
  day.node_full_per_day = 4.0;
  day.top_unreachable_per_day = 6.0;
  day.registrations_per_day = 400.0;
  day.synchronised_per_day = 398.0;
  identifiers.nodes = {day};
  const auto use = [](std::size_t in, std::size_t who, IdentifierState state) {
    return services::IdentifierUse{Id<IdentifierApplication>(in), Id<Enterprise>(who), state, 1.0};
  };
  identifiers.uses = {use(0, 0, IdentifierState::served),         use(0, 1, IdentifierState::served),
                      use(0, 2, IdentifierState::not_registered), use(1, 3, IdentifierState::served),
                      use(2, 2, IdentifierState::unreachable),    use(2, 3, IdentifierState::served)};
  return world;
}

TEST(IdentifierMetrics, CountAnswersAndWhatKeepsFromThem) {
  const auto answers = resolved().measure("identifiers.answered_per_day");
  EXPECT_EQ(answers.part, 99'990.0);
  EXPECT_THAT(answers.where, ElementsAre(Text{"IN-1: 6 queries a day: no top node could be reached", "IN-1：每日6次查询：顶级节点不可达"},
                                         Text{"IN-1: 4 queries a day: no place to wait at the node", "IN-1：每日4次查询：节点排队已满"}));
}

TEST(IdentifierMetrics, CountEnterprisesThatAnApplicationLinks) {
  const auto linked = resolved().measure("identifiers.chain_enterprises");
  EXPECT_EQ(linked.part, 2.0);
  EXPECT_THAT(linked.where, ElementsAre(Text{"Plant 4 (E-4): alone in its applications", "Plant 4（E-4）：所用应用未连接其他企业"},
                                        Text{"Plant 3 (E-3): not registered as a user of identifiers", "Plant 3（E-3）：未登记应用标识"}));
  const auto profiles = resolved().measure("identifiers.profiles_linked");
  EXPECT_EQ(profiles.part, 1.0);  // E-2 has no output
  EXPECT_EQ(profiles.whole, 4.0);
  EXPECT_EQ(profiles.where.size(), 3U);
}

TEST(IdentifierMetrics, CountModesThatWorkOnce) {
  const auto modes = resolved().measure("identifiers.modes");
  EXPECT_EQ(modes.part, 2.0);
  EXPECT_THAT(modes.where, ElementsAre(Text{"IA-4: not in operation", "IA-4：未投运"}));
  SmallWorld dead = resolved();
  dead.results.services.identifiers.nodes[0].answered_per_day = 0.0;
  EXPECT_EQ(dead.measure("identifiers.modes").part, 0.0);
  EXPECT_EQ(dead.measure("identifiers.chain_enterprises").part, 0.0);
}

TEST(IdentifierMetrics, ShareWhatIsSynchronisedAndCountActiveCarriers) {
  const auto synchronised = resolved().measure("identifiers.synchronised");
  EXPECT_EQ(synchronised.part, 398.0);
  EXPECT_EQ(synchronised.whole, 400.0);
  EXPECT_EQ(synchronised.where.size(), 1U);
  const auto carriers = resolved().measure("identifiers.active_carriers");
  EXPECT_EQ(carriers.part, 6.0);
  EXPECT_EQ(carriers.where.size(), 2U);
}

TEST(IdentifierMetrics, AreNotMeasuredWithoutANode) {
  const SmallWorld empty;
  for (const auto& metric : identifier_metrics()) EXPECT_FALSE(empty.measure(std::string(metric.name)).measured()) << metric.name;
  SmallWorld without_results = resolved();
  without_results.results = {};
  EXPECT_FALSE(without_results.measure("identifiers.answered_per_day").measured());
}

}  // namespace
}  // namespace parktwin::criteria
