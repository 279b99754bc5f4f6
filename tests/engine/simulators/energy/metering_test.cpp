#include "engine/simulators/energy/metering.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// A year in which the mean power of hour h of every day is base + h.
MeteredSeries hourly(const std::string& meter, std::int32_t year, double base_kw) {
  const std::size_t days = year % 4 == 0 ? 366 : 365;
  MeteredSeries series{meter, std::to_string(year) + "-01-01 00:00", year, 60, true, 0, {}};
  for (std::size_t hour = 0; hour < days * 24; ++hour) series.kw.push_back(base_kw + static_cast<double>(hour % 24));
  return series;
}

Result year_with(std::vector<MeteredSeries> meters, std::int32_t year = 2025) {
  Options options;
  options.year = year;
  options.grid_study = false;
  Tables tables = testing::tables();
  tables.meters = std::move(meters);
  return simulate(testing::energy_park(), options, tables);
}

TEST(Metering, EnterpriseFollowsItsMeterToTheKilowattHour) {
  const Result result = year_with({hourly("E-2", 2025, 100.0)});
  ASSERT_EQ(result.meters.size(), 1U);
  EXPECT_EQ(result.meters[0].place, MeterPlace::enterprise);
  EXPECT_EQ(result.meters[0].reason, "");
  const double expected_mwh = 365.0 * (24.0 * 100.0 + 276.0) * 1e-3;
  EXPECT_NEAR(result.meters[0].energy_mwh, expected_mwh, 1e-9);
  EXPECT_NEAR(result.enterprises[1].consumption_mwh, expected_mwh, 1e-6);
  EXPECT_NEAR(result.enterprises[1].peak_kw, 123.0, 1e-9);
  EXPECT_EQ(result.enterprises[1].peak_at, "01-01 23:00");
  EXPECT_NEAR(result.enterprises[0].consumption_mwh, 3000.0, 1e-6) << "nobody else changes";
  EXPECT_LT(result.balance.greatest_imbalance, 1e-9);
}

TEST(Metering, LoadsAndBusesCanBeMeteredToo) {
  const Result result = year_with({hourly("LD-1", 2025, 50.0), hourly("BUS-2", 2025, 10.0)});
  EXPECT_EQ(result.meters[0].place, MeterPlace::load);
  EXPECT_EQ(result.meters[1].place, MeterPlace::bus);
  EXPECT_NEAR(result.enterprises[0].consumption_mwh, 365.0 * (24.0 * 50.0 + 276.0) * 1e-3, 1e-6);
  EXPECT_NEAR(result.grid.buses[1].consumption_mwh, 365.0 * (24.0 * 10.0 + 276.0) * 1e-3, 1e-6);
}

TEST(Metering, WhatCannotStandForAProfileSaysWhy) {
  auto part = hourly("E-1", 2025, 50.0);
  part.kw.resize(1000);
  part.whole_year = false;
  auto backwards = hourly("E-1", 2025, -50.0);
  auto odd = hourly("E-1", 2025, 50.0);
  odd.step_min = 40;
  const Result result = year_with(
      {hourly("X-9", 2025, 1.0), part, hourly("E-1", 2024, 50.0), backwards, odd, hourly("E-2", 2025, 1.0), hourly("LD-2", 2025, 1.0)});
  const auto reason = [&](std::size_t i) { return result.meters[i].reason; };
  EXPECT_EQ(reason(0), "no load, enterprise or bus of the park has this id");
  EXPECT_EQ(reason(1), "it is no whole calendar year");
  EXPECT_EQ(reason(2), "it is of 2024, the simulated year is 2025");
  EXPECT_EQ(reason(3), "it has negative readings");
  EXPECT_EQ(reason(4), "its steps of 40 minutes make no quarter-hours");
  EXPECT_EQ(reason(5), "");
  EXPECT_EQ(reason(6), "another meter stands for what hangs there");
  EXPECT_NEAR(result.enterprises[0].consumption_mwh, 3000.0, 1e-6);
  std::size_t warnings = 0;
  for (const auto& note : result.notes) warnings += note.place.starts_with("meter ") && note.kind == NoteKind::warning ? 1 : 0;
  EXPECT_EQ(warnings, 6U);
}

TEST(Metering, LeapYearsLoseTheir29February) {
  auto series = hourly("E-2", 2024, 100.0);
  for (std::size_t hour = 59 * 24; hour < 60 * 24; ++hour) series.kw[hour] = 1e5;  // 29 February
  const auto quarters = quarter_hours_of(series);
  ASSERT_EQ(quarters.size(), loads::steps_per_year);
  EXPECT_EQ(*std::max_element(quarters.begin(), quarters.end()), 123.0);
  const Result result = year_with({series}, 2024);
  EXPECT_EQ(result.meters[0].reason, "");
  EXPECT_NEAR(result.enterprises[1].consumption_mwh, 365.0 * (24.0 * 100.0 + 276.0) * 1e-3, 1e-6);
}

TEST(Metering, StepsBecomeQuarterHours) {
  MeteredSeries minutes{"m", "2025-01-01 00:00", 2025, 5, true, 0, {}};
  for (std::size_t i = 0; i < 365 * 288; ++i) minutes.kw.push_back(static_cast<double>(i % 3));
  const auto quarters = quarter_hours_of(minutes);
  ASSERT_EQ(quarters.size(), loads::steps_per_year);
  for (const double kw : quarters) EXPECT_EQ(kw, 1.0);
  minutes.whole_year = false;
  EXPECT_TRUE(quarter_hours_of(minutes).empty());
}

TEST(Metering, AMeterThatReadsNothingMeansNoConsumption) {
  auto silent = hourly("E-2", 2025, 0.0);
  std::fill(silent.kw.begin(), silent.kw.end(), 0.0);
  const Result result = year_with({silent});
  EXPECT_EQ(result.meters[0].reason, "");
  EXPECT_EQ(result.enterprises[1].consumption_mwh, 0.0);
}

}  // namespace
}  // namespace parktwin::energy
