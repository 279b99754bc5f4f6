#include "cli/calibration_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using radio::calibration::Decision;
using radio::calibration::PropagationClass;
using radio::calibration::Report;
using testing::HasSubstr;
using testing::Not;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

radio::calibration::DriveTestError error(std::int32_t points, double rmse_db, double mean_db) {
  radio::calibration::DriveTestError result;
  result.points = points;
  result.rmse_db = rmse_db;
  result.mean_error_db = mean_db;
  return result;
}

Report report() {
  Report result;
  for (const auto& entry : names_of(PropagationClass{})) {
    result.classes.emplace_back().propagation = entry.value;
    result.correction.classes.emplace_back().propagation = entry.value;
  }
  auto& seen = result.classes[0];
  seen.decision = Decision::offset_and_slope;
  seen.fitted_before = error(412, 8.14, -5.04);
  seen.fitted_after = error(412, 3.06, 0.04);
  seen.held_out_before = error(97, 8.46, -5.5);
  seen.held_out_after = error(97, 3.54, -0.5);
  result.correction.classes[0].offset_db = -5.04;
  result.correction.classes[0].slope_db_per_decade = 3.96;
  result.classes[1].decision = Decision::refused;
  result.classes[2].decision = Decision::too_few_points;
  result.accepted = true;
  return result;
}

std::string line_of(const std::string& text, const std::string& word) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(word)) return line;
  }
  return "";
}

TEST(CalibrationTable, ShowsWhatWasDecidedAndTheErrorsBeforeAndAfter) {
  Terminal terminal;
  const auto text = calibration_table(report(), terminal.session);
  const auto seen = line_of(text, "line of sight");
  for (const char* part : {"offset and slope", "-5.0", "+4.0", "412", "8.1 > 3.1", "-5.0 > 0.0", "97", "8.5 > 3.5", "-5.5 > -0.5"}) {
    EXPECT_THAT(seen, HasSubstr(part));
  }
  EXPECT_THAT(line_of(text, "over roofs"), HasSubstr("refused"));
  EXPECT_THAT(line_of(text, "around corners"), HasSubstr("too few points"));
  EXPECT_THAT(line_of(text, "indoors"), HasSubstr("no points"));
  EXPECT_THAT(text, Not(HasSubstr("No way of propagation is corrected")));
}

TEST(CalibrationTable, ColumnsLineUpInBothLanguages) {
  Terminal terminal;
  for (const auto language : {viz::Language::en, viz::Language::zh}) {
    terminal.session.language = language;
    const auto text = calibration_table(report(), terminal.session);
    const std::size_t width = display_width(line_of(text, terminal.session.choose("way", "传播方式")));
    for (const char* word : {"line of sight", "over roofs", "indoors", "视距", "越过屋顶", "室内"}) {
      const auto line = line_of(text, word);
      if (line.empty()) continue;
      EXPECT_EQ(display_width(line), width) << word;
    }
  }
  EXPECT_THAT(calibration_table(report(), terminal.session), HasSubstr("偏移和斜率"));
}

TEST(CalibrationTable, SaysWhenNothingIsCorrected) {
  Terminal terminal;
  auto nothing = report();
  nothing.accepted = false;
  EXPECT_THAT(calibration_table(nothing, terminal.session), HasSubstr("No way of propagation is corrected"));
}

}  // namespace
}  // namespace parktwin::cli
