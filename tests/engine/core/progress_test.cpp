#include "engine/core/progress.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"

namespace parktwin {
namespace {

using Report = std::pair<std::string, double>;

TEST(Progress, TellsStageAndShare) {
  std::vector<Report> reports;
  Progress progress([&](std::string_view stage, double share) { reports.emplace_back(stage, share); });
  progress.begin("radio", 4);
  progress.advance();
  progress.advance(2);
  progress.advance(5);  // more than there is: done is done
  progress.begin("empty", 0);
  progress.advance(0);
  const std::vector<Report> expected = {{"radio", 0.0}, {"radio", 0.25}, {"radio", 0.75}, {"radio", 1.0}, {"empty", 0.0}, {"empty", 1.0}};
  EXPECT_EQ(reports, expected);
}

TEST(Progress, NeedsNoListener) {
  Progress progress;
  progress.begin("quiet", 1);
  EXPECT_NO_THROW(progress.advance());
}

TEST(Progress, ThrowsInterruptedAtTheNextStepAfterAStopRequest) {
  int calls = 0;
  Progress progress([&](std::string_view, double) { ++calls; });
  progress.begin("work", 10);
  EXPECT_FALSE(progress.stop_requested());
  progress.request_stop();
  EXPECT_TRUE(progress.stop_requested());
  EXPECT_THROW(progress.advance(), Interrupted);
  EXPECT_THROW(progress.begin("more", 1), Interrupted);
  EXPECT_EQ(calls, 1);
}

TEST(Progress, StopsParallelWork) {
  Progress progress;
  progress.begin("work", 100000);
  EXPECT_THROW(parallel_for(100000,
                            [&](std::size_t i) {
                              if (i == 500) progress.request_stop();
                              progress.advance();
                            }),
               Interrupted);
}

TEST(Progress, SerialisesReportsOfParallelWork) {
  std::vector<double> shares;
  Progress progress([&](std::string_view, double share) { shares.push_back(share); });
  const ThreadLimit limit(4);
  progress.begin("work", 5000);
  parallel_for(5000, [&](std::size_t) { progress.advance(); });
  ASSERT_EQ(shares.size(), 5001U);
  for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_EQ(shares[i], static_cast<double>(i) / 5000.0);
}

}  // namespace
}  // namespace parktwin
