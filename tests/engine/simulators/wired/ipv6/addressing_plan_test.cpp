#include "engine/simulators/wired/ipv6/addressing_plan.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/engine/simulators/wired/ipv6/random_site.h"

namespace parktwin::wired::ipv6 {
namespace {

IpPrefix prefix(const std::string& text) { return parse_ip_prefix(text).value(); }
IpAddress address(const std::string& text) { return parse_ip_address(text).value(); }

/// What any plan must hold, read from its texts alone.
void verify(const AddressingPlan& plan) {
  std::map<std::string, IpPrefix> listed;
  for (const auto& row : plan.prefixes) {
    EXPECT_TRUE(listed.emplace(row.prefix, prefix(row.prefix)).second) << row.prefix << " twice";
    EXPECT_EQ(prefix(row.prefix).network(), prefix(row.prefix));
    EXPECT_EQ(to_text(prefix(row.prefix)), row.prefix);
  }
  for (const auto& row : plan.prefixes) {
    const IpPrefix own = prefix(row.prefix);
    if (row.kind == PrefixKind::segment) {
      EXPECT_EQ(own.length, 64) << row.prefix;
    }
    if (row.kind == PrefixKind::link) {
      EXPECT_EQ(own.length, 127) << row.prefix;
    }
    if (row.kind == PrefixKind::enterprise) {
      EXPECT_TRUE(own.length == plan.enterprise_prefix_length || row.state != PlanState::proposed);
    }
    if (row.kind == PrefixKind::park) {
      EXPECT_EQ(row.prefix, plan.park_prefix);
      continue;
    }
    if (row.state == PlanState::kept_outside_plan) continue;
    ASSERT_TRUE(listed.contains(row.parent)) << row.prefix << " has the parent " << row.parent;
    EXPECT_TRUE(contains(listed.at(row.parent), own)) << row.prefix << " in " << row.parent;
    EXPECT_LT(listed.at(row.parent).length, own.length);
    for (const auto& other : plan.prefixes) {
      if (other.parent == row.parent && other.prefix != row.prefix) {
        const bool routes =
            row.kind == PrefixKind::area || other.kind == PrefixKind::area;  // an enterprise may lie in another area's route
        EXPECT_TRUE(routes || !overlap(own, prefix(other.prefix))) << row.prefix << " and " << other.prefix;
      }
    }
  }
  std::set<IpAddress> seen;
  std::map<std::string, std::vector<IpAddress>> ends;
  for (const auto& row : plan.addresses) {
    EXPECT_TRUE(seen.insert(address(row.address)).second) << row.address << " twice";
    if (row.state == PlanState::proposed) {
      ASSERT_TRUE(listed.contains(row.segment)) << row.segment;
    }
    if (!row.segment.empty()) {
      EXPECT_TRUE(contains(prefix(row.segment), address(row.address)));
    }
    if (!row.link.empty()) ends[row.link].push_back(address(row.address));
  }
  for (const auto& [link, both] : ends) {
    ASSERT_EQ(both.size(), 2U) << link;
    EXPECT_EQ(bits_of(both[0], 64, 63), bits_of(both[1], 64, 63)) << link;
    EXPECT_NE(both[0], both[1]);
  }
}

std::map<std::string, std::string> prefixes_by_enterprise(const AddressingPlan& plan) {
  std::map<std::string, std::string> found;
  for (const auto& row : plan.prefixes) {
    if (row.kind == PrefixKind::enterprise) found[row.owner] = row.prefix;
  }
  return found;
}

std::map<std::string, std::string> addresses_by_place(const AddressingPlan& plan) {
  std::map<std::string, std::string> found;
  for (const auto& row : plan.addresses) found[row.node + " " + row.link] = row.address;
  return found;
}

TEST(AddressingPlan, HoldsTogetherForAnyParkAndLength) {
  for (std::uint32_t number = 0; number < 120; ++number) {
    SCOPED_TRACE("site " + std::to_string(number));
    SiteDraft draft = random_site(number);
    const int length = 28 + static_cast<int>(draft.below(37));
    const IpPrefix space = IpPrefix{address("2001:db8:5ee:5aa5::"), length}.network();
    for (std::size_t i = 0; i < draft.nodes.size(); ++i) {
      if (draft.below(4) == 0) {  // already addressed, sometimes in a corner that the plan would use
        draft.nodes[i].ipv6_address = to_text(with_bits(space.address, 64, 64, 1 + i)) + "/64";
      } else if (draft.below(8) == 0) {
        draft.nodes[i].ipv6_address = "fd00::" + std::to_string(i + 1);
      }
    }
    const Park park = draft.park();
    const AddressingPlan plan = addressing_plan(park, to_text(space), number);
    verify(plan);
    EXPECT_EQ(prefixes_by_enterprise(plan).size() + static_cast<std::size_t>(plan.enterprises_without_prefix), park.enterprises->size());
    const auto addresses = addresses_by_place(plan);
    for (const auto& node : draft.nodes) {
      ASSERT_TRUE(addresses.contains(node.id + " ")) << node.id;
      if (!node.ipv6_address.empty()) {
        EXPECT_EQ(address(addresses.at(node.id + " ")), parse_interface_address(node.ipv6_address)) << node.id;
      }
    }
    EXPECT_LE(static_cast<std::size_t>(plan.routes), park.enterprises->size() + 64);
  }
}

/// An enterprise more, with its node and link: nobody else's prefix or address changes.
TEST(AddressingPlan, IsStableWhenAnEnterpriseIsAdded) {
  for (std::uint32_t number = 0; number < 80; ++number) {
    SCOPED_TRACE("site " + std::to_string(number));
    SiteDraft draft = random_site(number);
    AddressingPlan before = addressing_plan(draft.park(), "2001:db8:5ee::/48", 1);
    for (int more = 0; more < 5; ++more) {
      draft.add_enterprise({Id<NetworkNode>(1)});
      const AddressingPlan after = addressing_plan(draft.park(), "2001:db8:5ee::/48", 1);
      verify(after);
      const auto prefixes = prefixes_by_enterprise(after);
      for (const auto& [enterprise, own] : prefixes_by_enterprise(before)) EXPECT_EQ(prefixes.at(enterprise), own);
      const auto addresses = addresses_by_place(after);
      for (const auto& [place, own] : addresses_by_place(before)) EXPECT_EQ(addresses.at(place), own);
      EXPECT_EQ(prefixes.size(), prefixes_by_enterprise(before).size() + 1);
      before = after;
    }
  }
}

/// A whole park of one switch is one route; of many, far fewer than enterprises.
TEST(AddressingPlan, RoutesSummariseByArea) {
  SiteDraft draft(3);
  std::vector<Id<NetworkNode>> switches;
  for (int i = 0; i < 4; ++i) switches.push_back(draft.add_node("AGG-" + std::to_string(i), NodeKind::aggregation_switch));
  for (std::size_t e = 0; e < 160; ++e) {
    Enterprise enterprise;
    enterprise.id = "E-" + std::to_string(e);
    draft.enterprises.push_back(enterprise);
    draft.connect(switches[e % 4], draft.add_node("N-" + std::to_string(e), NodeKind::access_switch, Id<Enterprise>(e)));
  }
  const AddressingPlan plan = addressing_plan(draft.park(), "2001:db8:5ee::/48", 1);
  verify(plan);
  EXPECT_LE(plan.routes, 12);
  EXPECT_EQ(plan.free_enterprise_prefixes, 256 - 161);
}

TEST(AddressingPlan, KeepsSegmentsOfTheInventory) {
  SiteDraft draft(4);
  draft.add_node("SRV", NodeKind::server);
  draft.add_node("SRV-2", NodeKind::server);
  draft.nodes[0].ipv6_address = "2001:db8:5ee:1::5";
  draft.prefixes = {{"A", "Park", "2001:db8:5ee::/48", PrefixKind::park, {}, {}},
                    {"B", "Old servers", "2001:db8:5ee:1::/64", PrefixKind::segment, Id<AddressPrefix>(0), {}},
                    {"C", "Elsewhere", "2001:db8:6::/64", PrefixKind::segment, {}, {}}};
  const AddressingPlan plan = addressing_plan(draft.park(), "", 1);
  verify(plan);
  ASSERT_EQ(plan.addresses.size(), 2U);
  EXPECT_EQ(plan.addresses[0].segment, "2001:db8:5ee:1::/64");
  EXPECT_EQ(plan.addresses[0].state, PlanState::kept);
  EXPECT_NE(plan.addresses[1].segment, "2001:db8:5ee:1::/64");
  EXPECT_EQ(plan.addresses[1].state, PlanState::proposed);
  std::map<std::string, std::string> states;
  for (const auto& row : plan.prefixes) states[row.usage] = name_of(row.state);
  EXPECT_EQ(states["Old servers"], "kept");
  EXPECT_EQ(states["Elsewhere"], "kept_outside_plan");
}

TEST(AddressingPlan, NumbersInsideThePrefixOfAnEnterprisesOwnProvider) {
  SiteDraft draft(6);
  draft.enterprises.resize(1);
  draft.enterprises[0].id = "E-0";
  draft.add_node("N-0", NodeKind::access_switch, Id<Enterprise>(0));
  draft.prefixes = {{"A", "", "2001:db8:99::/48", PrefixKind::enterprise, {}, Id<Enterprise>(0)},
                    {"B", "Offices", "2001:db8:99::/64", PrefixKind::segment, Id<AddressPrefix>(0), Id<Enterprise>(0)}};
  const AddressingPlan plan = addressing_plan(draft.park(), "2001:db8:5ee::/48", 1);
  verify(plan);
  ASSERT_EQ(plan.addresses.size(), 1U);
  EXPECT_TRUE(contains(prefix("2001:db8:99::/48"), address(plan.addresses[0].address)));
  EXPECT_FALSE(contains(prefix("2001:db8:99::/64"), address(plan.addresses[0].address)));  // in use
  EXPECT_EQ(plan.routes, 1);
}

TEST(AddressingPlan, WithoutAPrefixDrawsAUniqueLocalOne) {
  const Park park = random_site(5).park();
  const AddressingPlan plan = addressing_plan(park, "", 7);
  verify(plan);
  EXPECT_TRUE(plan.unique_local);
  EXPECT_EQ(plan.park_prefix, addressing_plan(park, "", 7).park_prefix);
  EXPECT_NE(plan.park_prefix, addressing_plan(park, "", 8).park_prefix);
  EXPECT_FALSE(addressing_plan(park, "2001:db8::/32", 7).unique_local);
}

TEST(AddressingPlan, OfNothingIsAPrefixAlone) {
  const AddressingPlan plan = addressing_plan(Park(), "2001:db8::/64", 1);
  verify(plan);
  EXPECT_EQ(plan.prefixes.size(), 1U);
  EXPECT_TRUE(plan.addresses.empty());
}

}  // namespace
}  // namespace parktwin::wired::ipv6
