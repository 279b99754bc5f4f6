#include "engine/simulators/services/identifiers/token_bucket.h"

#include <gtest/gtest.h>

namespace parktwin::services::identifiers {
namespace {

int admitted(TokenBucket bucket, kernel::Nanoseconds gap, int queries) {
  int count = 0;
  for (int i = 0; i < queries; ++i) count += bucket.admit(i * gap) ? 1 : 0;
  return count;
}

TEST(TokenBucket, BurstThenRate) {
  EXPECT_EQ(admitted(TokenBucket(10.0, 5.0), 0, 100), 5);
  // 1,000 a second for 10 s: the burst and 10 a second.
  EXPECT_NEAR(admitted(TokenBucket(10.0, 5.0), 1'000'000, 10'000), 105, 1);
  // Slower than the rate: all.
  EXPECT_EQ(admitted(TokenBucket(10.0, 1.0), 101'000'000, 1000), 1000);
  EXPECT_EQ(admitted(TokenBucket(0.0, 3.0), 1'000'000'000, 1000), 3);
}

}  // namespace
}  // namespace parktwin::services::identifiers
