#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

/// 1,500 bytes: 1,542 on the wire with everything. IEEE 802.3-2022 clause 99: 123 bytes cannot be cut, 143 with preamble and gap.
TEST(GuardBand, IsTheLargestFrameOrWhatCannotBeCut) {
  EXPECT_EQ(guard_band_ns({}, 1'000'000'000), 12'336);
  EXPECT_EQ(guard_band_ns({}, 100'000'000), 123'360);
  EXPECT_EQ(guard_band_ns({1500, true, 0}, 1'000'000'000), 1'144);
  EXPECT_EQ(guard_band_ns({1500, true, 3}, 1'000'000'000), (64 * 5 - 5 + 20) * 8);
  EXPECT_EQ(guard_band_ns({42, true, 0}, 1'000'000'000), 84 * 8);  // frames too short to be cut
}

struct Port {
  Network network;
  std::vector<Stream> streams;

  Port() {
    network.forwarding_ns = {0, 0};
    network.links = {{0, 1, 1'000'000'000, 0}};  // 672 ns for the smallest frame with its gap
    streams = {
        {"A", 10'000, 42, 10'000, 10'000, 7, {0}}, {"B", 10'000, 42, 10'000, 10'000, 7, {0}}, {"C", 10'000, 42, 10'000, 10'000, 6, {0}}};
  }
};

using Entry = std::tuple<Nanoseconds, Nanoseconds, int>;

std::vector<Entry> entries_of(const Port& port, const Schedule& schedule, const GuardBand& guard) {
  std::vector<Entry> entries;
  const auto lists = gate_control_lists(port.network, port.streams, schedule, guard);
  for (const GateEntry& entry : lists.at(0).entries) entries.emplace_back(entry.start_ns, entry.duration_ns, entry.open);
  return entries;
}

TEST(GateControlLists, MergeWindowsThatTouchAndCloseTheOthersBefore) {
  const Port port;
  const Schedule schedule{10'000, {{3'000}, {3'672}, {8'000}}};
  const std::vector<Entry> expected = {{0, 1'856, 0x3F},  {1'856, 1'144, 0},  {3'000, 1'344, 0x80}, {4'344, 2'512, 0x3F},
                                       {6'856, 1'144, 0}, {8'000, 672, 0x40}, {8'672, 1'328, 0x3F}};
  EXPECT_EQ(entries_of(port, schedule, {1500, true, 0}), expected);
  EXPECT_EQ(gate_control_lists(port.network, port.streams, schedule, {1500, true, 0})[0].other_open_ns, 1'856 + 2'512 + 1'328);
}

TEST(GateControlLists, KeepGapsShorterThanTheGuardBandClosed) {
  const Port port;
  const Schedule schedule{10'000, {{3'000}, {4'000}, {8'000}}};
  const std::vector<Entry> expected = {{0, 1'856, 0x3F},     {1'856, 1'144, 0}, {3'000, 672, 0x80}, {3'672, 328, 0},     {4'000, 672, 0x80},
                                       {4'672, 2'184, 0x3F}, {6'856, 1'144, 0}, {8'000, 672, 0x40}, {8'672, 1'328, 0x3F}};
  EXPECT_EQ(entries_of(port, schedule, {1500, true, 0}), expected);
}

TEST(GateControlLists, CutWindowsAndGuardBandsAtTheEndOfTheCycle) {
  const Port port;
  const Schedule schedule{10'000, {{500}, {5'000}, {9'700}}};
  const std::vector<Entry> expected = {{0, 372, 0x40},     {372, 128, 0},        {500, 672, 0x80},  {1'172, 2'684, 0x3F}, {3'856, 1'144, 0},
                                       {5'000, 672, 0x80}, {5'672, 2'884, 0x3F}, {8'556, 1'144, 0}, {9'700, 300, 0x40}};
  EXPECT_EQ(entries_of(port, schedule, {1500, true, 0}), expected);
}

TEST(GateControlLists, FillTheCycleOnEveryPortThatSendsAndPassTheVerifier) {
  std::size_t entries = 0;
  for (std::uint32_t number = 0; number < 80; ++number) {
    Instance instance = random_instance(number);
    instance.options.most_placements = 100;
    const Result result = synthesise(instance.network, instance.streams, instance.options);
    if (result.state != State::scheduled) continue;
    for (const GuardBand guard : {GuardBand{}, GuardBand{1500, true, 1}}) {
      const auto lists = gate_control_lists(instance.network, instance.streams, result.schedule, guard);
      std::vector<bool> sends(instance.network.links.size(), false);
      for (const Stream& stream : instance.streams) {
        for (const std::size_t link : stream.path) sends[link] = true;
      }
      for (const auto& list : lists) {
        ASSERT_TRUE(sends[list.link]);
        sends[list.link] = false;
        Nanoseconds next = 0;
        Nanoseconds other = 0;
        for (const GateEntry& entry : list.entries) {
          ASSERT_EQ(entry.start_ns, next);
          ASSERT_GT(entry.duration_ns, 0);
          next += entry.duration_ns;
          other += (entry.open & 1U) != 0 ? entry.duration_ns : 0;
        }
        ASSERT_EQ(next, result.schedule.cycle_ns);
        ASSERT_EQ(other, list.other_open_ns);
        entries += list.entries.size();
      }
      ASSERT_EQ(std::count(sends.begin(), sends.end(), true), 0);
      for (const auto& violation : verify_gates(instance.network, instance.streams, result.schedule, lists, guard)) {
        FAIL() << number << ": " << sentence(violation, instance.streams);
      }
    }
  }
  EXPECT_GT(entries, 3'000U);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
