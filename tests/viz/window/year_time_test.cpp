#include "viz/window/year_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(YearTime, ReadsTheSeriesOfTheRun) {
  const auto state = testing::hand_made_state();
  const Results& results = *state->results;
  ASSERT_TRUE(has_year(&results));
  EXPECT_EQ(steps_of(results), 288U);
  EXPECT_EQ(peak_step(results), 150U);
  EXPECT_EQ(time_text(150), "01-02 13:30");
  EXPECT_DOUBLE_EQ(figures_at(results, 150).load_kw, 1150.0);
  EXPECT_DOUBLE_EQ(figures_at(results, 150).pv_kw, 200.0);
  EXPECT_DOUBLE_EQ(figures_at(results, 150).import_kw, 5000.0);
  const auto day = day_around(results, 150);
  EXPECT_THAT(day, SizeIs(96));
  EXPECT_DOUBLE_EQ(day.front().load_kw, 1096.0);
}

TEST(YearTime, AlarmsStandFromTheirFirstToTheirLastQuarterHour) {
  const auto state = testing::hand_made_state();
  EXPECT_THAT(alarms_at(*state->results, 147), IsEmpty());
  for (std::size_t step = 148; step <= 152; ++step) EXPECT_THAT(alarms_at(*state->results, step), ElementsAre("TR-1"));
  EXPECT_THAT(alarms_at(*state->results, 153), IsEmpty());
}

TEST(YearTime, ARunWithoutAYearHasNone) {
  EXPECT_FALSE(has_year(nullptr));
  EXPECT_FALSE(has_year(std::make_shared<Results>().get()));
}

}  // namespace
}  // namespace parktwin::viz::window
