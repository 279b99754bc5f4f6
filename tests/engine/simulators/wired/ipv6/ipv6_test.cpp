#include "engine/simulators/wired/ipv6/ipv6.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/engine/simulators/wired/ipv6/random_stack.h"

namespace parktwin::wired::ipv6 {
namespace {

/// core C – OLT O – splitter P – ONU U – server S, everything dual stack, a service on S.
struct Access {
  std::vector<NetworkNode> nodes{5};
  std::vector<NetworkLink> links{4};
  std::vector<NetworkService> services{1};

  Access() {
    const std::vector<std::pair<std::string, NodeKind>> kinds = {{"C", NodeKind::core_router},
                                                                 {"O", NodeKind::optical_line_terminal},
                                                                 {"P", NodeKind::splitter},
                                                                 {"U", NodeKind::optical_network_unit},
                                                                 {"S", NodeKind::server}};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      nodes[i].id = kinds[i].first;
      nodes[i].kind = kinds[i].second;
      if (nodes[i].kind == NodeKind::splitter) continue;
      nodes[i].ipv4_address = "10.0.0." + std::to_string(i);
      nodes[i].ipv6_address = "fd12:3456:789a:1::" + std::to_string(i);
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
      links[i].id = topology::numbered('L', i);
      links[i].from = Id<NetworkNode>(i);
      links[i].to = Id<NetworkNode>(i + 1);
    }
    services[0].id = "DNS";
    services[0].node = Id<NetworkNode>(4);
  }

  [[nodiscard]] Result simulate(const Options& options = {}) const {
    Park park;
    park.network_nodes = Part(Table(nodes));
    park.network_links = Part(Table(links));
    park.network_services = Part(Table(services));
    return ipv6::simulate(park, options, 1);
  }
};

std::map<std::string, std::string> reasons(const Result& result) {
  std::map<std::string, std::string> by_id;
  for (const auto& failing : result.failing) by_id[failing.id] = name_of(failing.reason);
  return by_id;
}

using Reasons = std::map<std::string, std::string>;

TEST(Ipv6, WorksWholeWhereEverythingIsDualStack) {
  const Result result = Access().simulate();
  EXPECT_EQ(result.nodes, 4);  // the splitter has no address and does not count
  EXPECT_EQ(result.nodes_working, 4);
  EXPECT_EQ(result.dual_stack_nodes, 4);
  EXPECT_EQ(result.links, 4);
  EXPECT_EQ(result.links_working, 4);
  EXPECT_EQ(result.services_working, 1);
  EXPECT_TRUE(result.failing.empty());
  EXPECT_TRUE(result.notes.empty());
  EXPECT_EQ(Access().simulate({.count_passive_nodes = true}).nodes, 5);
  EXPECT_EQ(Access().simulate({.count_passive_nodes = true}).nodes_working, 5);
}

TEST(Ipv6, NeedsAnAddressOnlyWhereTheKindDoes) {
  Access access;
  for (auto& node : access.nodes) node.ipv6_address.clear();
  const Result result = access.simulate();
  EXPECT_EQ(reasons(result), (Reasons{{"C", "no_ipv6_address"}, {"S", "no_ipv6_address"}, {"DNS", "no_ipv6_address"}}));
  EXPECT_EQ(result.dual_stack_nodes, 0);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].kind, NoteKind::information);
}

TEST(Ipv6, StopsWhereANodeDoesNotPassIt) {
  Access access;
  access.nodes[1].ipv6_forwarding = false;
  const Result result = access.simulate();
  EXPECT_EQ(reasons(result), (Reasons{{"U", "not_reachable"},
                                      {"S", "not_reachable"},
                                      {"L1", "not_reachable"},
                                      {"L2", "not_reachable"},
                                      {"L3", "not_reachable"},
                                      {"DNS", "not_reachable"}}));
  EXPECT_EQ(result.links_working, 1);
}

TEST(Ipv6, CountsAPassiveNodeThatDoesNotPassItAsNotConfigured) {
  Access access;
  access.nodes[2].ipv6_forwarding = false;
  EXPECT_EQ(reasons(access.simulate({.count_passive_nodes = true})).at("P"), "not_configured");
  EXPECT_EQ(reasons(access.simulate()).count("P"), 0U);
}

TEST(Ipv6, HasNoWayOutThroughACoreRouterThatDoesNotPassIt) {
  Access access;
  access.nodes[0].ipv6_forwarding = false;
  const Result result = access.simulate();
  EXPECT_EQ(reasons(result).at("C"), "not_configured");
  EXPECT_EQ(result.nodes_working + result.links_working + result.services_working, 0);
  EXPECT_EQ(result.notes.at(0).kind, NoteKind::warning);
}

TEST(Ipv6, NamesLinksAndServicesThatAreNotConfigured) {
  Access access;
  access.links[3].ipv6 = false;
  EXPECT_EQ(reasons(access.simulate()), (Reasons{{"L3", "not_configured"}, {"S", "not_reachable"}, {"DNS", "not_reachable"}}));
  access = Access();
  access.services[0].ipv6 = false;
  EXPECT_EQ(reasons(access.simulate()), (Reasons{{"DNS", "not_configured"}}));
}

