#include "engine/simulators/wired/tsn/schedule/necessary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Line {
  Network network;
  std::vector<Stream> streams;
  Nanoseconds cycle = 100'000;

  Line() {
    network.forwarding_ns = {0, 2'000, 0};
    connect(network, 0, 1, 1'000'000'000, 100);
    connect(network, 1, 2, 100'000'000, 100);
    // 70 + 30 bytes: 0.8 µs and 8 µs on the wire; with propagation and forwarding 11 µs.
    for (int i = 0; i < 3; ++i) streams.push_back({std::string("S") + std::to_string(i), 100'000, 70, 11'000, 0, 7, {0, 2}});
  }
};

TEST(Disproof, FindsWhatIsLongerThanTheDeadline) {
  Line line;
  EXPECT_FALSE(disproof(line.network, line.streams, line.cycle, 0, true));
  line.streams[1].deadline_ns = 10'999;
  auto found = disproof(line.network, line.streams, line.cycle, 0, true);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->streams, ElementsAre(1));
  EXPECT_EQ(found->reason, "stream S1: without any waiting it takes 11000 ns, the deadline is 10999 ns");
  line.streams[1].deadline_ns = 11'000;
  line.streams[2].deadline_ns = 11'020;
  found = disproof(line.network, line.streams, line.cycle, 10, true);  // once at the bridge, once between talker and last port
  ASSERT_TRUE(found);
  EXPECT_THAT(found->streams, ElementsAre(0));
}

TEST(Disproof, FindsClocksThatSpreadArrivalsTooFar) {
  Line line;
  for (auto& stream : line.streams) stream.deadline_ns = 20'000;
  line.streams[2].most_jitter_ns = line.streams[1].most_jitter_ns = line.streams[0].most_jitter_ns = 200;
  EXPECT_FALSE(disproof(line.network, line.streams, line.cycle, 100, true));
  line.streams[2].most_jitter_ns = 199;
  const auto found = disproof(line.network, line.streams, line.cycle, 100, true);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->streams, ElementsAre(2));
}

TEST(Disproof, FindsAFrameLongerThanItsPeriod) {
  Line line;
  line.streams[1].period_ns = 8'960;  // 112 bytes at 100 Mbit/s
  EXPECT_FALSE(disproof(line.network, std::span(line.streams).subspan(1, 1), 8'960, 0, true));
  line.streams[1].period_ns = 8'959;
  const auto found = disproof(line.network, std::span(line.streams).subspan(1, 1), 8'959, 0, true);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->reason, HasSubstr("on link 2 a frame takes 8960 ns"));
}

TEST(Disproof, FindsAPortWithTooMuchToSend) {
  Line line;
  for (auto& stream : line.streams) stream.period_ns = 20'000;
  EXPECT_FALSE(disproof(line.network, std::span(line.streams).first(2), 20'000, 0, true));
  line.streams[0].path = {0};
  EXPECT_FALSE(disproof(line.network, line.streams, 20'000, 0, true));
  line.streams[0].path = {2};
  const auto found = disproof(line.network, line.streams, 20'000, 0, true);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->streams, ElementsAre(0, 1, 2));
  EXPECT_THAT(found->reason, HasSubstr("link 2"));
}

/// Frames of 0.8 and 1.2 µs with the gap on one port, periods of 5 and 7 µs: every distance occurs, in whole microseconds.
TEST(Disproof, FindsTwoStreamsThatComeTooClose) {
  Network network;
  network.forwarding_ns = {0, 0, 0};
  network.links = {{0, 1, 1'000'000'000, 0}, {1, 2, 1'000'000'000, 0}};
  std::vector<Stream> streams = {{"A", 5'000, 58, 10'000, 0, 7, {0}}, {"B", 7'000, 108, 10'000, 0, 6, {0}}};
  auto found = disproof(network, streams, 35'000, 0, true);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->streams, ElementsAre(0, 1));
  EXPECT_THAT(found->reason, HasSubstr("common divisor of 1000 ns, their frames need 2000 ns"));
  streams[0].most_jitter_ns = streams[1].most_jitter_ns = 500;
  EXPECT_FALSE(disproof(network, streams, 35'000, 0, true));
  streams[0].most_jitter_ns = 499;
  EXPECT_TRUE(disproof(network, streams, 35'000, 0, true));
  streams[0].path = streams[1].path = {0, 1};  // waiting in the bridge lets them apart on the first link, not on the last
  EXPECT_TRUE(disproof(network, streams, 35'000, 0, true));
  streams[1].path = {0};
  EXPECT_FALSE(disproof(network, streams, 35'000, 0, true));
  EXPECT_TRUE(disproof(network, streams, 35'000, 0, false));
}

TEST(Unusable, NamesWhatHasNoMeaning) {
  const auto reason = [](auto change) {
    Line line;
    change(line);
    return unusable(line.network, line.streams, line.cycle, 0);
  };
  EXPECT_EQ(reason([](Line&) {}), "");
  EXPECT_THAT(reason([](Line& l) { l.network.links[1].to = 9; }), HasSubstr("link 1 ends at a node"));
  EXPECT_THAT(reason([](Line& l) { l.network.links[1].rate_bit_s = 0; }), HasSubstr("rate of 0"));
  EXPECT_THAT(reason([](Line& l) { l.network.links[3].propagation_ns = -1; }), HasSubstr("link 3"));
  EXPECT_THAT(reason([](Line& l) { l.network.forwarding_ns[1] = -1; }), HasSubstr("node 1"));
  EXPECT_THAT(reason([](Line& l) { l.streams[2].payload_bytes = 1501; }), HasSubstr("stream S2 has a payload of 1501"));
  EXPECT_THAT(reason([](Line& l) { l.streams[2].deadline_ns = 0; }), HasSubstr("no deadline"));
  EXPECT_THAT(reason([](Line& l) { l.streams[0].priority = 8; }), HasSubstr("priority 8"));
  EXPECT_THAT(reason([](Line& l) { l.streams[0].path = {0, 7}; }), HasSubstr("link 7, which does not exist"));
  EXPECT_THAT(reason([](Line& l) { l.streams[0].path = {0, 0}; }), HasSubstr("does not begin where"));
  EXPECT_THAT(reason([](Line& l) { l.streams[0].path = {0, 1, 0}; }), HasSubstr("uses link 0 twice"));
  EXPECT_THAT(reason([](Line& l) { l.cycle = 150'000; }), HasSubstr("not a multiple"));
  EXPECT_THAT(reason([](Line& l) { l.cycle = 100'000LL * 10'000'000; }), HasSubstr("more than 4000000 frames"));
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
