#include "engine/simulators/energy/typical_days.h"

#include <gtest/gtest.h>

#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy {
namespace {

TEST(TypicalDays, AreMeansOfTheDaysOfAMonthAndKind) {
  const auto days = loads::working_days(2025);
  Series series;
  for (auto* kw : {&series.pv_kw, &series.wind_kw, &series.plant_kw, &series.storage_kw, &series.import_kw})
    kw->assign(loads::steps_per_year, 0.0);
  for (std::size_t i = 0; i < loads::steps_per_year; ++i) series.load_kw.push_back(static_cast<double>(i / loads::steps_per_day));
  const auto rows = typical_days(series, days);
  double sum = 0.0;
  std::int32_t all_days = 0;
  for (const auto& row : rows) {
    sum += row.load_kw * row.days;
    if (row.hour == 0.0) all_days += row.days;
  }
  EXPECT_EQ(all_days, 365);
  EXPECT_NEAR(sum, 96.0 * 364.0 * 365.0 / 2.0, 1e-3);
  // January 2025: holidays 1 and 28 to 31, weekends worked on the 26th only.
  EXPECT_EQ(rows[0].kind, TypicalDayKind::working);
  EXPECT_EQ(rows[0].days, 19);
  EXPECT_EQ(rows[96].kind, TypicalDayKind::rest);
  EXPECT_EQ(rows[96].days, 7);
  EXPECT_EQ(rows[192].kind, TypicalDayKind::holiday);
  EXPECT_EQ(rows[192].days, 5);
  EXPECT_NEAR(rows[192].load_kw, (0.0 + 27.0 + 28.0 + 29.0 + 30.0) / 5.0, 1e-12);
  EXPECT_DOUBLE_EQ(rows[95].hour, 23.75);
}

TEST(TypicalDays, OfNoYearAreNone) { EXPECT_TRUE(typical_days({}, loads::working_days(2025)).empty()); }

}  // namespace
}  // namespace parktwin::energy
