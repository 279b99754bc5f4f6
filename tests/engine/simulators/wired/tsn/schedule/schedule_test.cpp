#include "engine/simulators/wired/tsn/schedule/schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/every_start.h"
#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string violations_of(const Instance& instance, const Schedule& schedule) {
  std::string text;
  for (const auto& violation : verify(instance.network, instance.streams, schedule, instance.options.clock_error_ns)) {
    text += sentence(violation, instance.streams) + "\n";
  }
  return text;
}

Nanoseconds latency_ns(const Instance& instance, const Result& result, std::size_t stream, std::size_t frame = 0) {
  const Stream& s = instance.streams[stream];
  const Nanoseconds* starts = &result.schedule.starts_ns[stream][frame * s.path.size()];
  const Link& last = instance.network.links[s.path.back()];
  return starts[s.path.size() - 1] + frame_time_ns(s.payload_bytes, last.rate_bit_s) + last.propagation_ns - starts[0];
}

/// INET 4.4, showcases/tsn/gatescheduling/sat: 100 Mbit/s, 50 ns of cable, 1000 B and 500 B of UDP payload (28 B more in Ethernet) from two
/// clients to two servers, every 500 µs and 250 µs, 500 µs allowed. Its documentation gives 254.07 µs for the larger frames, without
/// queueing.
TEST(Synthesise, FindsTheDelaysOfTheInetGateSchedulingShowcase) {
  Instance showcase;
  showcase.network.forwarding_ns.assign(6, 0);
  for (const auto& [a, b] : {std::pair{0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}}) connect(showcase.network, a, b, 100'000'000, 50);
  for (std::size_t client = 0; client < 2; ++client) {
    showcase.streams.push_back({"best effort", 500'000, 1028, 500'000, 0, 0, shortest_path(showcase.network, client, 4)});
    showcase.streams.push_back({"video", 250'000, 528, 500'000, 0, 4, shortest_path(showcase.network, client, 5)});
  }
  const Result result = synthesise(showcase.network, showcase.streams, {});
  ASSERT_EQ(result.state, State::scheduled) << result.reason;
  EXPECT_EQ(violations_of(showcase, result.schedule), "");
  EXPECT_EQ(result.schedule.cycle_ns, 500'000);
  for (const std::size_t stream : {0U, 2U}) EXPECT_EQ(latency_ns(showcase, result, stream), 254'070);
  for (const std::size_t stream : {1U, 3U}) EXPECT_EQ(latency_ns(showcase, result, stream, 1), 3 * (44'640 + 50));
}

/// INET, showcases/tsn/trafficshaping/timeawareshaper: one bridge, 2 × 5.76 µs + 2 × 0.05 µs = 11.62 µs for the smallest frame.
TEST(Synthesise, FindsTheDelayOfTheInetTimeAwareShaperShowcase) {
  Instance showcase;
  showcase.network.forwarding_ns.assign(3, 0);
  connect(showcase.network, 0, 1, 100'000'000, 50);
  connect(showcase.network, 1, 2, 100'000'000, 50);
  showcase.streams.push_back({"high priority", 1'000'000, 42, 11'620, 0, 4, {0, 2}});
  const Result result = synthesise(showcase.network, showcase.streams, {});
  ASSERT_EQ(result.state, State::scheduled);
  EXPECT_EQ(latency_ns(showcase, result, 0), 11'620);
  showcase.streams[0].deadline_ns = 11'619;
  EXPECT_EQ(synthesise(showcase.network, showcase.streams, {}).state, State::infeasible);
}

TEST(Synthesise, PassesTheVerifierOnThousandRandomInstances) {
  int scheduled = 0;
  int infeasible = 0;
  for (std::uint32_t number = 0; number < 1000; ++number) {
    Instance instance = random_instance(number);
    instance.options.most_placements = 500;
    instance.options.most_branches = 500;
    const Result result = synthesise(instance.network, instance.streams, instance.options);
    ASSERT_NE(result.state, State::unusable) << result.reason;
    ASSERT_EQ(result.unplaced.empty(), result.state == State::scheduled);
    if (result.state == State::scheduled) {
      ++scheduled;
      ASSERT_EQ(violations_of(instance, result.schedule), "") << "instance " << number;
    } else {
      infeasible += result.state == State::infeasible ? 1 : 0;
      EXPECT_NE(result.reason, "");
    }
  }
  RecordProperty("scheduled", scheduled);
  RecordProperty("infeasible", infeasible);
  EXPECT_GT(scheduled, 600);
  EXPECT_GT(infeasible, 250);
}

/// Every start of every frame is tried by the test itself: where that finds a schedule, so must the synthesis, and the reverse.
TEST(Synthesise, AgreesWithTryingEveryStartOnTinyInstances) {
  int possible = 0;
  int impossible = 0;
  for (std::uint32_t number = 0; number < 1500; ++number) {
    const Instance instance = tiny_instance(number);
    EveryStart every(instance);
    const auto exists = every.exists();
    if (!exists) continue;
    const Result result = synthesise(instance.network, instance.streams, instance.options);
    ASSERT_EQ(result.state, *exists ? State::scheduled : State::infeasible) << "instance " << number << ": " << result.reason;
    if (*exists) {
      ASSERT_EQ(violations_of(instance, result.schedule), "") << "instance " << number;
    }
    (*exists ? possible : impossible) += 1;
  }
  RecordProperty("possible", possible);
  RecordProperty("impossible", impossible);
  EXPECT_GT(possible, 300);
  EXPECT_GT(impossible, 300);
}

TEST(Synthesise, GivesTheSameScheduleOfALargeNetworkEveryTime) {
  const Instance ring = ring_of_rings(500);
  const Result result = synthesise(ring.network, ring.streams, ring.options);
  ASSERT_EQ(result.state, State::scheduled);
  EXPECT_EQ(violations_of(ring, result.schedule), "");
  EXPECT_EQ(synthesise(ring.network, ring.streams, ring.options).schedule.starts_ns, result.schedule.starts_ns);
}

TEST(Synthesise, PlacesTheOthersWhenSomeCannotBe) {
  Instance ring = ring_of_rings(60);
  ring.streams[7].deadline_ns = 1'000;
  const Result result = synthesise(ring.network, ring.streams, ring.options);
  EXPECT_EQ(result.state, State::infeasible);
  EXPECT_THAT(result.reason, HasSubstr("stream S7: without any waiting"));
  EXPECT_THAT(result.unplaced, ElementsAre(7));
  for (const auto& violation : verify(ring.network, ring.streams, result.schedule, ring.options.clock_error_ns)) {
    EXPECT_EQ(violation.rule, Rule::shape);
    EXPECT_EQ(violation.stream, 7U);
  }
}

TEST(Synthesise, NeverWaitsWhenToldSo) {
  int frames = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    Instance instance = random_instance(number);
    instance.options.wait_in_queues = false;
    instance.options.most_placements = 200;
    instance.options.most_branches = 200;
    const Result result = synthesise(instance.network, instance.streams, instance.options);
    for (std::size_t i = 0; i < instance.streams.size(); ++i) {
      const Stream& stream = instance.streams[i];
      if (result.schedule.starts_ns[i].empty()) continue;
      Nanoseconds least = stream.path.size() > 1 ? static_cast<Nanoseconds>(stream.path.size() - 1) * instance.options.clock_error_ns : 0;
      for (const std::size_t link : stream.path) {
        const Link& l = instance.network.links[link];
        least += frame_time_ns(stream.payload_bytes, l.rate_bit_s) + l.propagation_ns;
        if (link != stream.path.front()) least += instance.network.forwarding_ns[l.from];
      }
      const auto count = static_cast<std::size_t>(result.schedule.cycle_ns / stream.period_ns);
      for (std::size_t k = 0; k < count; ++k, ++frames) ASSERT_EQ(latency_ns(instance, result, i, k), least) << number;
    }
  }
  EXPECT_GT(frames, 1000);
}

Instance two_on_one_link(Nanoseconds first_period, Nanoseconds second_period) {
  Instance instance;
  instance.network.forwarding_ns = {0, 0};
  instance.network.links = {{0, 1, tiny_rate, 0}};
  instance.streams = {{"A", first_period, 42, 100, 0, 7, {0}}, {"B", second_period, 42, 100, 0, 7, {0}}};
  return instance;
}

/// Two periods on one port, 2 ns each: in step they fit only if both fit into the greatest common divisor of the periods.
TEST(Synthesise, LetsFramesOfAStreamApartOnlyAsFarAsTheJitterAllows) {
  Instance instance = two_on_one_link(4, 6);
  EXPECT_EQ(synthesise(instance.network, instance.streams, {}).state, State::infeasible);
  instance.streams[1].most_jitter_ns = 1;
  EXPECT_EQ(synthesise(instance.network, instance.streams, {}).state, State::infeasible);
  instance.streams[1].most_jitter_ns = 2;
  const Result apart = synthesise(instance.network, instance.streams, {});
  EXPECT_EQ(apart.state, State::scheduled);
  EXPECT_EQ(violations_of(instance, apart.schedule), "");
  EXPECT_EQ(apart.schedule.cycle_ns, 12);
  instance = two_on_one_link(4, 8);
  EXPECT_EQ(synthesise(instance.network, instance.streams, {}).state, State::scheduled);
}

TEST(Synthesise, RefusesWhatHasNoMeaning) {
  const auto reason = [](auto change) {
    Instance instance = two_on_one_link(4, 6);
    change(instance);
    const Result result = synthesise(instance.network, instance.streams, instance.options);
    return result.state == State::unusable ? result.reason : "usable";
  };
  EXPECT_THAT(reason([](Instance& i) { i.streams[0].period_ns = 0; }), HasSubstr("stream A has a period of 0 ns"));
  EXPECT_THAT(reason([](Instance& i) { i.streams[0].path = {}; }), HasSubstr("no path"));
  EXPECT_THAT(reason([](Instance& i) { i.streams[0].path = {0, 0}; }), HasSubstr("does not begin where"));
  EXPECT_THAT(reason([](Instance& i) { i.options.cycle_ns = 18; }), HasSubstr("not a multiple of the period of stream A"));
  EXPECT_THAT(reason([](Instance& i) {
                i.streams[0].period_ns = 4'611'686'018'427'387'847;  // a prime near 2^62
                i.streams[1].period_ns = 1'000'000'007;
              }),
              HasSubstr("hyperperiod overflows"));
  EXPECT_THAT(reason([](Instance& i) {
                i.streams[0].period_ns = 1'000'000'007;
                i.streams[1].period_ns = 1'000'003;
              }),
              HasSubstr("more than 4000000 frames"));
}

TEST(Hyperperiod, IsTheLeastCommonMultiple) {
  std::vector<Stream> streams(3);
  for (std::size_t i = 0; i < 3; ++i) streams[i].period_ns = std::array{250'000, 400'000, 1'000'000}[i];
  EXPECT_EQ(hyperperiod_ns(streams), 2'000'000);
  streams[0].period_ns = -1;
  EXPECT_EQ(hyperperiod_ns(streams), 0);
}

TEST(AddStream, MovesNobodyAndPassesTheVerifier) {
  int added = 0;
  int longer = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    Instance whole = random_instance(number);
    whole.options.most_placements = 100;
    whole.options.most_branches = 0;
    Instance old = whole;
    old.streams.pop_back();
    const Result running = synthesise(old.network, old.streams, old.options);
    if (running.state != State::scheduled) continue;
    const Result result = add_stream(whole.network, whole.streams, running.schedule, whole.options);
    if (result.state != State::scheduled) {
      EXPECT_THAT(result.unplaced, ElementsAre(whole.streams.size() - 1));
      EXPECT_NE(result.reason, "");
      continue;
    }
    ++added;
    longer += result.schedule.cycle_ns > running.schedule.cycle_ns ? 1 : 0;
    ASSERT_EQ(violations_of(whole, result.schedule), "") << number;
    for (std::size_t i = 0; i < old.streams.size(); ++i) {
      const auto& before = running.schedule.starts_ns[i];
      const auto& after = result.schedule.starts_ns[i];
      for (std::size_t k = 0; k < after.size(); ++k) {
        const auto turn = static_cast<Nanoseconds>(k / before.size()) * running.schedule.cycle_ns;
        ASSERT_EQ(after[k], before[k % before.size()] + turn);
      }
    }
  }
  EXPECT_GT(added, 100);
  EXPECT_GT(longer, 3);
}

TEST(AddStream, SaysWhetherOthersWouldHaveToMove) {
  Instance instance = two_on_one_link(8, 8);
  instance.streams.push_back({"C", 8, 110, 100, 0, 7, {0}});
  Schedule running{8, {{0}, {4}}};  // gaps of 2 ns, C needs 3
  const Result result = add_stream(instance.network, instance.streams, running, {});
  EXPECT_EQ(result.state, State::not_found);
  EXPECT_THAT(result.reason, HasSubstr("unless others move"));
  EXPECT_EQ(synthesise(instance.network, instance.streams, {}).state, State::scheduled);
  instance.streams[2].deadline_ns = 1;
  EXPECT_EQ(add_stream(instance.network, instance.streams, running, {}).state, State::infeasible);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
