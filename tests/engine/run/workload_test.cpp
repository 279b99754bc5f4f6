#include "engine/run/workload.h"

#include <gtest/gtest.h>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

using wired::traffic::Flow;
using wired::traffic::SourceClass;

Flow flow_of(SourceClass source, std::size_t enterprise, double units) {
  Flow flow;
  flow.source = source;
  flow.enterprise = Id<Enterprise>(enterprise);
  flow.units = units;
  flow.samples_per_s = 25.0 * units;
  flow.up_mbit_s = 4.0 * units;
  return flow;
}

TEST(Workload, IsCommonWhateverCellsShareItOut) {
  const Park park = testing::plants();
  Flow part = flow_of(SourceClass::machine_vision, 0, 3.0);
  part.bearer = AssetBearer::nr;
  part.cell = Id<RadioCell>(1);
  const std::vector<Flow> before{flow_of(SourceClass::machine_vision, 0, 10.0)};
  const std::vector<Flow> after{part, flow_of(SourceClass::machine_vision, 0, 7.0)};
  const auto found = differences({park, before}, {park, after});
  EXPECT_TRUE(found.traffic.empty());
  EXPECT_TRUE(found.rows.empty());
}

TEST(Workload, WhatSendsSomethingElseIsNamed) {
  const Park park = testing::plants();
  Park other = park;
  auto flows = park.tsn_flows->records();
  flows[1].period_ns *= 2;
  flows.erase(flows.begin());
  flows.push_back(testing::with_id<TsnFlow>("F-new"));
  other.tsn_flows = Part(Table(flows));
  auto enterprises = park.enterprises->records();
  enterprises.push_back(testing::with_id<Enterprise>("E-new"));
  other.enterprises = Part(Table(enterprises));
  const std::vector<Flow> before{flow_of(SourceClass::office, 0, 10.0), flow_of(SourceClass::office, 1, 5.0)};
  const std::vector<Flow> after{flow_of(SourceClass::office, 0, 11.0), flow_of(SourceClass::office, 2, 5.0)};
  const auto found = differences({park, before}, {other, after});
  std::vector<std::string> rows;
  for (const auto& row : found.rows) {
    rows.push_back(std::string(name_of(row.subject)).append(" ").append(row.id).append(" ").append(name_of(row.change)));
  }
  EXPECT_EQ(rows, (std::vector<std::string>{"enterprise E-new after_only", "source_class office E-0 other_demand",
                                            "source_class office E-1 before_only", "source_class office E-2 after_only",
                                            "tsn_flow F-0 before_only", "tsn_flow F-1 other_demand", "tsn_flow F-new after_only"}));
  const Park common = with_common_flows(park, found.tsn_flows);
  ASSERT_EQ(common.tsn_flows->size(), testing::plant_count - 2);
  EXPECT_EQ(common.tsn_flows->records()[0].id, "F-2");
  EXPECT_EQ(with_common_flows(park, {}).tsn_flows.content_hash(), park.tsn_flows.content_hash());
}

}  // namespace
}  // namespace parktwin::retrofit
