// Meters in place of profiles: the shipped example, and the same numbers in every layout.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/simulators/energy/energy.h"
#include "engine/storage/hdf5_objects.h"
#include "engine/storage/metered_file.h"
#include "importers/meters/meters.h"
#include "importers/park_folder/park_folder.h"
#include "tests/cases/metered-park/planted_meters.h"
#include "tests/cli/program.h"

namespace parktwin {
namespace {

using testing::planted_meters;
using testing::PlantedMeters;

const std::string shipped = std::string(PARKTWIN_SOURCE_DIR) + "/data/meters/example-2025.csv";

/// "2025-03-01 05:00" of an hour of the year.
std::string time_of(std::size_t hour) {
  static constexpr std::array<std::size_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::size_t day = hour / 24;
  std::size_t month = 0;
  while (day >= days[month]) day -= days[month++];
  return fmt::format("2025-{:02}-{:02} {:02}:00", month + 1, day + 1, hour % 24);
}

std::string wide(const PlantedMeters& meters) {
  std::string text = "time";
  for (const auto& meter : meters.series) text += "," + meter.meter + "_kw";
  for (std::size_t hour = 0; hour < testing::metered_hours; ++hour) {
    text += '\n' + time_of(hour);
    for (const auto& meter : meters.series) text += fmt::format(",{:.1f}", meter.kw[hour]);
  }
  return text + '\n';
}

std::string in_rows(const PlantedMeters& meters) {
  std::string text = "time;meter;kw\r\n";
  for (const auto& meter : meters.series) {
    for (std::size_t hour = 0; hour < testing::metered_hours; ++hour)
      text += fmt::format("{};{};{:.1f}\r\n", time_of(hour), meter.meter, meter.kw[hour]);
  }
  return text;
}

std::string in_days(const PlantedMeters& meters) {
  std::string text = "meter\tdate";
  for (std::size_t hour = 0; hour < 24; ++hour) text += fmt::format("\t{:02}:00", hour);
  for (const auto& meter : meters.series) {
    for (std::size_t hour = 0; hour < testing::metered_hours; ++hour) {
      if (hour % 24 == 0) text += fmt::format("\n{}\t{}", meter.meter, time_of(hour).substr(0, 10));
      text += fmt::format("\t{:.1f}", meter.kw[hour]);
    }
  }
  return text + '\n';
}

/// What stands at the end of each hour, from the last of the year before on.
std::string registers(const PlantedMeters& meters) {
  std::string text = "time";
  for (const auto& meter : meters.series) text += "," + meter.meter + "_register_kwh";
  text += "\n2025-01-01 00:00";
  std::vector<double> stand(meters.series.size(), 10000.0);
  for (const double kwh : stand) text += fmt::format(",{:.1f}", kwh);
  for (std::size_t hour = 0; hour < testing::metered_hours; ++hour) {
    text += '\n' + (hour + 1 == testing::metered_hours ? std::string("2026-01-01 00:00") : time_of(hour + 1));
    for (std::size_t m = 0; m < stand.size(); ++m) text += fmt::format(",{:.1f}", stand[m] += meters.series[m].kw[hour]);
  }
  return text + '\n';
}

void write_hdf5(const PlantedMeters& meters, const std::string& path) {
  namespace hdf5 = storage::hdf5;
  const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), "file");
  const hdf5::Handle root(H5Gopen2(file.get(), "/", H5P_DEFAULT), "root");
  for (const auto& meter : meters.series) {
    const auto dataset = hdf5::write_numbers(root.get(), meter.meter, meter.kw, {meter.kw.size()});
    hdf5::write_attribute(dataset.get(), "first", meter.first);
    hdf5::write_attribute(dataset.get(), "step_min", meter.step_min);
  }
}

energy::Result year_with(std::vector<energy::MeteredSeries> meters) {
  const Park park = importers::read_park_folder(std::string(PARKTWIN_SOURCE_DIR) + "/data/reference-park").park;
  energy::Options options;
  options.grid_study = false;
  energy::Tables tables;
  tables.meters = std::move(meters);
  return energy::simulate(park, options, tables);
}

