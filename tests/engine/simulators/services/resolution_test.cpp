#include "engine/simulators/services/resolution.h"

#include <gtest/gtest.h>

#include <functional>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/services/resolved_park.h"

namespace parktwin::services {
namespace {

Park with_node(const std::function<void(IdentifierNode&)>& change) {
  Park park = resolved_park();
  auto nodes = park.identifier_nodes->records();
  change(nodes[0]);
  park.identifier_nodes = Part(Table(std::move(nodes)));
  return park;
}

IdentifierNodeFigures day_of(const Park& park, const ResolutionOptions& options = {}) {
  return simulate_resolution(park, options, 1).nodes.at(0);
}

TEST(Resolution, ServesRegisteredEnterprisesThatReachTheNode) {
  const Resolution resolution = simulate_resolution(resolved_park(), {}, 1);
  ASSERT_EQ(resolution.uses.size(), 4U);
  EXPECT_EQ(resolution.uses[0].state, IdentifierState::served);
  EXPECT_NEAR(resolution.uses[0].round_trip_ms, 2 * 0.0249, 1e-9);
  EXPECT_EQ(resolution.uses[2].state, IdentifierState::unreachable);
  EXPECT_EQ(resolution.uses[3].state, IdentifierState::not_registered);
  EXPECT_EQ(resolution.notes.size(), 2U);
  const auto& figures = resolution.nodes.at(0);
  EXPECT_TRUE(figures.simulated);
  EXPECT_EQ(figures.enterprises, 2);
  EXPECT_NEAR(figures.answered_per_day, 10'000.0, 350.0);
  EXPECT_EQ(figures.availability, 1.0);
  EXPECT_NEAR(figures.registrations_per_day, 400.0, 80.0);
  EXPECT_GT(figures.completeness, 0.98);
  EXPECT_LE(figures.synchronisation_p95_s, 301.0 * 65 / 64);
  EXPECT_GE(figures.latency_p99_ms, figures.latency_p95_ms);
}

TEST(Resolution, EnterprisesNodesAndOutagesMatter) {
  const auto plain = day_of(resolved_park());
  const auto own = day_of(with_node([](auto& node) { node.enterprise_nodes = {Id<Enterprise>(0), Id<Enterprise>(1)}; }));
  EXPECT_GT(own.latency_mean_ms, plain.latency_mean_ms + 1.0);
  const auto cut = [](IdentifierNode& node) {
    node.cache_entries = 0;
    node.outage_from_h = 9.0;
    node.outage_hours = 2.0;
  };
  const auto down = day_of(with_node(cut));
  // Hours 9 and 10 carry 19 of the 122 parts of the day.
  EXPECT_NEAR(down.availability, 1.0 - 19.0 / 122.0, 0.02);
  EXPECT_NEAR(down.node_unreachable_per_day, down.asked_per_day - down.answered_per_day, 2.0);
  const auto twice = day_of(with_node([&](auto& node) { cut(node), node.standby = true; }));
  EXPECT_EQ(twice.node_unreachable_per_day, 0.0);
  const auto top = [](IdentifierNode& node) { node.top_outage_from_h = 20.0, node.top_outage_hours = 24.0; };
  EXPECT_LT(day_of(with_node(top)).completeness, 0.98);
  EXPECT_GT(day_of(with_node([&](auto& node) { top(node), node.top_nodes = 2; })).completeness, 0.98);
}

TEST(Resolution, RefusesFloodsByTheirSources) {
  const auto flood = [](IdentifierNode& node) {
    node.flood_from_h = 12.0;
    node.flood_hours = 0.1;
    node.flood_sources = 4;
  };
  const auto open = day_of(with_node(flood));
  EXPECT_NEAR(open.flood_queries_per_day, 360'000.0, 10.0);
  EXPECT_EQ(open.flood_refused_per_day, 0.0);
  const auto limited = day_of(with_node([&](auto& node) {
    flood(node);
    node.source_rate_per_s = 10.0;
    node.source_burst = 100.0;
  }));
  EXPECT_NEAR(limited.flood_refused_per_day, 360'000.0 - 4 * (100 + 3600), 20.0);
  EXPECT_EQ(limited.refused_per_day, 0.0);
}

TEST(Resolution, SaysWhyThereIsNoDay) {
  EXPECT_EQ(day_of(with_node([](auto& node) { node.node = {}; })).reason,
            "the inventory does not say on which server of the network it runs");
  Park planned = resolved_park();
  auto services = planned.shared_services->records();
  services[0].deployed = false;
  planned.shared_services = Part(Table(std::move(services)));
  const Resolution resolution = simulate_resolution(planned, {}, 1);
  EXPECT_EQ(resolution.nodes[0].reason, "its service is not in operation");
  EXPECT_EQ(resolution.uses[0].state, IdentifierState::no_node);
  Park idle = resolved_park();
  idle.identifier_applications = {};
  EXPECT_FALSE(day_of(idle).simulated);
}

TEST(Resolution, EveryOptionMattersAndThreadsDoNot) {
  const Park park = resolved_park();
  const auto usual = content_hash(simulate_resolution(park, {}, 1));
  for (const ResolutionOptions& other : {ResolutionOptions{.replicas = 4}, ResolutionOptions{.warm_up_h = 7.0},
                                         ResolutionOptions{.zipf_exponent = 1.2}, ResolutionOptions{.confidence = 0.9}})
    EXPECT_NE(content_hash(simulate_resolution(park, other, 1)), usual);
  const ThreadLimit one(1);
  EXPECT_EQ(content_hash(simulate_resolution(park, {}, 1)), usual);
  EXPECT_NE(content_hash(simulate_resolution(park, {}, 2)), usual);
}

TEST(Resolution, TellsTheOverloadOfANode) {
  const auto with_service = [](double service_ms) {
    return with_node([service_ms](auto& node) {
      node.servers = 1;
      node.waiting_places = 10;
      node.cache_entries = 0;
      node.service_ms = service_ms;
    });
  };
  // 10,400 queries and registrations a day: 0.96 and 2.41 of a server.
  const Resolution busy = simulate_resolution(with_service(8000.0), {}, 1);
  const Resolution overloaded = simulate_resolution(with_service(20'000.0), {}, 1);
  EXPECT_EQ(busy.notes.size() + 1, overloaded.notes.size());
  std::string found;
  for (const auto& note : overloaded.notes) found += note.place == "identifier node IN-0" ? note.text : "";
  EXPECT_TRUE(found.starts_with("It is offered 2.")) << found;
  EXPECT_GT(overloaded.nodes[0].node_full_per_day, 1000.0);
}

}  // namespace
}  // namespace parktwin::services
