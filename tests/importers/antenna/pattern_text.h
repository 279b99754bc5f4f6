#pragma once
// Pattern files as text for the antenna tests.
#include <fmt/format.h>

#include <functional>
#include <string>

namespace parktwin::importers::testing {

/// Attenuations of the sample, different at every degree and in both cuts.
inline double sample_horizontal_db(int degree) { return 0.05 * degree; }
inline double sample_vertical_db(int degree) { return 0.1 * (degree % 90) + 0.01 * degree; }

inline std::string section(const std::string& keyword, const std::function<double(int)>& value, const std::string& end = "\n") {
  std::string text = keyword + " 360" + end;
  for (int degree = 0; degree < 360; ++degree) text += fmt::format("{}\t{:.2f}{}", degree, value(degree), end);
  return text;
}

inline std::string msi_head(const std::string& end = "\n") {
  return "NAME 7420 65deg panel" + end + "MAKE Somebody" + end + "FREQUENCY 3500" + end + "H_WIDTH 65" + end + "FRONT_TO_BACK 28.5" + end +
         "GAIN 15.85 dBd" + end + "TILT ELECTRICAL" + end + "ELECTRICAL_TILT 4" + end + "COMMENT first" + end + "COMMENT second" + end;
}

inline std::string msi_text(const std::string& end = "\n") {
  return msi_head(end) + section("HORIZONTAL", sample_horizontal_db, end) + section("VERTICAL", sample_vertical_db, end);
}

/// The same cuts in the order of Radio Mobile: vertical from straight up (270) on.
inline std::string ant_text() {
  std::string text;
  for (int degree = 0; degree < 360; ++degree) text += fmt::format("{:.2f}\n", -sample_horizontal_db(degree));
  for (int i = 0; i < 360; ++i) text += fmt::format("{:.2f}\n", -sample_vertical_db((i + 270) % 360));
  return text;
}

}  // namespace parktwin::importers::testing
