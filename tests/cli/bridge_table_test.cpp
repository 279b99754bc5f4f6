#include "cli/bridge_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;
using wired::tsn::bridge::BridgedFlow;
using wired::tsn::bridge::BridgeState;

TEST(BridgeTable, ShowsTheDistributionOfEachFlowOver5G) {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
  Park park;
  wired::tsn::bridge::Result result;
  EXPECT_EQ(bridge_table(result, park, session), "");
  std::vector<TsnFlow> flows(2);
  flows[0].id = "TF-1";
  flows[1].id = "TF-2";
  park.tsn_flows = Part(Table(flows));
  std::vector<NetworkLink> links(1);
  links[0].id = "L-1";
  park.network_links = Part(Table(links));
  result.reliability = 0.999;
  BridgedFlow good;
  good.flow = Id<TsnFlow>(0);
  good.link = Id<NetworkLink>(0);
  good.state = BridgeState::met;
  good.sinr_db = 17.25;
  good.minimum_ns = 1'385'000;
  good.p50_ns = 2'000'000;
  good.left_ns = 9'000'000;
  good.on_time_share = 1.0;
  BridgedFlow none = good;
  none.flow = Id<TsnFlow>(1);
  none.downlink = false;
  none.state = BridgeState::no_radio;
  none.reason = "no 5G cell serves the device of link L-1 upwards";
  result.flows = {good, none};
  const std::string text = bridge_table(result, park, session);
  EXPECT_THAT(text, HasSubstr("  1 of 2 paths of deterministic flows over 5G are in time for 99.90000 % of frames"));
  EXPECT_THAT(text, HasSubstr("TF-1        L-1         down       17.2      1.385      2.000          -          -          -      9.000"));
  EXPECT_THAT(text, HasSubstr("100.00000  met\n"));
  EXPECT_THAT(text, HasSubstr("TF-2        L-1         up    no radio: no 5G cell serves the device of link L-1 upwards\n"));
  session.language = viz::Language::zh;
  EXPECT_THAT(bridge_table(result, park, session), testing::AllOf(HasSubstr("  1/2 条经5G的确定性流路径"), HasSubstr("上行  无5G覆盖\n")));
}

}  // namespace
}  // namespace parktwin::cli
