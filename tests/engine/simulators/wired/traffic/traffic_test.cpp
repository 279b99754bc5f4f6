#include "engine/simulators/wired/traffic/traffic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/park/park.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

/// A park in which every option matters: PON and Ethernet accesses, every bearer, a ring of switches, cameras.
struct World {
  Park park;
  RadioAccess radio;

  World() {
    ParkBuilder builder;
    const auto core = builder.node(NodeKind::core_router);
    const auto west = builder.node(NodeKind::aggregation_switch, {0, 0});
    const auto east = builder.node(NodeKind::aggregation_switch, {2000, 0});
    const auto access = builder.node(NodeKind::access_switch);
    const auto unit = builder.node(NodeKind::optical_network_unit);
    const auto edge = builder.node(NodeKind::edge_server);
    const auto mast = builder.node(NodeKind::radio_unit);
    builder.link(core, west, 1000.0);
    builder.link(core, east, 1000.0);
    builder.link(west, east, 1000.0);
    builder.link(west, access, 100.0);
    builder.link(east, unit, 1000.0);
    builder.links.back().medium = LinkMedium::passive_optical;
    builder.link(west, edge, 1000.0);
    builder.link(east, mast, 1000.0);
    builder.link(east, access, 100.0);
    const auto first = builder.enterprise(access);
    const auto second = builder.enterprise(unit);
    for (const auto bearer : {AssetBearer::wired, AssetBearer::nr, AssetBearer::wifi, AssetBearer::lte, AssetBearer::other_wireless}) {
      builder.asset(first, "camera", 3, bearer);
      builder.asset(second, "AGV", 10, bearer);
    }
    builder.enterprises[0].employees = 300;
    builder.enterprises[1].cloud_level = CloudLevel::platform;
    builder.enterprises[1].employees = 50;
    builder.scenario(ScenarioKind::security);
    park = builder.park();
    std::vector<Zone> zones(1);
    zones[0].id = "Z0";
    zones[0].shape = {{{{{0, 0}, {300, 0}, {300, 200}, {0, 200}}, {}}}};
    park.zones = Part(Table(zones));
    std::vector<RadioSite> sites(1);
    sites[0].id = "S0";
    sites[0].backhaul = Id<NetworkNode>(mast);
    park.radio_sites = Part(Table(sites));
    std::vector<RadioCell> cells(1);
    cells[0].id = "C0";
    cells[0].site = Id<RadioSite>(0);
    park.radio_cells = Part(Table(cells));
    radio.cells = {{0.3, 0.5, 2.5}};
    radio.serving = {
        {first, Id<RadioCell>(0), 1.0, 60.0, 300.0}, {second, Id<RadioCell>(0), 0.7, 40.0, 200.0}, {second, {}, 0.3, 0.0, 0.0}};
  }

  [[nodiscard]] ContentHash hash(const Options& options = {}) const { return content_hash(simulate(park, options, radio)); }
};

TEST(Traffic, CarriesOnlyTheFlowsAskedFor) {
  const World world;
  const Result all = simulate(world.park, {}, world.radio);
  const auto wanted = [](const Flow& flow) { return flow.source == SourceClass::office; };
  const Result some = simulate(world.park, {}, world.radio, {}, wanted);
  EXPECT_EQ(some.flows.size(), static_cast<std::size_t>(std::count_if(all.flows.begin(), all.flows.end(), wanted)));
  EXPECT_FALSE(some.flows.empty());
  const auto office = static_cast<std::size_t>(SourceClass::office);
  EXPECT_EQ(some.classes[office].samples_per_s, all.classes[office].samples_per_s);
  EXPECT_LE(some.classes[office].mean_ms, all.classes[office].mean_ms);
  EXPECT_EQ(content_hash(simulate(world.park, {}, world.radio, {}, [](const Flow&) { return true; })), content_hash(all));
}