TEST(Ipv6, CountsWhatIsOutOfServiceAsNotWorking) {
  Access access;
  access.nodes[4].operational = false;
  access.links[0].operational = false;
  const auto found = reasons(access.simulate());
  EXPECT_EQ(found.at("S"), "out_of_service");
  EXPECT_EQ(found.at("DNS"), "out_of_service");
  EXPECT_EQ(found.at("L0"), "out_of_service");
  EXPECT_EQ(found.at("L3"), "not_reachable");
}

TEST(Ipv6, TakesUselessAddressesAsNoneAndReportsDoubles) {
  for (const std::string text : {"10.0.0.9", "fe80::1", "::1"}) {
    Access access;
    access.nodes[4].ipv6_address = text;
    const Result result = access.simulate();
    EXPECT_EQ(reasons(result), (Reasons{{"S", "no_ipv6_address"}, {"DNS", "no_ipv6_address"}})) << text;
    EXPECT_EQ(result.notes.at(0).place, "network node S");
  }
  Access access;
  access.nodes[4].ipv6_address = "fd12:3456:789a:0001:0:0:0:3";  // the same as U's in another form
  EXPECT_EQ(access.simulate().notes.at(0).text, "It has the same IPv6 address as U.");
}

TEST(Ipv6, SaysSoWhenThereIsNothing) {
  const Result result = ipv6::simulate(Park(), {}, 1);
  EXPECT_EQ(result.nodes + result.links + result.services, 0);
  EXPECT_EQ(result.notes.at(0).kind, NoteKind::warning);
}

/// Tries every path from `node` inwards that visits no node twice; everything after its first node must pass IPv6.
bool finds_core(const Park& park, Id<NetworkNode> node, std::vector<bool>& used) {
  const auto& here = (*park.network_nodes)[node];
  if (here.operational && here.kind == NodeKind::core_router && here.ipv6_forwarding) return true;
  used[node.index()] = true;
  bool found = false;
  for (const auto& link : *park.network_links) {
    if (link.from != node && link.to != node) continue;
    const Id<NetworkNode> next = link.from == node ? link.to : link.from;
    const auto& there = (*park.network_nodes)[next];
    if (!here.operational || !link.operational || !link.ipv6 || used[next.index()] || !there.operational || !there.ipv6_forwarding)
      continue;
    found = found || finds_core(park, next, used);
  }
  used[node.index()] = false;
  return found;
}

TEST(Ipv6, EqualsEnumerationOfAllPathsOfSmallParks) {
  std::map<Failure, int> seen;
  int working = 0;
  for (std::uint32_t number = 0; number < 800; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = random_stack(number);
    const auto reaches = [&](Id<NetworkNode> node) {
      std::vector<bool> used(park.network_nodes->size(), false);
      return finds_core(park, node, used);
    };
    const auto node_works = [&](Id<NetworkNode> id) {
      const auto& node = (*park.network_nodes)[id];
      const bool addressed = !node.ipv6_address.empty();
      const bool exempt = node.kind == NodeKind::splitter || node.kind == NodeKind::access_switch;
      return node.operational && reaches(id) && (addressed || (exempt && node.ipv6_forwarding));
    };
    const auto has_twins = [&](std::size_t node) {
      int surplus = 0;
      for (const auto& rule : *park.access_rules) surplus += rule.node.index() != node ? 0 : rule.family == IpFamily::ipv4 ? 1 : -1;
      return surplus == 0;
    };
    std::vector<std::string> failing;
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      if (!node_works(Id<NetworkNode>(i)) || !has_twins(i)) failing.push_back(park.network_nodes->records()[i].id);
    }
    for (const auto& link : *park.network_links) {
      if (!link.operational || !link.ipv6 || !reaches(link.from) || !reaches(link.to)) failing.push_back(link.id);
    }
    for (const auto& service : *park.network_services) {
      const bool addressed = !(*park.network_nodes)[service.node].ipv6_address.empty();
      const bool named = (service.a_record.empty() || !service.aaaa_record.empty()) && !service.endpoints.starts_with("192");
      if (!service.ipv6 || !addressed || !node_works(service.node) || !named) failing.push_back(service.id);
    }
    const Result result = ipv6::simulate(park, {.count_passive_nodes = true}, 1);
    std::vector<std::string> found;
    for (const auto& each : result.failing) {
      found.push_back(each.id);
      ++seen[each.reason];
    }
    EXPECT_EQ(found, failing);
    const auto all = static_cast<std::size_t>(result.nodes + result.links + result.services);
    working += result.nodes_working + result.links_working + result.services_working;
    EXPECT_EQ(all, park.network_nodes->size() + park.network_links->size() + park.network_services->size());
    EXPECT_EQ(static_cast<std::size_t>(result.nodes_working + result.links_working + result.services_working), all - failing.size());
  }
  EXPECT_GT(working, 2000);
  for (const auto& reason : names_of(Failure{})) EXPECT_GT(seen[reason.value], 50) << reason.name;
}

}  // namespace
}  // namespace parktwin::wired::ipv6
