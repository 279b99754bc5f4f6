#include "engine/simulators/wired/ipv6/transition.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/simulators/wired/ipv6/service_names.h"
#include "tests/engine/simulators/wired/ipv6/random_stack.h"

namespace parktwin::wired::ipv6 {
namespace {

Transition transition_of(const Park& park) {
  const auto layers = network::layered_network(park);
  const NativeNetwork network(park, layers, true);
  return transition_phases(park, network, network.outcome(std::vector<bool>(network.size(), false)));
}

/// core C (translator) – switch A of an enterprise, and – server S with IPv4 alone, two services on it, one called by a literal.
Park office() {
  Park park;
  std::vector<NetworkNode> nodes(3);
  const std::vector<std::pair<std::string, NodeKind>> kinds = {
      {"C", NodeKind::core_router}, {"A", NodeKind::access_switch}, {"S", NodeKind::server}};
  for (std::size_t i = 0; i < 3; ++i) {
    nodes[i].id = kinds[i].first;
    nodes[i].kind = kinds[i].second;
    nodes[i].ipv4_address = "10.0.0." + std::to_string(i + 1);
    nodes[i].ipv6_address = i < 2 ? "2001:db8::" + std::to_string(i + 1) : "";
  }
  nodes[0].nat64_prefix = "64:ff9b::/96";
  nodes[1].enterprise = Id<Enterprise>(0);
  std::vector<NetworkLink> links(2);
  for (std::size_t i = 0; i < 2; ++i) {
    links[i].id = "L" + std::to_string(i);
    links[i].from = Id<NetworkNode>(0);
    links[i].to = Id<NetworkNode>(i + 1);
  }
  links[1].ipv6 = false;
  std::vector<NetworkService> services(2);
  services[0].id = "V0";
  services[1].id = "V1";
  for (auto& service : services) {
    service.node = Id<NetworkNode>(2);
    service.ipv6 = false;
  }
  services[1].endpoints = "10.0.0.3:554";
  Enterprise enterprise;
  enterprise.id = "E";
  park.enterprises = Part(Table(std::vector{enterprise}));
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  park.network_services = Part(Table(services));
  return park;
}

TEST(Transition, LosesFirstLiteralsThenWhatHasIpv4Alone) {
  const Transition transition = transition_of(office());
  ASSERT_EQ(transition.phases.size(), 3U);
  const auto& [dual, translated, single] = std::tie(transition.phases[0], transition.phases[1], transition.phases[2]);
  EXPECT_EQ(dual.nodes_working + dual.links_working + dual.services_working + dual.enterprises_working, 3 + 2 + 2 + 1);
  EXPECT_EQ(translated.nodes_working, 3);
  EXPECT_EQ(translated.links_working, 2);
  EXPECT_EQ(translated.services_working, 1);
  EXPECT_EQ(translated.services_translated, 1);
  EXPECT_EQ(translated.enterprises_working, 1);
  EXPECT_EQ(single.nodes_working, 2);
  EXPECT_EQ(single.links_working, 1);
  EXPECT_EQ(single.services_working, 0);
  EXPECT_EQ(transition.losses, (std::vector<PhaseLoss>{{Phase::ipv6_only_nat64, Element::service, "V1", Failure::not_configured},
                                                       {Phase::single_stack, Element::node, "S", Failure::no_ipv6_address},
                                                       {Phase::single_stack, Element::link, "L1", Failure::not_configured},
                                                       {Phase::single_stack, Element::service, "V0", Failure::not_configured},
                                                       {Phase::single_stack, Element::service, "V1", Failure::not_configured}}));
}

TEST(Transition, AnAccessThatPassesNoIpv6LosesItsEnterpriseWithItsUsersIpv4) {
  Park park = office();
  auto nodes = park.network_nodes->records();
  nodes[1].ipv6_forwarding = false;
  park.network_nodes = Part(Table(nodes));
  const Transition transition = transition_of(park);
  EXPECT_EQ(transition.phases[0].enterprises_working, 1);
  EXPECT_EQ(transition.phases[1].enterprises_working, 0);
  EXPECT_EQ(transition.losses[1], (PhaseLoss{Phase::ipv6_only_nat64, Element::enterprise, "E", Failure::not_configured}));
}

TEST(Transition, WithoutATranslatorInReachTheMiddlePhaseIsTheLast) {
  Park park = office();
  auto nodes = park.network_nodes->records();
  nodes[0].nat64_prefix.clear();
  park.network_nodes = Part(Table(nodes));
  const Transition transition = transition_of(park);
  EXPECT_EQ(transition.phases[1].services_translated, 0);
  EXPECT_EQ(transition.phases[1].nodes_working, transition.phases[2].nodes_working);
  EXPECT_EQ(transition.phases[1].links_working, transition.phases[2].links_working);
}

/// Nodes that IPv4 links join to a start, by going over the links until nothing changes.
std::set<std::size_t> joined_over_ipv4(const Park& park, std::set<std::size_t> reached) {
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& link : *park.network_links) {
      const bool up =
          link.ipv4 && link.operational && (*park.network_nodes)[link.from].operational && (*park.network_nodes)[link.to].operational;
      if (up && reached.contains(link.from.index())) reached.insert(link.to.index());
      if (up && reached.contains(link.to.index())) reached.insert(link.from.index());
    }
  }
  return reached;
}

