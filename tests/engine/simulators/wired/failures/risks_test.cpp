#include "engine/simulators/wired/failures/risks.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Risks, TakeDownWhatFailsWithEachElement) {
  std::set<RiskKind> seen;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Park park = failing_park(number);
    const Network network = network_of(park);
    std::set<Named> listed;
    for (const Risk& risk : risks_of(park, network)) {
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

}  // namespace
}  // namespace parktwin::wired::failures
