#include "engine/simulators/wired/failures/power_outages.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

using Nodes = std::set<std::uint32_t>;

/// Elements in the order of their numbers.
std::vector<Named> named_elements(const Park& park) {
  std::vector<Named> names;
  for (const auto& bus : *park.buses) names.emplace_back(RiskKind::bus, bus.id);
  for (const auto& line : *park.power_lines) names.emplace_back(RiskKind::power_line, line.id);
  for (const auto& unit : *park.transformers) names.emplace_back(RiskKind::transformer, unit.id);
  return names;
}

/// Fed nodes that are dark while these elements are down, by plain trying.
Nodes dark(const Park& park, const std::set<Named>& failed) {
  const auto before = supplied_buses(park, {});
  const auto after = supplied_buses(park, failed);
  const auto off = [&](Id<Bus> bus) {
    return failed.contains({RiskKind::bus, (*park.buses)[bus].id}) || (before.contains(bus.index()) && !after.contains(bus.index()));
  };
  Nodes nodes;
  for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.bus.valid() && off(node.bus) && (!node.standby_bus.valid() || off(node.standby_bus))) nodes.insert(i);
  }
  return nodes;
}

TEST(PowerOutages, EqualPlainTryingOnRandomGrids) {
  std::size_t pairs = 0;
  std::size_t saved = 0;  // nodes that a second feed keeps
  for (std::uint32_t number = 0; number < 200; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = failing_park(number);
    const auto names = named_elements(park);
    const PowerOutages outages = power_outages(park, 1'000'000);
    ASSERT_EQ(outages.nodes_dark.size(), names.size());
    EXPECT_EQ(outages.joint_left_out, 0);
    std::vector<Nodes> alone;
    for (std::size_t i = 0; i < names.size(); ++i) {
      alone.push_back(dark(park, {names[i]}));
      EXPECT_EQ(Nodes(outages.nodes_dark[i].begin(), outages.nodes_dark[i].end()), alone.back()) << names[i].second;
      for (const auto& node : *park.network_nodes) {
        if (names[i] == Named(RiskKind::bus, node.bus.valid() ? (*park.buses)[node.bus].id : "") && node.standby_bus.valid()) ++saved;
      }
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, Nodes> expected;
    for (std::uint32_t a = 0; a < names.size(); ++a) {
      for (std::uint32_t b = a + 1; b < names.size(); ++b) {
        Nodes nodes = dark(park, {names[a], names[b]});
        for (const auto* each : {&alone[a], &alone[b]}) {
          for (const std::uint32_t node : *each) nodes.erase(node);
        }
        if (!nodes.empty()) expected[{a, b}] = nodes;
      }
    }
    pairs += expected.size();
    std::map<std::pair<std::uint32_t, std::uint32_t>, Nodes> found;
    for (const auto& joint : outages.joint) found[{joint.first, joint.second}] = {joint.nodes_dark.begin(), joint.nodes_dark.end()};
    EXPECT_EQ(found, expected);
  }
  EXPECT_GT(pairs, 1000U);
  EXPECT_GT(saved, 100U);
}

TEST(PowerOutages, CountThePairsBeyondThoseAskedFor) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const Park park = failing_park(number);
    const PowerOutages all = power_outages(park, 1'000'000);
    const PowerOutages few = power_outages(park, 2);
    EXPECT_EQ(few.joint.size(), std::min<std::size_t>(2, all.joint.size()));
    EXPECT_EQ(few.joint_left_out, static_cast<std::int64_t>(all.joint.size() - few.joint.size()));
    EXPECT_EQ(few.nodes_dark, all.nodes_dark);
  }
}

}  // namespace
}  // namespace parktwin::wired::failures
