#include "engine/simulators/wired/tsn/packets/shapers.h"

#include <gtest/gtest.h>

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Credit, FallsWhileSendingAndRisesWhileWaiting) {
  Credit credit(250'000'000, 1'000'000'000);
  credit.advance(1'000, false);
  EXPECT_EQ(credit.value(), 0);
  credit.advance(3'000, true);  // two microseconds behind another frame
  EXPECT_EQ(credit.value(), 250'000'000LL * 2'000);
  credit.send(3'000, 4'000);
  credit.advance(5'000, true);
  EXPECT_EQ(credit.value(), 250'000'000LL * 2'000 - 750'000'000LL * 2'000);
  credit.advance(7'000, true);
  EXPECT_EQ(credit.value(), 250'000'000LL * 2'000 - 750'000'000LL * 4'000);
  EXPECT_EQ(credit.ready(7'000), 17'000);
  credit.advance(10'000, false);  // negative credit recovers without frames
  EXPECT_EQ(credit.ready(10'000), 17'000);
  credit.advance(30'000, false);
  EXPECT_EQ(credit.value(), 0);
}

TEST(Credit, PositiveCreditIsLostWithTheLastFrame) {
  Credit credit(500'000'000, 1'000'000'000);
  credit.advance(0, false);
  credit.advance(10'000, true);
  credit.send(10'000, 1'000);
  credit.advance(11'000, false);
  EXPECT_EQ(credit.value(), 0);
}

TEST(TokenBucket, SpacesWhatExceedsTheBurst) {
  TokenBucket bucket(1'000'000, 2'000);  // a bit per microsecond, two frames of 1000 bits
  Nanoseconds group = 0;
  EXPECT_EQ(bucket.eligible(5'000, 1'000, group), 5'000);
  EXPECT_EQ(bucket.eligible(5'000, 1'000, group), 5'000);
  EXPECT_EQ(bucket.eligible(5'000, 1'000, group), 1'005'000);
  EXPECT_EQ(bucket.eligible(6'000, 1'000, group), 2'005'000);
  EXPECT_EQ(group, 2'005'000);
  // Long after, it is full again and not more.
  EXPECT_EQ(bucket.eligible(90'000'000, 1'000, group), 90'000'000);
  EXPECT_EQ(bucket.eligible(90'000'000, 1'000, group), 90'000'000);
  EXPECT_EQ(bucket.eligible(90'000'000, 1'000, group), 91'000'000);
}

TEST(TokenBucket, NoFrameOvertakesItsGroup) {
  TokenBucket slow(1'000'000, 1'000);
  TokenBucket fast(1'000'000'000, 8'000);
  Nanoseconds group = 0;
  EXPECT_EQ(slow.eligible(0, 1'000, group), 0);
  EXPECT_EQ(slow.eligible(10, 1'000, group), 1'000'000);
  EXPECT_EQ(fast.eligible(20, 1'000, group), 1'000'000);
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