TEST(Traffic, EveryOptionMatters) {
  const World world;
  const ContentHash usual = world.hash();
  const std::vector<std::pair<const char*, std::function<void(Options&)>>> changes{
      {"percentile", [](Options& o) { o.percentile = 0.9; }},
      {"bottleneck_utilisation", [](Options& o) { o.bottleneck_utilisation = 0.1; }},
      {"buffer_ms", [](Options& o) { o.buffer_ms = 0.01; }},
      {"switch_latency_us", [](Options& o) { o.switch_latency_us = 50.0; }},
      {"cloud_delay_ms", [](Options& o) { o.cloud_delay_ms = 11.0; }},
      {"pon_cycle_us", [](Options& o) { o.pon_cycle_us = 125.0; }},
      {"scheduling_request_ms", [](Options& o) { o.scheduling_request_ms = 5.0; }},
      {"block_error", [](Options& o) { o.block_error = 0.2; }},
      {"wifi_delay_ms", [](Options& o) { o.wifi_delay_ms = 5.0; }},
      {"lte_delay_ms", [](Options& o) { o.lte_delay_ms = 5.0; }},
      {"other_wireless_delay_ms", [](Options& o) { o.other_wireless_delay_ms = 5.0; }},
      {"camera_area_m2", [](Options& o) { o.camera_area = SquareMetres(1000.0); }},
      {"waiting_at_edge", [](Options& o) { o.waiting_at_edge = 0.9; }},
  };
  for (const auto& [name, change] : changes) {
    Options options;
    change(options);
    EXPECT_NE(world.hash(options), usual) << name;
  }
  Options narrow;
  narrow.bottleneck_utilisation = 0.1;
  const ContentHash with_paths = world.hash(narrow);
  narrow.alternative_paths = 0;
  EXPECT_NE(world.hash(narrow), with_paths);
}

TEST(Traffic, EveryFigureOfAClassMatters) {
  const World world;
  const auto with = [&](const std::function<void(ClassChange&)>& set) {
    ClassChange change;
    change.source = SourceClass::vehicles;
    set(change);
    Options options;
    options.classes = {change};
    return world.hash(options);
  };
  const ContentHash usual = with([](ClassChange&) {});
  EXPECT_NE(with([](ClassChange& c) { c.destination = Destination::core; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.service = "NS-1"; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.sample_bytes = 700.0; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.samples_per_s = 3.0; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.down_mbit_s = 3.0; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.target_ms = 7.0; }), usual);
  EXPECT_NE(with([](ClassChange& c) { c.processing_ms = 70.0; }), usual);
}

TEST(Traffic, EffortOfTheSitingMatters) {
  // Five switches in a ring with long links: the greedy choice is not proven within one step.
  ParkBuilder builder;
  for (std::uint32_t i = 0; i < 5; ++i) builder.node(i == 0 ? NodeKind::core_router : NodeKind::aggregation_switch);
  for (std::uint32_t i = 0; i < 5; ++i) {
    builder.link(i, (i + 1) % 5, 10000.0);
    builder.links.back().length = Metres(3e6);
  }
  for (std::uint32_t i = 0; i < 5; ++i) builder.asset(builder.enterprise(i), "machines", 1);
  ClassChange change;
  change.source = SourceClass::machines;
  change.target_ms = 20.0;  // one link, not two
  Options options;
  options.classes = {change};
  const Siting whole = simulate(builder.park(), options, {}).siting;
  EXPECT_EQ(whole.state, SitingState::proven);
  EXPECT_EQ(whole.sites, 2);
  options.siting_effort = 1;
  const Siting cut = simulate(builder.park(), options, {}).siting;
  EXPECT_EQ(cut.state, SitingState::bounded);
  EXPECT_EQ(cut.lower_bound, 1);
}

TEST(Traffic, SameBitsForAnyNumberOfThreads) {
  const World world;
  const auto hash_with = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return world.hash();
  };
  const ContentHash one = hash_with(1);
  EXPECT_EQ(hash_with(2), one);
  EXPECT_EQ(hash_with(4), one);
}

TEST(Traffic, SamplesAddUp) {
  const World world;
  const Result result = simulate(world.park, {}, world.radio);
  double produced = 0.0;
  double on_time = 0.0;
  for (const auto& figures : result.classes) {
    EXPECT_NEAR(figures.on_time_per_s + figures.late_per_s + figures.lost_overload_per_s + figures.lost_no_path_per_s,
                figures.samples_per_s, 1e-6 * (1.0 + figures.samples_per_s));
    if (!collects(figures.source)) continue;
    produced += figures.samples_per_s;
    on_time += figures.on_time_per_s;
  }
  EXPECT_EQ(result.samples_per_s, produced);
  EXPECT_EQ(result.samples_on_time_per_s, on_time);
  EXPECT_GT(on_time, 0.0);
  EXPECT_LT(on_time, produced);
  EXPECT_EQ(result.links.size(), world.park.network_links->size());
  EXPECT_EQ(result.cells.size(), 1U);
}

TEST(Traffic, WithoutRadioNothingOf5GArrives) {
  const World world;
  const Result result = simulate(world.park, {}, {});
  for (const auto& flow : result.flows) {
    if (flow.bearer != AssetBearer::nr) continue;
    EXPECT_EQ(flow.state, FlowState::no_radio);
    EXPECT_EQ(flow.delivered_share, 0.0);
  }
}

}  // namespace
}  // namespace parktwin::wired::traffic
