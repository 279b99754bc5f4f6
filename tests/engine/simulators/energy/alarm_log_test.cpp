#include "engine/simulators/energy/alarm_log.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cmath>

#include "engine/core/random.h"
#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// An office's year with noise of 3 %, and anomalies planted at known days: twice the load, a failure, a meter that sticks.
struct Planted {
  MeteredSeries series{"E-2", "2025-01-01 00:00", 2025, 15, true, 0, {}};
  std::vector<std::pair<std::size_t, std::size_t>> places;  ///< first and last step of each

  Planted() {
    const RandomSequence random(5, 1, 0);
    for (std::size_t i = 0; i < loads::steps_per_year; ++i) {
      const double hour = static_cast<double>(i % 96) / 4.0;
      const bool weekend = (i / 96 + 2) % 7 >= 5;
      const double shape = weekend ? 60.0 : hour > 8.0 && hour < 19.0 ? 300.0 : 80.0;
      series.kw.push_back(shape * (1.0 + 0.03 * random.normal(static_cast<std::uint32_t>(i))));
    }
    for (std::uint32_t k = 0; k < 24; ++k) {
      const std::size_t first = (8 + 14 * k) * 96 + 32 + random.below(100000 + k, 24);
      const std::size_t last = first + 8 + random.below(200000 + k, 24);
      for (std::size_t i = first; i <= last; ++i)
        series.kw[i] = k % 3 == 0 ? 2.0 * series.kw[i] : k % 3 == 1 ? 0.2 * series.kw[i] : series.kw[i] + 400.0;
      places.emplace_back(first, last);
    }
  }
};

std::size_t step_of(const std::string& time) {  // "2025-03-05 14:15"
  std::size_t day = 0;
  for (; loads::time_of_step(day * 96).substr(0, 5) != time.substr(5, 5); ++day) {}
  return day * 96 + static_cast<std::size_t>(std::stoi(time.substr(11, 2)) * 4 + std::stoi(time.substr(14, 2)) / 15);
}

TEST(AlarmLog, FindsPlantedAnomaliesOfARunsMetersAndLittleElse) {
  const Planted planted;
  Options options;
  options.grid_study = false;
  Tables tables = testing::tables();
  tables.meters = {planted.series};
  const Result result = simulate(testing::energy_park(), options, tables);
  std::vector<bool> hit(planted.places.size(), false);
  std::size_t raised = 0;
  std::size_t right = 0;
  for (const auto& alarm : result.alarms) {
    if (alarm.place != "E-2") continue;
    ++raised;
    bool matches = false;
    for (std::size_t k = 0; k < hit.size(); ++k) {
      if (step_of(alarm.from) > planted.places[k].second || step_of(alarm.to) < planted.places[k].first) continue;
      hit[k] = matches = true;
    }
    right += matches ? 1 : 0;
    EXPECT_EQ(alarm.unit, "kW");
    EXPECT_FALSE(alarm.cause.empty());
  }
  const auto found = static_cast<double>(std::count(hit.begin(), hit.end(), true));
  const double recall = found / static_cast<double>(hit.size());
  const double precision = raised > 0 ? static_cast<double>(right) / static_cast<double>(raised) : 0.0;
  RecordProperty("precision", fmt::format("{:.3f}", precision));
  RecordProperty("recall", fmt::format("{:.3f}", recall));
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.95);
}

TEST(AlarmLog, TransformersAndVoltagesRingAtTheirTimeWithACause) {
  Park park = testing::energy_park();
  auto enterprises = park.enterprises->records();
  enterprises[0].yearly_electricity = MegawattHours(7000.0);  // peaks beyond 1.6 MVA
  park.enterprises = Part(Table(std::move(enterprises)));
  const Result result = simulate(park, {});
  ASSERT_GT(result.grid.transformers[0].steps_over, 0);
  double hours = 0.0;
  double worst = 0.0;
  bool voltage = false;
  for (const auto& alarm : result.alarms) {
    voltage = voltage || (alarm.kind == alarms::Kind::voltage_low && alarm.place == "BUS-3");
    if (alarm.kind != alarms::Kind::transformer_overload) continue;
    EXPECT_EQ(alarm.place, "TR-1");
    EXPECT_NE(alarm.cause.find("kW consumed"), std::string::npos);
    EXPECT_NE(alarm.cause.find("BUS-3"), std::string::npos);
    EXPECT_EQ(alarm.expected, 1.0);
    hours += alarm.hours;
    worst = std::max(worst, alarm.extreme);
  }
  EXPECT_NEAR(worst, result.grid.transformers[0].highest_loading, 1e-6) << "the same as the year's kernel found";
  EXPECT_GE(hours, 0.25 * result.grid.transformers[0].steps_over);
  EXPECT_EQ(voltage, result.grid.buses[2].steps_below > 0);
}

TEST(AlarmLog, EmissionsAboveTheirLimitRing) {
  Options options;
  options.grid_study = false;
  const auto emissions = [&](double limit) {
    options.emission_limit_kg_per_h = limit;
    std::size_t count = 0;
    for (const auto& alarm : simulate(testing::energy_park(), options, testing::tables()).alarms)
      count += alarm.kind == alarms::Kind::emission_high ? 1 : 0;
    return count;
  };
  EXPECT_GT(emissions(300.0), 0U);
  EXPECT_EQ(emissions(1e6), 0U);
  const Result unlimited = simulate(testing::energy_park(), {}, testing::tables());
  for (const auto& alarm : unlimited.alarms) EXPECT_NE(alarm.kind, alarms::Kind::emission_high);
}

TEST(AlarmLog, TimesOfMetersCrossMonthsYearsAndLeapDays) {
  MeteredSeries series{"X", "2023-12-30 12:00", 2023, 60, false, 0, {}};
  for (std::size_t i = 0; i < 24 * 7 * 12; ++i)
    series.kw.push_back(100.0 + static_cast<double>(i % 24) + 0.01 * static_cast<double>(i % 7));
  const std::size_t on_leap_day = 12 + 24 * 60;  // 12 h to 31 December, 31 days, 29 days of February
  for (std::size_t i = 0; i < 5; ++i) series.kw[on_leap_day + i] = 900.0;
  Options options;
  options.grid_study = false;
  Tables tables;
  tables.meters = {series};
  const Result result = simulate(testing::energy_park(), options, tables);
  std::vector<AlarmRecord> found;
  for (const auto& alarm : result.alarms) {
    if (alarm.place == "X") found.push_back(alarm);
  }
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, "2024-02-29 00:00");
  EXPECT_EQ(found[0].to, "2024-02-29 04:00");
  EXPECT_EQ(found[0].hours, 5.0);
  EXPECT_EQ(found[0].extreme, 900.0);
}

}  // namespace
}  // namespace parktwin::energy
