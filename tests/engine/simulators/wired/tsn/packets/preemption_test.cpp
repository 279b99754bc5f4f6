#include <gtest/gtest.h>

#include "engine/core/check.h"
#include "engine/simulators/wired/tsn/packets/fragment.h"
#include "engine/simulators/wired/tsn/packets/packets.h"

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Fragment, IsCutWhere64BytesAreLeftOnBothSides) {
  // 8 ns a byte. IEEE 802.3-2022, clause 99: fragments of 64 bytes at least, so a frame of 123 bytes cannot be cut and one of 124 can,
  // at 60.
  EXPECT_FALSE((Fragment{0, 123, 1'000'000'000}.cut(0)));
  EXPECT_EQ((Fragment{0, 124, 1'000'000'000}.cut(0)), 60);
  EXPECT_EQ((Fragment{0, 124, 1'000'000'000}.cut(8 * 68)), 60);
  EXPECT_FALSE((Fragment{0, 124, 1'000'000'000}.cut(8 * 68 + 1)));
  EXPECT_EQ((Fragment{1'000, 1522, 1'000'000'000}.cut(1'000 + 8 * 108)), 100);
  EXPECT_EQ((Fragment{1'000, 1522, 1'000'000'000}.cut_free_ns(100)), 1'000 + 8 * (8 + 100 + 4 + 12));
  EXPECT_EQ(uncut_bytes, 143);
  EXPECT_EQ(cut_bytes, 24);
}

/// A preemptable frame of 1500 bytes (1522 without preamble) at 0 and express frames of 100 bytes (122) at `times`, on 1 Gbit/s.
Result interrupted(const std::vector<Nanoseconds>& times) {
  const Network network{{0, 0}, {{0, 1, 1'000'000'000, 70}}};
  std::vector<Stream> streams(1 + times.size());
  for (std::size_t i = 0; i < streams.size(); ++i) {
    streams[i].path = {0};
    streams[i].priority = i == 0 ? 2 : 6;
    streams[i].payload_bytes = i == 0 ? 1500 : 100;
  }
  Options options;
  options.duration_ns = 900'000;
  options.offsets_ns = {0};
  options.offsets_ns.insert(options.offsets_ns.end(), times.begin(), times.end());
  options.egress.resize(1);
  options.egress[0].preemptable = 0x07;
  return simulate(network, streams, options);
}

TEST(Preemption, ExpressFramesCutIn) {
  const Nanoseconds express = 8 * 130 + 70;
  const Nanoseconds express_port = 8 * 142;
  const Nanoseconds frame = 8 * 1530 + 70;
  const Result once = interrupted({4'001});
  // 4001 ns: byte 501 of 1530 has begun, the cut comes after it, then a check sequence and a gap.
  EXPECT_EQ(once.streams[1].most_ns, 8 * (501 + 16) - 4'001 + express);
  EXPECT_EQ(once.streams[0].most_ns, frame + 8 * 24 + express_port);
  EXPECT_EQ(once.ports[0].busy_ns, 8 * (1542 + 24) + express_port);
  // Two express frames one behind the other interrupt once, two apart twice.
  EXPECT_EQ(interrupted({4'001, 4'500}).streams[0].most_ns, frame + 8 * 24 + 2 * express_port);
  EXPECT_EQ(interrupted({4'001, 9'500}).streams[0].most_ns, frame + 2 * 8 * 24 + 2 * express_port);
  // Too near the end: the express frame waits for it.
  EXPECT_EQ(interrupted({8 * 1500}).streams[0].most_ns, frame);
  EXPECT_EQ(interrupted({8 * 1500}).streams[1].most_ns, 8 * 42 + express);
}

TEST(Preemption, OnlyTheLowestPrioritiesArePreemptable) {
  Options options;
  options.egress.resize(1);
  options.egress[0].preemptable = 0x04;
  EXPECT_THROW((void)simulate({{0, 0}, {{0, 1, 1'000'000'000, 0}}}, {}, options), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
