#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/every_start.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A and B from talkers 0 and 1 over bridge 2 to 3, 1 Gbit/s: 72 bytes on the wire 576 ns, with the gap 672 ns; 1 µs of forwarding.
struct Pair {
  Network network;
  std::vector<Stream> streams;
  Schedule schedule;
  Nanoseconds error = 0;

  Pair() {
    network.forwarding_ns = {0, 0, 1'000, 0};
    network.links = {{0, 2, 1'000'000'000, 0}, {1, 2, 1'000'000'000, 0}, {2, 3, 1'000'000'000, 0}};
    streams = {{"A", 10'000, 42, 3'000, 0, 7, {0, 2}}, {"B", 20'000, 42, 3'000, 0, 7, {1, 2}}};
    schedule = {20'000, {{0, 1'576, 10'000, 11'576}, {672, 2'248}}};
  }

  [[nodiscard]] std::string violations() const {
    std::string text;
    for (const auto& violation : verify(network, streams, schedule, error)) text += sentence(violation, streams) + "\n";
    return text;
  }
};

TEST(Verify, AcceptsAScheduleByHand) { EXPECT_EQ(Pair().violations(), ""); }

TEST(Verify, NamesAFrameThatLeavesBeforeItArrives) {
  Pair pair;
  pair.schedule.starts_ns[1][1] = 2'247;
  const auto text = pair.violations();
  EXPECT_THAT(text, HasSubstr("B: leaves by link 2 at 2247 ns, arrives there by 2248 ns"));
  EXPECT_THAT(text, HasSubstr("B: on link 2 at 2247 ns, A keeps the port until 2248 ns"));
}

TEST(Verify, NamesFramesThatOverlapAcrossTheEndOfTheCycle) {
  Pair pair;
  pair.schedule.starts_ns = {{8'100, 9'676, 18'100, 19'676}, {18'400, 20'200}};
  EXPECT_EQ(pair.violations(), "B: on link 2 at 200 ns, A keeps the port until 348 ns\n");
  pair.schedule.starts_ns[1] = {18'772, 20'348};
  EXPECT_EQ(pair.violations(), "");
}

TEST(Verify, NamesTwoFramesInAQueue) {
  Pair pair;
  pair.schedule.starts_ns[1] = {300, 2'248};  // stands in the queue from 1,876 ns
  EXPECT_EQ(pair.violations(), "");
  pair.schedule.starts_ns[1] = {0, 2'248};  // arrives with A, leaves after it
  EXPECT_EQ(pair.violations(), "");
  pair.schedule.starts_ns[0] = {20, 1'600, 10'020, 11'600};
  EXPECT_EQ(pair.violations(),
            "B: on link 2 at 2248 ns, A keeps the port until 2272 ns\n"
            "A: in the queue of link 2 at 1596 ns, B stands there until 2248 ns\n");
  pair.streams[1].priority = 6;
  EXPECT_EQ(pair.violations(), "B: on link 2 at 2248 ns, A keeps the port until 2272 ns\n");
}

TEST(Verify, NamesTheDeadlineTheJitterAndTheRelease) {
  Pair pair;
  pair.streams[0].deadline_ns = 2'151;
  EXPECT_THAT(pair.violations(), HasSubstr("A: arrives after 2152 ns, deadline 2151 ns"));
  pair = {};
  pair.schedule.starts_ns[0] = {0, 1'576, 10'001, 11'577};
  EXPECT_EQ(pair.violations(), "A: arrivals spread over 1 ns, allowed 0 ns\n");
  pair.schedule.starts_ns[0] = {10'000, 11'576, 20'000, 21'576};
  EXPECT_THAT(pair.violations(), HasSubstr("A: leaves its talker at 10000 ns, outside the period that begins at 0 ns"));
}

TEST(Verify, CountsTheClockErrorEverywhere) {
  Pair pair;
  pair.error = 1;
  for (auto& stream : pair.streams) stream.most_jitter_ns = 2;
  EXPECT_THAT(pair.violations(), HasSubstr("A: leaves by link 2 at 1576 ns, arrives there by 1577 ns"));
  pair.schedule.starts_ns = {{0, 1'577, 10'000, 11'577}, {673, 2'250}};
  EXPECT_EQ(pair.violations(), "");
  pair.schedule.starts_ns[1] = {0, 2'249};  // A leaves at 1,577 ns, B may stand there from 1,575 ns
  EXPECT_THAT(pair.violations(), HasSubstr("in the queue"));
  pair.schedule.starts_ns[1] = {673, 2'250};
  pair.streams[0].deadline_ns = 2'153;
  EXPECT_THAT(pair.violations(), HasSubstr("A: arrives after 2154 ns, deadline 2153 ns"));
  pair.streams[1].most_jitter_ns = 1;
  EXPECT_THAT(pair.violations(), HasSubstr("B: arrivals spread over 2 ns, allowed 1 ns"));
}

TEST(Verify, NamesMissingStarts) {
  Pair pair;
  pair.schedule.starts_ns[1].clear();
  EXPECT_EQ(pair.violations(), "B: 0 starts, expected 2\n");
  pair.schedule.cycle_ns = 10'000;
  EXPECT_THAT(pair.violations(), HasSubstr("B: 0 starts, expected 0"));
  pair.schedule.starts_ns.clear();
  EXPECT_THAT(pair.violations(), HasSubstr("0 starts, expected 2"));
}

/// Valid schedules with one to three starts moved by a few nanoseconds, against the pairwise judgement of the test.
TEST(Verify, AgreesWithComparingAllPairsOnMovedSchedules) {
  int valid = 0;
  int invalid = 0;
  for (std::uint32_t number = 0; number < 600; ++number) {
    const Instance instance = tiny_instance(number);
    Schedule schedule = synthesise(instance.network, instance.streams, instance.options).schedule;
    if (std::any_of(schedule.starts_ns.begin(), schedule.starts_ns.end(), [](const auto& starts) { return starts.empty(); })) continue;
    Draws draws(6, number);
    for (int attempt = 0; attempt < 20; ++attempt) {
      Schedule moved = schedule;
      for (std::uint32_t i = draws.below(4); i > 0; --i) {
        auto& starts = moved.starts_ns[draws.below(static_cast<std::uint32_t>(moved.starts_ns.size()))];
        starts[draws.below(static_cast<std::uint32_t>(starts.size()))] += draws.between(-2, 2);
      }
      auto found = verify(instance.network, instance.streams, moved, instance.options.clock_error_ns);
      std::erase_if(found, [](const Violation& violation) { return violation.rule == Rule::release; });
      ASSERT_EQ(found.empty(), EveryStart(instance).accepts(moved))
          << number << ": " << (found.empty() ? "" : sentence(found[0], instance.streams));
      (found.empty() ? valid : invalid) += 1;
    }
  }
  EXPECT_GT(valid, 500);
  EXPECT_GT(invalid, 500);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
