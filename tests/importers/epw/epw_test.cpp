#include "importers/epw/epw.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

Weather invented_year() {
  Weather weather;
  weather.place = "Lanting";
  weather.source = "invented for this test";
  weather.latitude = Degrees(31.3);
  weather.longitude = Degrees(120.9);
  weather.elevation = Metres(4.0);
  for (std::size_t h = 0; h < hours_per_year; ++h) {
    weather.temperature_c.push_back(static_cast<double>(h % 37) - 7.25);
    weather.relative_humidity_percent.push_back(static_cast<double>(40 + h % 60));
    weather.pressure_pa.push_back(static_cast<double>(101000 + h % 300));
    weather.global_horizontal_w_per_m2.push_back(static_cast<double>(h % 24 > 12 ? h % 900 : 0));
    weather.direct_normal_w_per_m2.push_back(static_cast<double>(h % 24 > 12 ? h % 800 : 0));
    weather.diffuse_horizontal_w_per_m2.push_back(static_cast<double>(h % 24 > 12 ? h % 400 : 0));
    weather.wind_speed_m_per_s.push_back(static_cast<double>(h % 90) * 0.11);
  }
  return weather;
}

/// A file of its own per test.
class EpwFile {
 public:
  explicit EpwFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() / ("parktwin_epw_" + std::to_string(::getpid()) + "_" +
                                                        ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".epw")) {
    std::ofstream(path_) << text;
  }
  ~EpwFile() { std::filesystem::remove(path_); }
  EpwFile(const EpwFile&) = delete;
  EpwFile& operator=(const EpwFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// Replaces field number `field` of a line.
void set_field(std::string& line, std::size_t field, const std::string& value) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < field; ++i) from = line.find(',', from) + 1;
  line.replace(from, line.find(',', from) - from, value);
}

/// "place: message" of each problem.
std::vector<std::string> problems_of(const std::string& text) {
  const EpwFile file(text);
  std::vector<std::string> found;
  try {
    static_cast<void>(read_epw(file.path()));
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) {
      EXPECT_EQ(problem.file, file.path().string());
      found.push_back(problem.place + ": " + problem.message);
    }
  }
  return found;
}

const std::vector<std::string>& sound_lines() {
  static const std::vector<std::string> lines = lines_of(epw_text(invented_year()));
  return lines;
}

TEST(Epw, ReadsBackWhatItWrote) {
  const Weather weather = invented_year();
  const EpwFile file(epw_text(weather));
  const auto loaded = read_epw(file.path());
  EXPECT_TRUE(loaded.notes.empty());
  EXPECT_EQ(loaded.weather.place, "Lanting");
  EXPECT_EQ(loaded.weather.source, "invented for this test");
  EXPECT_EQ(loaded.weather.latitude, weather.latitude);
  EXPECT_EQ(loaded.weather.longitude, weather.longitude);
  EXPECT_EQ(loaded.weather.time_zone_h, 8.0);
  EXPECT_EQ(loaded.weather.temperature_c, weather.temperature_c);
  EXPECT_EQ(loaded.weather.pressure_pa, weather.pressure_pa);
  EXPECT_EQ(loaded.weather.direct_normal_w_per_m2, weather.direct_normal_w_per_m2);
  for (std::size_t h = 0; h < hours_per_year; ++h) EXPECT_NEAR(loaded.weather.wind_speed_m_per_s[h], weather.wind_speed_m_per_s[h], 1e-12);
}

TEST(Epw, LeavesTheLeapDayOutAndSaysSo) {
  auto lines = sound_lines();
  const std::size_t march = 8 + 59 * 24;
  std::vector<std::string> leap(lines.begin() + 8 + 58 * 24, lines.begin() + static_cast<std::ptrdiff_t>(march));
  for (auto& line : leap) set_field(line, 2, "29");
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(march), leap.begin(), leap.end());
  const EpwFile file(joined(lines));
  const auto loaded = read_epw(file.path());
  EXPECT_EQ(loaded.weather.temperature_c, invented_year().temperature_c);
  ASSERT_EQ(loaded.notes.size(), 1U);
  EXPECT_EQ(loaded.notes[0].text, "24 rows of 29 February were left out: a typical year has 365 days");
}

