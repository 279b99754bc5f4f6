#include "engine/simulators/radio/trace_fingerprint.h"

#include <gtest/gtest.h>

#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

TEST(TraceFingerprint, IsTheSameEveryTimeAndOnAnyNumberOfThreads) {
  const ContentHash once = trace_fingerprint();
  EXPECT_NE(once, ContentHash{});
  EXPECT_EQ(trace_fingerprint(), once);
  const ThreadLimit limit(1);
  EXPECT_EQ(trace_fingerprint(), once);
}

}  // namespace
}  // namespace parktwin::radio
