#include "importers/antenna/radio_mobile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/importers/antenna/parsed.h"
#include "tests/importers/antenna/pattern_text.h"

namespace parktwin::importers {
namespace {

using testing::ant_text;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Parsed;
using testing::replaced;
using testing::sample_horizontal_db;
using testing::sample_vertical_db;

Parsed parsed(const std::string& text) { return testing::parsed(parse_radio_mobile, text); }

TEST(RadioMobile, ReadsBothCuts) {
  const auto [pattern, problems] = parsed(ant_text());
  EXPECT_THAT(problems, IsEmpty());
  for (int degree = 0; degree < 360; ++degree) {
    EXPECT_NEAR(pattern.horizontal_db[static_cast<std::size_t>(degree)], sample_horizontal_db(degree), 0.0051);
    EXPECT_NEAR(pattern.vertical_db[static_cast<std::size_t>(degree)], sample_vertical_db(degree), 0.0051);
  }
  EXPECT_FALSE(std::signbit(pattern.horizontal_db[0]));
  EXPECT_EQ(pattern.gain, std::nullopt);
}

// The format's description: the cuts cross at lines 1 and 451 (horizon in front) and 181 and 631 (horizon behind); line 361 is straight up.
TEST(RadioMobile, LinesWhereTheCutsCross) {
  std::string text;
  for (int line = 1; line <= 720; ++line) {
    const bool front = line == 1 || line == 451;
    const bool back = line == 181 || line == 631;
    text += front ? "-1\n" : back ? "-30\n" : line == 361 ? "-40\n" : line == 541 ? "-50\n" : "-20\n";
  }
  const auto pattern = parsed(text).pattern;
  EXPECT_DOUBLE_EQ(pattern.horizontal_db[0], 1.0);
  EXPECT_DOUBLE_EQ(pattern.vertical_db[0], 1.0);
  EXPECT_DOUBLE_EQ(pattern.horizontal_db[180], 30.0);
  EXPECT_DOUBLE_EQ(pattern.vertical_db[180], 30.0);
  EXPECT_DOUBLE_EQ(pattern.vertical_db[270], 40.0);  // up
  EXPECT_DOUBLE_EQ(pattern.vertical_db[90], 50.0);   // down
}

TEST(RadioMobile, EveryFaultIsReported) {
  std::string text = replaced(ant_text(), "\n-0.50\n-0.55\n", "\n3\nnan\n");
  text += "0 0\n";
  EXPECT_THAT(parsed(text).problems, ElementsAre("holds 721 lines, expected 720: 360 of the horizontal cut, then 360 of the vertical one",
                                                 "line 11: found \"3\", expected a gain relative to the peak from -100 to 0 dB",
                                                 "line 12: found \"nan\", expected a gain relative to the peak from -100 to 0 dB",
                                                 "line 721: found \"0 0\", expected a gain relative to the peak from -100 to 0 dB"));
}

}  // namespace
}  // namespace parktwin::importers
