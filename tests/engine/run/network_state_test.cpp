#include "engine/run/network_state.h"

#include <gtest/gtest.h>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

TEST(NetworkState, HasTheFiguresOfARun) {
  const Park park = testing::plants();
  const Results results = testing::run_quietly(park);
  const NetworkState state = network_state(park, testing::coarse(), 1, network_inputs(park, testing::coarse(), results.radio));
  EXPECT_EQ(content_hash(state.topology), content_hash(results.wired.topology));
  EXPECT_EQ(content_hash(state.protections), content_hash(results.wired.failures.protections));
  EXPECT_EQ(content_hash(state.tsn), content_hash(results.wired.tsn));
  EXPECT_EQ(content_hash(state.bridges), content_hash(results.bridges));
  EXPECT_EQ(content_hash(state.traffic), content_hash(results.traffic));
}

TEST(NetworkState, CarriesOnlyWhatIsInCommon) {
  const Park park = testing::plants();
  NetworkState state = network_state(park, {}, 1, {});
  const auto all = content_hash(state.traffic);
  carry_common(state, {}, {}, 1, {});
  EXPECT_EQ(content_hash(state.traffic), all);
  Differences different;
  different.traffic.insert({wired::traffic::SourceClass::machine_vision, "E-0", "CA-0", ""});
  different.tsn_flows.insert("F-1");
  carry_common(state, different, {}, 1, {});
  EXPECT_EQ(state.tsn.flows.size(), testing::plant_count - 1);
  double cameras = 0.0;
  for (const auto& flow : state.traffic.flows) {
    if (flow.source == wired::traffic::SourceClass::machine_vision) cameras += flow.units;
  }
  EXPECT_EQ(cameras, 20.0 * (testing::plant_count - 1));
  EXPECT_LT(state.traffic.links[1].inwards_utilisation, 0.1);  // only desks are left on the first plant's link
  EXPECT_GT(state.traffic.links[4].inwards_utilisation, 0.8);
}

}  // namespace
}  // namespace parktwin::retrofit
