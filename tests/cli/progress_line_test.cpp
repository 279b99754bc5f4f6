#include "cli/progress_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

struct FakeClock {
  ProgressLine::Clock::time_point now{};
  void pass(double seconds) { now += std::chrono::duration_cast<ProgressLine::Clock::duration>(std::chrono::duration<double>(seconds)); }
};

TEST(ProgressLine, TellsShareAndRemainingTime) {
  const auto text = progress_text("radio coverage", 0.25, 2.0);
  EXPECT_THAT(text, HasSubstr("radio coverage"));
  EXPECT_THAT(text, HasSubstr(" 25 %"));
  EXPECT_THAT(text, HasSubstr("6 s left"));
}

TEST(ProgressLine, ShortStagesStaySilent) {
  FakeClock clock;
  std::ostringstream err;
  {
    ProgressLine line(err, true, [&clock] { return clock.now; });
    Progress progress(line.listener());
    progress.begin("quick", 2);
    clock.pass(0.4);
    progress.advance(2);
  }
  EXPECT_TRUE(err.str().empty());
}

TEST(ProgressLine, ATerminalSeesABarThatIsWipedAndALineAtTheEnd) {
  FakeClock clock;
  std::ostringstream err;
  {
    ProgressLine line(err, true, [&clock] { return clock.now; });
    Progress progress(line.listener());
    progress.begin("slow", 4);
    clock.pass(1.5);
    progress.advance();
    clock.pass(4.5);
    progress.advance(3);
  }
  EXPECT_THAT(err.str(), HasSubstr("[#######"));
  EXPECT_TRUE(err.str().ends_with("slow: 6.0 s\n"));
}

TEST(ProgressLine, ALogGetsOnePlainLinePerStage) {
  FakeClock clock;
  std::ostringstream err;
  {
    ProgressLine line(err, false, [&clock] { return clock.now; });
    Progress progress(line.listener());
    progress.begin("first", 1);
    clock.pass(2.0);
    progress.begin("second", 1);
    clock.pass(3.0);
  }
  EXPECT_EQ(err.str(), "first: 2.0 s\nsecond: 3.0 s\n");
}

TEST(ProgressLine, TheEndOfTheLastStageIsTold) {
  FakeClock clock;
  std::ostringstream err;
  ProgressLine line(err, false, [&clock] { return clock.now; });
  Progress progress(line.listener());
  progress.begin("work", 1);
  clock.pass(2.5);
  progress.request_stop();
  progress.end();
  EXPECT_EQ(err.str(), "work: 2.5 s\n");
}

}  // namespace
}  // namespace parktwin::cli
