#include "engine/criteria/traffic_metrics.h"

#include <set>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using wired::traffic::Flow;
using wired::traffic::FlowState;
using wired::traffic::SourceClass;

Flow flow(SourceClass source, Id<Enterprise> enterprise, double samples_per_s, double on_time_share, FlowState state) {
  Flow made;
  made.source = source;
  made.enterprise = enterprise;
  made.samples_per_s = samples_per_s;
  made.on_time_share = on_time_share;
  made.state = state;
  return made;
}

SmallWorld sending() {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 10.0), enterprise("E-2", "Two", 10.0)});
  world.park.zones = part_of<Zone>({zone("Z-1", ZoneKind::square, true, area_of(0, 0, 1, 1))});
  auto& traffic = world.results.traffic;
  traffic.samples_per_s = 1000.0;
  traffic.samples_on_time_per_s = 800.0;
  const Id<Enterprise> one(0);
  const Id<Enterprise> two(1);
  traffic.flows = {
      flow(SourceClass::machines, one, 100.0, 0.5, FlowState::late), flow(SourceClass::machines, one, 60.0, 0.5, FlowState::late),
      flow(SourceClass::machine_vision, two, 200.0, 0.25, FlowState::link_overloaded),
      flow(SourceClass::office, two, 500.0, 0.0, FlowState::no_path), flow(SourceClass::sensors, two, 9.0, 0.999, FlowState::on_time)};
  Flow video = flow(SourceClass::park_video, {}, 25.0, 0.0, FlowState::no_path);
  video.zone = Id<Zone>(0);
  traffic.flows.push_back(video);
  traffic.classes.resize(3);
  traffic.classes[0].source = SourceClass::machines;
  traffic.classes[0].samples_per_s = 160.0;
  traffic.classes[0].on_time_per_s = 80.0;
  traffic.classes[1].source = SourceClass::sensors;
  traffic.classes[1].samples_per_s = 9.0;
  traffic.classes[1].on_time_per_s = 9.0;
  traffic.classes[2].source = SourceClass::office;
  traffic.classes[2].samples_per_s = 500.0;
  return world;
}

TEST(TrafficMetrics, SamplesOnTimeOverSamplesProduced) {
  const Measurement measurement = sending().measure("samples.on_time");
  EXPECT_EQ(measurement.part, 800.0);
  EXPECT_EQ(measurement.whole, 1000.0);
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{
          {"Two (E-2), cameras and machine vision: 150 of 200 samples/s, lost in an overloaded link",
           "Two（E-2），摄像与机器视觉：每秒200个样本中150个，链路过载丢失"},
          {"One (E-1), machines and robots: 80 of 160 samples/s, too late", "One（E-1），机床与机器人：每秒160个样本中80个，超时"},
          {"Zone Z-1 (Z-1), video security: 25 of 25 samples/s, no path", "Zone Z-1（Z-1），视频安防：每秒25个样本中25个，无可用路径"}}));
}

TEST(TrafficMetrics, ClassesCountAlike) {
  const Measurement measurement = sending().measure("samples.classes_on_time");
  EXPECT_EQ(measurement.part, 1.5);
  EXPECT_EQ(measurement.whole, 2.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"machines and robots: 50 % on time", "机床与机器人：按时50%"}}));
}

TEST(TrafficMetrics, EveryClassAndReasonHasItsWords) {
  SmallWorld world = sending();
  world.results.traffic.flows.clear();
  double size = 100.0;
  for (const auto& source : names_of(SourceClass{})) {
    for (const auto& state : names_of(FlowState{})) {
      if (state.value == FlowState::on_time) continue;
      world.results.traffic.flows.push_back(flow(source.value, Id<Enterprise>(0), size -= 1.0, 0.0, state.value));
    }
  }
  std::set<std::string> lines;
  for (const auto& line : world.measure("samples.on_time").where) {
    EXPECT_NE(line.en, line.zh);
    lines.insert(line.zh);
  }
  EXPECT_EQ(lines.size(), (wired::traffic::class_count - 3) * 6);
}

TEST(TrafficMetrics, WithoutSourcesThereIsNoShare) {
  EXPECT_FALSE(SmallWorld().measure("samples.on_time").measured());
  EXPECT_FALSE(SmallWorld().measure("samples.classes_on_time").measured());
}

}  // namespace
}  // namespace parktwin::criteria
