#include "engine/simulators/wired/failures/risks.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Risks, TakeDownWhatFailsWithEachElement) {
  std::set<RiskKind> seen;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    std::set<Named> listed;
    for (const Risk& risk : all_risks(park, network).all) {
      const Named name{risk.kind, id_of(park, risk.kind, risk.record)};
      listed.insert(name);
      seen.insert(risk.kind);
      EXPECT_TRUE(std::is_sorted(risk.edges.begin(), risk.edges.end()));
      std::vector<std::uint8_t> failed(network.graph.edges.size(), 0);
      for (const std::uint32_t edge : risk.edges) failed[edge] = 1;
      const auto reached = reached_from(network.graph, network.root, failed);
      std::set<std::size_t> left;
      for (std::size_t i = 0; i < network.root; ++i) {
        if (reached[i]) left.insert(i);
      }
      EXPECT_EQ(left, connected_nodes(park, {name})) << "park " << number << ", " << name_of(risk.kind) << ' ' << name.second;
    }
    for (const auto& [kind, ids] : elements(park)) {
      for (const auto& id : ids) {
        EXPECT_TRUE(lost(park, {{kind, id}}).empty() || listed.contains({kind, id})) << name_of(kind) << ' ' << id;
      }
    }
  }
  EXPECT_EQ(seen.size(), names_of(RiskKind{}).size());
}

TEST(Risks, TogetherTakeDownTheNodesThatNoBusFeedsAnyMore) {
  std::size_t joint_risks = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Risks risks = all_risks(park, network);
    for (const JointRisk& joint : risks.joint) {
      std::set<Named> names;
      std::vector<std::uint32_t> edges = joint.edges;
      EXPECT_LT(joint.first, joint.second);
      EXPECT_FALSE(joint.edges.empty());
      for (const std::uint32_t each : {joint.first, joint.second}) {
        const Risk& risk = risks.all[each];
        names.emplace(risk.kind, id_of(park, risk.kind, risk.record));
        for (const std::uint32_t edge : joint.edges) EXPECT_FALSE(std::binary_search(risk.edges.begin(), risk.edges.end(), edge));
        edges.insert(edges.end(), risk.edges.begin(), risk.edges.end());
      }
      std::set<std::size_t> left = connected_nodes(park, {});
      for (const std::uint32_t node : cut_off(network, edges)) left.erase(node);
      EXPECT_EQ(left, connected_nodes(park, names)) << "park " << number;
      ++joint_risks;
    }
  }
  EXPECT_GT(joint_risks, 100U);
}

}  // namespace
}  // namespace parktwin::wired::failures
