#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

/// One port, 72 bytes (576 ns) of classes 7 and 6 at 3,000 and 8,000 ns of 10 µs, guard band 1,144 ns.
struct Port {
  Network network;
  std::vector<Stream> streams;
  Schedule schedule{10'000, {{3'000}, {8'000}}};
  GuardBand guard{1500, true, 0};
  std::vector<GateControlList> lists;

  Port() {
    network.forwarding_ns = {0, 0};
    network.links = {{0, 1, 1'000'000'000, 0}};
    streams = {{"A", 10'000, 42, 10'000, 10'000, 7, {0}}, {"B", 10'000, 42, 10'000, 10'000, 6, {0}}};
    lists = {{0,
              {{0, 1'856, 0x3F},
               {1'856, 1'144, 0},
               {3'000, 672, 0x80},
               {3'672, 3'184, 0x3F},
               {6'856, 1'144, 0},
               {8'000, 672, 0x40},
               {8'672, 1'328, 0x3F}},
              0}};
  }

  [[nodiscard]] std::string violations() const {
    std::string text;
    for (const auto& violation : verify_gates(network, streams, schedule, lists, guard)) text += sentence(violation, streams) + "\n";
    return text;
  }
};

TEST(VerifyGates, AcceptsListsByHand) { EXPECT_EQ(Port().violations(), ""); }

TEST(VerifyGates, NamesAGateThatOpensLateOrClosesEarly) {
  Port port;
  port.lists[0].entries[1].duration_ns = 1'145;
  port.lists[0].entries[2] = {3'001, 671, 0x80};
  EXPECT_EQ(port.violations(), "A: on link 0 at 3000 ns the gates 0x00 are open, expected 0x80\n");
  port = {};
  port.lists[0].entries[2].duration_ns = 575;
  port.lists[0].entries[3] = {3'575, 3'281, 0x3F};
  EXPECT_EQ(port.violations(), "A: on link 0 at 3000 ns the gates 0x3f are open, expected 0x80\n");
}

TEST(VerifyGates, NamesASecondOpenGateAndAWrongClass) {
  Port port;
  port.lists[0].entries[2].open = 0xC0;
  EXPECT_EQ(port.violations(), "A: on link 0 at 3000 ns the gates 0xc0 are open, expected 0x80\n");
  port.lists[0].entries[2].open = 0x40;
  EXPECT_EQ(port.violations(), "A: on link 0 at 3000 ns the gates 0x40 are open, expected 0x80\n");
}

TEST(VerifyGates, NamesAGuardBandThatIsTooShort) {
  Port port;
  port.lists[0].entries[0].duration_ns = 1'857;
  port.lists[0].entries[1] = {1'857, 1'143, 0};
  EXPECT_EQ(port.violations(), "A: on link 0 at 3000 ns other gates closed 1143 ns before, expected 1144 ns\n");
  port.guard.preemption = false;  // 12.3 µs do not fit into the cycle: the other classes may never be open
  EXPECT_THAT(port.violations(), ::testing::HasSubstr("expected 10000 ns"));
}

TEST(VerifyGates, NamesAPortWithoutListAndAHole) {
  Port port;
  port.lists[0].entries.erase(port.lists[0].entries.begin() + 5);
  EXPECT_EQ(port.violations(), "B: on link 0 at 8000 ns the gates 0x00 are open, expected 0x40\n");
  port.lists.clear();
  EXPECT_EQ(port.violations(),
            "A: on link 0 at 3000 ns the gates 0x00 are open, expected 0x80\n"
            "B: on link 0 at 8000 ns the gates 0x00 are open, expected 0x40\n");
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