TEST(Epw, NamesGapsAndDoubledRowsWithTheirLine) {
  auto gap = sound_lines();
  gap.erase(gap.begin() + 8 + 30);
  EXPECT_THAT(problems_of(joined(gap)),
              ElementsAre("line 39: found 1-2 hour 8, expected 1-2 hour 7: rows are missing, doubled or out of order"));
  auto doubled = sound_lines();
  doubled.insert(doubled.begin() + 8 + 30, doubled[8 + 30]);
  EXPECT_THAT(problems_of(joined(doubled)),
              ElementsAre("line 40: found 1-2 hour 7, expected 1-2 hour 8: rows are missing, doubled or out of order"));
  auto ended = sound_lines();
  ended.resize(8 + 8000);
  EXPECT_THAT(problems_of(joined(ended)),
              ElementsAre("line 8008: the file ends after 8000 hours, expected 8760: the next would be 11-30 hour 9"));
  auto longer = sound_lines();
  longer.push_back(longer[8]);
  EXPECT_THAT(problems_of(joined(longer)), ElementsAre("line 8769: found another row, expected the end after the 8760 of a year"));
}

TEST(Epw, NamesMissingCodesAndImpossibleValues) {
  auto lines = sound_lines();
  set_field(lines[8], 6, "99.9");
  set_field(lines[20], 13, "9999");
  set_field(lines[21], 13, "9999");
  set_field(lines[30], 21, "-3");
  set_field(lines[31], 9, "10l000");
  EXPECT_THAT(
      problems_of(joined(lines)),
      ElementsAre("line 31: wind speed: found \"-3\", expected a number from 0 to 60",
                  "line 32: atmospheric pressure: found \"10l000\", expected a number from 31000 to 120000",
                  "line 9: dry-bulb temperature: the code for missing, here and in 1 rows altogether, expected values throughout",
                  "line 21: global horizontal radiation: the code for missing, here and in 2 rows altogether, expected values throughout"));
}

TEST(Epw, AssumesHumidityAndPressureThatAreMissingThroughout) {
  auto lines = sound_lines();
  for (std::size_t i = 8; i < lines.size(); ++i) {
    set_field(lines[i], 8, "999");
    set_field(lines[i], 9, "999999");
  }
  set_field(lines[0], 9, "1000");
  const EpwFile file(joined(lines));
  const auto loaded = read_epw(file.path());
  EXPECT_EQ(loaded.notes.size(), 2U);
  EXPECT_EQ(loaded.weather.relative_humidity_percent[17], 70.0);
  EXPECT_NEAR(loaded.weather.pressure_pa[17], 89874.0, 5.0);  // ISO 2533: 898.75 hPa at 1,000 m
}

TEST(Epw, RefusesWhatIsNoHourlyEpw) {
  EXPECT_THAT(problems_of("hour,temperature\n1,2\n"),
              ElementsAre("line 1: found no LOCATION with ten entries, expected the first line of an EPW file"));
  EXPECT_THAT(problems_of(""), ElementsAre("line 0: the file ends after 0 lines, expected eight header lines"));
  auto quarters = sound_lines();
  quarters[7] = "DATA PERIODS,1,4,Data,Sunday,1/1,12/31";
  EXPECT_THAT(problems_of(joined(quarters)),
              ElementsAre("line 8: found 1 data periods with 4 rows an hour, expected one period with one row an hour"));
  auto cut = sound_lines();
  cut[9] = "2023,1,1,2,0,*,3.5";
  EXPECT_THAT(problems_of(joined(cut)), ElementsAre("line 10: found 7 fields, expected at least 22"));
  auto nowhere = sound_lines();
  set_field(nowhere[0], 6, "north");
  EXPECT_THAT(problems_of(joined(nowhere)), ElementsAre("line 1: latitude: found \"north\", expected a number from -90 to 90"));
  EXPECT_THROW(static_cast<void>(read_epw("/nowhere/at.all")), InputError);
}

}  // namespace
}  // namespace parktwin::importers
