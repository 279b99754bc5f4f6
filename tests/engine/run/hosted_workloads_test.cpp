#include "engine/run/hosted_workloads.h"

#include <gtest/gtest.h>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin {
namespace {

Park with_centre() {
  Park park = retrofit::testing::plants();
  auto enterprises = park.enterprises->records();
  enterprises[0].cloud_level = CloudLevel::equipment;
  enterprises[0].cloud_kind = CloudKind::public_cloud;
  enterprises[1].cloud_level = CloudLevel::platform;
  enterprises[1].cloud_kind = CloudKind::hybrid;
  enterprises[2].cloud_level = CloudLevel::equipment;
  enterprises[2].cloud_kind = CloudKind::private_cloud;
  park.enterprises = Part(Table(enterprises));
  auto centre = retrofit::testing::with_id<DataCentre>("D");
  centre.node = Id<NetworkNode>(1);
  centre.rack_power = Kilowatts(5.0);
  centre.servers = 4;
  park.data_centres = Part(Table(std::vector<DataCentre>{centre}));
  return park;
}

TEST(HostedWorkloads, ADepthOfUseEachOfThePublicCloud) {
  const auto hosted = hosted_workloads(with_centre(), {});
  ASSERT_EQ(hosted.size(), 2U);  // neither the private cloud nor the one without any
  EXPECT_DOUBLE_EQ(hosted[0].employees, 0.3 * 40.0);
  EXPECT_DOUBLE_EQ(hosted[1].employees, 0.3 * 40.0 * 2.0 / 4.0);
  EXPECT_DOUBLE_EQ(hosted[0].down_mbit_s, 12.0 * 0.02);
}

TEST(HostedWorkloads, NoneWithoutADataCentreThatIsReached) {
  Park park = with_centre();
  auto centres = park.data_centres->records();
  centres[0].node = {};
  park.data_centres = Part(Table(centres));
  EXPECT_TRUE(hosted_workloads(park, {}).empty());
  EXPECT_TRUE(hosted_workloads(retrofit::testing::plants(), {}).empty());
}

TEST(HostedWorkloads, AddUpToWhatTheDataCentreCarriesAndSends) {
  const Park park = with_centre();
  const Results results = retrofit::testing::run_quietly(park);
  const auto& centre = results.cloud.data_centre.centres.at(0);
  double employees = 0.0;
  double down = 0.0;
  for (const auto& workload : hosted_workloads(park, {})) {
    employees += workload.employees;
    down += workload.down_mbit_s;
  }
  EXPECT_NEAR(employees, centre.employees_today, 1e-9);
  EXPECT_NEAR(down, centre.traffic_today_mbps, 1e-9);
}

TEST(HostedWorkloads, AreFlowsToTheDataCentreThatFillTheLinkTowardsIt) {
  const Park park = with_centre();
  Progress progress;
  SimulationOptions options = retrofit::testing::coarse();
  const auto load_with = [&](double hosted_share) {
    options.cloud.data_centre.hosted_share = hosted_share;
    const Results results = run(park, options, 1, progress);
    double units = 0.0;
    for (const auto& flow : results.traffic.flows) {
      if (flow.source == wired::traffic::SourceClass::hosted_workloads || flow.source == wired::traffic::SourceClass::cloud_sync)
        units += flow.units;
    }
    EXPECT_NEAR(units, 120.0, 1e-9);  // employees of the three, each counted once
    return results.traffic.links[0].inwards_mbit_s;
  };
  EXPECT_GT(load_with(0.0), load_with(1.0));  // the link to the core, beyond the data centre
  auto nodes = park.network_nodes->records();
  nodes.push_back(retrofit::testing::with_id<NetworkNode>("N-centre"));
  Park apart = park;
  apart.network_nodes = Part(Table(nodes));
  auto links = park.network_links->records();
  links.push_back(retrofit::testing::link_between("L-centre", 1, nodes.size() - 1, 1000.0));
  apart.network_links = Part(Table(links));
  auto centres = park.data_centres->records();
  centres[0].node = Id<NetworkNode>(nodes.size() - 1);
  apart.data_centres = Part(Table(centres));
  double last = -1.0;
  for (const double share : {0.0, 0.3, 1.0}) {
    options.cloud.data_centre.hosted_share = share;
    const double use = run(apart, options, 1, progress).traffic.links.back().outwards_utilisation;
    EXPECT_GT(use, last) << share;
    last = use;
  }
}

}  // namespace
}  // namespace parktwin
