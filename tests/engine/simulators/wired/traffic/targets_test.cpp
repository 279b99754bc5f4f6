#include <gtest/gtest.h>

#include "engine/simulators/wired/traffic/demand.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

const Target& of(const Targets& targets, SourceClass source) { return targets.all[targets.of_class[static_cast<std::size_t>(source)]]; }

struct Sites {
  ParkBuilder builder;
  std::uint32_t core = builder.node(NodeKind::core_router);
  std::uint32_t edge = builder.node(NodeKind::edge_server);
  std::uint32_t first = builder.node(NodeKind::server);
  std::uint32_t second = builder.node(NodeKind::server);

  Sites() {
    for (const std::uint32_t node : {edge, first, second}) builder.link(core, node, 1000.0);
    for (const std::uint32_t node : {second, first, second}) {
      NetworkService service;
      service.id = numbered("NS", builder.services.size());
      service.node = Id<NetworkNode>(node);
      builder.services.push_back(service);
    }
  }

  [[nodiscard]] Targets targets(const std::vector<ClassChange>& changes = {}) const {
    const Park park = builder.park();
    return targets_of(park, network_of(park, {}), profiles(changes));
  }
};

TEST(Targets, EveryClassGoesWhereItsProfileSays) {
  const Sites sites;
  const Targets targets = sites.targets();
  EXPECT_EQ(of(targets, SourceClass::office).sinks, std::vector<std::uint32_t>{sites.core});
  EXPECT_TRUE(of(targets, SourceClass::office).beyond_core);
  EXPECT_EQ(of(targets, SourceClass::machines).sinks, std::vector<std::uint32_t>{sites.edge});
  EXPECT_FALSE(of(targets, SourceClass::machines).beyond_core);
  EXPECT_EQ(of(targets, SourceClass::metering).sinks, (std::vector<std::uint32_t>{sites.first, sites.second}));
  EXPECT_EQ(targets.all.size(), 3U);
  const auto hosted = static_cast<std::size_t>(SourceClass::hosted_workloads);
  for (std::size_t i = 0; i < targets.missing.size(); ++i) {
    EXPECT_EQ(targets.missing[i], i == hosted ? "data centre with a network node" : "") << i;
  }
}

TEST(Targets, HostedWorkloadsGoToTheDataCentresInOperation) {
  const Sites sites;
  Park park = sites.builder.park();
  std::vector<DataCentre> centres(3);
  for (std::size_t i = 0; i < centres.size(); ++i) centres[i].id = numbered("DC", i);
  centres[0].node = Id<NetworkNode>(sites.second);
  centres[1].node = Id<NetworkNode>(sites.first);
  centres[1].operational = false;
  park.data_centres = Part(Table(centres));
  const Targets targets = targets_of(park, network_of(park, {}), profiles({}));
  EXPECT_EQ(of(targets, SourceClass::hosted_workloads).sinks, std::vector<std::uint32_t>{sites.second});
  EXPECT_FALSE(of(targets, SourceClass::hosted_workloads).beyond_core);
}

TEST(Targets, AServiceOfTheScenarioComesFirst) {
  const Sites sites;
  ClassChange change;
  change.source = SourceClass::park_video;
  change.service = "NS1";
  EXPECT_EQ(of(sites.targets({change}), SourceClass::park_video).sinks, std::vector<std::uint32_t>{sites.first});
  change.service = "NS9";
  const Targets lost = sites.targets({change});
  EXPECT_TRUE(of(lost, SourceClass::park_video).beyond_core);
  EXPECT_EQ(lost.missing[0], "network service NS9");
}

TEST(Targets, WithoutAnEdgeServerTheCloudTakesItAndThatIsSaid) {
  Sites sites;
  sites.builder.nodes[sites.edge].operational = false;
  const Targets targets = sites.targets();
  EXPECT_EQ(of(targets, SourceClass::vehicles).sinks, std::vector<std::uint32_t>{sites.core});
  EXPECT_TRUE(of(targets, SourceClass::vehicles).beyond_core);
  EXPECT_EQ(targets.missing[static_cast<std::size_t>(SourceClass::vehicles)], "edge server");
}

}  // namespace
}  // namespace parktwin::wired::traffic