void expect_same(const std::vector<energy::MeteredSeries>& read, const PlantedMeters& meters, double tolerance_kw) {
  ASSERT_EQ(read.size(), meters.series.size());
  for (std::size_t m = 0; m < read.size(); ++m) {
    EXPECT_EQ(read[m].meter, meters.series[m].meter);
    EXPECT_TRUE(read[m].whole_year);
    EXPECT_EQ(read[m].step_min, 60);
    ASSERT_EQ(read[m].kw.size(), testing::metered_hours);
    for (std::size_t hour = 0; hour < testing::metered_hours; ++hour)
      EXPECT_NEAR(read[m].kw[hour], meters.series[m].kw[hour], tolerance_kw);
  }
}

TEST(MeteredPark, TheShippedFileIsWhatIsDrawn) {
  const cli::Workplace workplace;
  const std::string drawn = wide(planted_meters());
  EXPECT_EQ(cli::read_file(shipped), drawn) << "drawn anew in " << workplace.write("example-2025.csv", drawn);
}

TEST(MeteredPark, EveryLayoutSaysTheSame) {
  const PlantedMeters meters = planted_meters();
  const cli::Workplace workplace;
  const auto read = [&](const std::string& text) { return importers::read_meters({workplace.write("meters.csv", text), 0}).series; };
  expect_same(read(wide(meters)), meters, 0.0);
  expect_same(read(in_rows(meters)), meters, 0.0);
  expect_same(read(in_days(meters)), meters, 0.0);
  expect_same(read(registers(meters)), meters, 1e-6);
  const std::string hdf5 = workplace.path("meters.h5");
  write_hdf5(meters, hdf5);
  expect_same(storage::read_metered_file(hdf5), meters, 0.0);
}

TEST(MeteredPark, MetersStandForProfilesAndTheirAnomaliesAreFound) {
  const PlantedMeters meters = planted_meters();
  const auto result = year_with(importers::read_meters({shipped, 0}).series);
  ASSERT_EQ(result.meters.size(), 3U);
  for (std::size_t m = 0; m < 3; ++m) {
    const auto& use = result.meters[m];
    EXPECT_EQ(use.reason, "") << use.meter;
    EXPECT_EQ(use.place, energy::MeterPlace::enterprise);
    const auto& kw = meters.series[m].kw;
    const double mwh = std::accumulate(kw.begin(), kw.end(), 0.0) * 1e-3;
    const auto number = static_cast<std::size_t>(std::stoi(use.meter.substr(2))) - 1;
    EXPECT_NEAR(result.enterprises[number].consumption_mwh, mwh, 1e-6 * mwh) << use.meter;
  }
  EXPECT_LT(result.balance.greatest_imbalance, 1e-9);
  std::size_t found = 0;
  std::size_t right = 0;
  std::vector<bool> recalled(meters.anomalies.size(), false);
  for (const auto& alarm : result.alarms) {
    if (alarm.place.substr(0, 2) != "E-") continue;
    ++found;
    bool planted = false;
    for (std::size_t i = 0; i < meters.anomalies.size(); ++i) {
      const auto& anomaly = meters.anomalies[i];
      const bool meets = alarm.place == anomaly.meter && alarm.from <= time_of(anomaly.last) && alarm.to >= time_of(anomaly.first);
      planted = planted || meets;
      if (meets && alarm.kind == anomaly.kind) recalled[i] = true;
    }
    right += planted ? 1 : 0;
  }
  const double recall = static_cast<double>(std::count(recalled.begin(), recalled.end(), true)) / static_cast<double>(recalled.size());
  ASSERT_GT(found, 0U);
  const double precision = static_cast<double>(right) / static_cast<double>(found);
  RecordProperty("recall", std::to_string(recall));
  RecordProperty("precision", std::to_string(precision));
  EXPECT_GE(recall, 0.95) << found << " alarms";
  EXPECT_GE(precision, 0.95) << found << " alarms";
}

}  // namespace
}  // namespace parktwin