TEST(Transition, ServicesEqualAnIndependentAnswerAndOnlyEverLeave) {
  int translated = 0;
  int lost_to_literals = 0;
  for (std::uint32_t number = 0; number < 400; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = random_stack(number);
    const auto layers = network::layered_network(park);
    const NativeNetwork network(park, layers, true);
    const Outcome native = network.outcome(std::vector<bool>(network.size(), false));
    const Transition transition = transition_of(park);
    std::set<std::size_t> cores;
    std::set<std::size_t> translators;
    for (std::size_t i = 0; i < network.size(); ++i) {
      const NetworkNode& node = park.network_nodes->records()[i];
      if (node.operational && node.kind == NodeKind::core_router) cores.insert(i);
      if (!node.nat64_prefix.empty() && node.ipv6_forwarding && node.operational && native.reached[i]) translators.insert(i);
    }
    const auto from_core = joined_over_ipv4(park, cores);
    const auto from_translator = joined_over_ipv4(park, translators);
    std::map<Phase, std::set<std::string>> lost;
    for (const auto& loss : transition.losses) {
      if (loss.element == Element::service) lost[loss.phase].insert(loss.id);
    }
    for (std::size_t i = 0; i < park.network_services->size(); ++i) {
      const NetworkService& service = park.network_services->records()[i];
      const std::size_t node = service.node.index();
      const bool over_ipv4 = service.ipv4 && !park.network_nodes->records()[node].ipv4_address.empty();
      const bool literal = !ipv4_literals(service).empty();
      const bool alone = !native.services[i];
      EXPECT_EQ(lost[Phase::dual_stack].contains(service.id), !alone && !(over_ipv4 && from_core.contains(node)));
      EXPECT_EQ(lost[Phase::ipv6_only_nat64].contains(service.id), !alone && !(over_ipv4 && from_translator.contains(node) && !literal));
      EXPECT_EQ(lost[Phase::single_stack].contains(service.id), !alone);
      lost_to_literals += !alone && over_ipv4 && from_translator.contains(node) && literal ? 1 : 0;
    }
    for (const auto& count : transition.phases) {
      EXPECT_EQ(count.services_working, count.services - static_cast<std::int32_t>(lost[count.phase].size()));
      translated += count.services_translated;
    }
    EXPECT_GE(transition.phases[0].enterprises_working, transition.phases[1].enterprises_working);
    EXPECT_GE(transition.phases[1].nodes_working, transition.phases[2].nodes_working);
    EXPECT_GE(transition.phases[1].links_working, transition.phases[2].links_working);
    EXPECT_GE(transition.phases[0].links_working, transition.phases[2].links_working);
  }
  EXPECT_GT(translated, 100);
  EXPECT_GT(lost_to_literals, 20);
}

}  // namespace
}  // namespace parktwin::wired::ipv6
