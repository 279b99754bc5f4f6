#include <gtest/gtest.h>

#include <map>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(AccessLayout, EightEnterprisesMissTheirNeedsForFourReasons) {
  const Park& park = reference_park();
  std::map<std::size_t, const NetworkLink*> access;
  for (const auto& link : *park.network_links) {
    const NetworkNode& node = (*park.network_nodes)[link.to];
    const bool first = node.kind == NodeKind::access_switch || node.kind == NodeKind::optical_network_unit;
    if (first && node.enterprise.valid()) access[node.enterprise.index()] = &link;
  }
  std::map<std::string, int> reasons;
  for (std::size_t e = 0; e < park.enterprises->size(); ++e) {
    const Enterprise& enterprise = park.enterprises->records()[e];
    const auto found = access.find(e);
    if (found == access.end()) {
      ++reasons["none"];
    } else if (!found->second->operational) {
      ++reasons["broken"];
    } else if (found->second->rate_down < enterprise.required_down) {
      ++reasons["slow"];
    } else if (found->second->availability < enterprise.required_availability) {
      ++reasons["unreliable"];
    }
  }
  EXPECT_EQ(reasons, (std::map<std::string, int>{{"broken", 2}, {"none", 2}, {"slow", 2}, {"unreliable", 2}}));
}

TEST(AccessLayout, AFewDevicesLackIpv6) {
  const Park& park = reference_park();
  double counted = 0.0;
  double lacking = 0.0;
  for (const auto& node : *park.network_nodes) {
    if (node.ipv4_address.empty()) continue;
    counted += 1.0;
    if (node.ipv6_address.empty()) {
      lacking += 1.0;
      EXPECT_FALSE(node.ipv6_forwarding);
    }
  }
  EXPECT_GT(lacking / counted, 0.01);
  EXPECT_LT(lacking / counted, 0.07);
}

TEST(AccessLayout, SplittersServeAtMostFour) {
  const Park& park = reference_park();
  std::map<std::size_t, int> subscribers;
  for (const auto& link : *park.network_links) {
    if ((*park.network_nodes)[link.from].kind == NodeKind::splitter) ++subscribers[link.from.index()];
  }
  EXPECT_FALSE(subscribers.empty());
  for (const auto& [splitter, count] : subscribers) EXPECT_LE(count, 4);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
