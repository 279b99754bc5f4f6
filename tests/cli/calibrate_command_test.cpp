// A drive test made of the map itself, with an offset and a slope that calibration has to find again.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/storage/storage.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr double offset_db = 5.0;
constexpr double slope_db_per_decade = -8.0;
constexpr double pivot_lg_distance = 2.0;

struct Measured {
  Point position;
  std::uint16_t cell = 0;
  double rsrp_dbm = 0.0;
  std::size_t at = 0;  // of the map
};

/// What the model lacks at a distance from a cell's site, along the ground.
double missing_db(double ground_m) { return offset_db + slope_db_per_decade * (std::log10(ground_m) - pivot_lg_distance); }

/// Every second outdoor map cell of a run between 30 m and 600 m from its server, in whole hundredths of a dB.
std::vector<Measured> drive(const storage::SavedRun& run) {
  const auto& radio = run.results.radio;
  std::vector<Measured> points;
  for (std::size_t i = 0; i < radio.rsrp_dbm.values.size(); i += 2) {
    if (radio.place.values[i] != 1 || radio.best_server.values[i] == radio::no_server) continue;
    const auto& frame = radio.rsrp_dbm.frame;
    Measured point;
    point.at = i;
    point.position = frame.centre(static_cast<std::int32_t>(i % static_cast<std::size_t>(frame.columns)),
                                  static_cast<std::int32_t>(i / static_cast<std::size_t>(frame.columns)));
    point.cell = radio.best_server.values[i];
    const auto site = run.park.radio_cells->records()[point.cell].site;
    const double ground_m = distance(point.position, (*run.park.radio_sites)[site].position);
    if (ground_m < 30.0 || ground_m > 600.0) continue;
    point.rsrp_dbm = 0.01 * std::round(100.0 * (static_cast<double>(radio.rsrp_dbm.values[i]) + missing_db(ground_m)));
    points.push_back(point);
  }
  return points;
}

std::string table(const storage::SavedRun& run, const std::vector<Measured>& points) {
  std::string text = "x_m,y_m,cell,rsrp_dbm\n";
  for (const auto& point : points) {
    text += fmt::format("{:.2f},{:.2f},{},{:.2f}\n", point.position.x, point.position.y, run.park.radio_cells->records()[point.cell].id,
                        point.rsrp_dbm);
  }
  return text;
}

struct Setting {
  Workplace workplace;
  std::string scenario = workplace.small_scenario();
  storage::SavedRun run = [this] {
    EXPECT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
    return storage::load(workplace.path("run"));
  }();
  std::vector<Measured> points = drive(run);
};

TEST(CalibrateCommand, FindsWhatTheModelLacksAndTheNewScenarioHasIt) {
  const Setting setting;
  const auto& workplace = setting.workplace;
  const auto csv = workplace.write("drive.csv", table(setting.run, setting.points));
  const auto outcome = call({"calibrate", setting.scenario, "--drive-test", csv, "--out", workplace.path("fit"), "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto document = json::parse(outcome.out);
  EXPECT_EQ(document, json::parse(read_file(workplace.path("fit/calibration.json"))));
  const auto& report = document["report"];
  ASSERT_TRUE(report["accepted"].get<bool>());
  const auto& seen = document["applied"]["classes"][0];
  EXPECT_EQ(seen["propagation"], "line_of_sight");
  EXPECT_NEAR(seen["slope_db_per_decade"].get<double>(), slope_db_per_decade, 0.5);
  EXPECT_NEAR(seen["offset_db"].get<double>() + slope_db_per_decade * (pivot_lg_distance - seen["pivot_lg_distance"].get<double>()),
              offset_db, 0.3);
  EXPECT_LT(report["held_out_after"]["rmse_db"].get<double>(), 0.5 * report["held_out_before"]["rmse_db"].get<double>());

  // The run of the new scenario lies as far from the same points as the report says.
  const auto rerun = call({"run", workplace.path("fit/scenario.yaml"), "--out", workplace.path("again")});
  ASSERT_EQ(rerun.code, 0) << rerun.err;
  const auto again = storage::load(workplace.path("again"));
  double squares = 0.0;
  std::size_t compared = 0;
  for (const auto& point : setting.points) {
    if (again.results.radio.best_server.values[point.at] != point.cell) continue;  // the map holds the best server's level alone
    const double error_db = point.rsrp_dbm - static_cast<double>(again.results.radio.rsrp_dbm.values[point.at]);
    squares += error_db * error_db;
    ++compared;
  }
  EXPECT_GT(static_cast<double>(compared), 0.8 * static_cast<double>(setting.points.size()));  // the slope makes others the best server
  const auto squares_of = [&](const char* part) {
    const double rmse_db = report[part]["rmse_db"].get<double>();
    return report[part]["points"].get<double>() * rmse_db * rmse_db;
  };
  const double reported =
      std::sqrt((squares_of("fitted_after") + squares_of("held_out_after")) / static_cast<double>(setting.points.size()));
  EXPECT_NEAR(std::sqrt(squares / static_cast<double>(compared)), reported, 0.2);
}

TEST(CalibrateCommand, PrintsATableInBothLanguagesAndWritesNothingUnasked) {
  const Setting setting;
  const auto csv = setting.workplace.write("drive.csv", table(setting.run, setting.points));
  auto outcome = call({"calibrate", setting.scenario, "--drive-test", csv});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("line of sight"));
  outcome = call({"calibrate", setting.scenario, "--drive-test", csv, "--lang", "zh"});
  EXPECT_THAT(outcome.out, HasSubstr("视距"));
  EXPECT_FALSE(std::filesystem::exists(setting.workplace.path("calibration.json")));
}

TEST(CalibrateCommand, TooFewPointsAreSaidAndNothingIsWritten) {
  const Setting setting;
  const auto csv = setting.workplace.write("drive.csv", table(setting.run, {setting.points.begin(), setting.points.begin() + 5}));
  const auto outcome = call({"calibrate", setting.scenario, "--drive-test", csv, "--out", setting.workplace.path("fit")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("too few points"));
  EXPECT_THAT(outcome.out, HasSubstr("nothing was written"));
  EXPECT_FALSE(std::filesystem::exists(setting.workplace.path("fit")));
}

TEST(CalibrateCommand, UnknownCellsAndMissingFilesAreNamed) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  const auto csv = workplace.write("drive.csv", "x_m,y_m,cell,rsrp_dbm\n10,10,S-001-77,-90\n");
  auto outcome = call({"calibrate", scenario, "--drive-test", csv});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("row 2, column cell: the park has no radio cell \"S-001-77\""));
  outcome = call({"calibrate", scenario, "--drive-test", workplace.path("none.csv")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("none.csv"));
  EXPECT_EQ(call({"calibrate", scenario}).code, 2);
}

}  // namespace
}  // namespace parktwin::cli
