#include "importers/antenna/msi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/antenna/parsed.h"
#include "tests/importers/antenna/pattern_text.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::msi_head;
using testing::msi_text;
using testing::Parsed;
using testing::replaced;
using testing::sample_horizontal_db;
using testing::sample_vertical_db;
using testing::section;

Parsed parsed(const std::string& text) { return testing::parsed(parse_msi, text); }

TEST(Msi, ReadsTheWholePattern) {
  const auto [pattern, problems] = parsed(msi_text());
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ(pattern.name, "7420 65deg panel");
  EXPECT_NEAR(pattern.gain->value(), 18.0, 1e-12);  // 15.85 dBd + 2.15 dB
  EXPECT_EQ(pattern.frequency, megahertz(3500.0));
  EXPECT_EQ(pattern.electrical_downtilt, Degrees(4.0));
  EXPECT_EQ(pattern.front_to_back, Decibel(28.5));
  ASSERT_EQ(pattern.horizontal_db.size(), 360U);
  ASSERT_EQ(pattern.vertical_db.size(), 360U);
  for (int degree = 0; degree < 360; ++degree) {
    EXPECT_NEAR(pattern.horizontal_db[static_cast<std::size_t>(degree)], sample_horizontal_db(degree), 0.0051);
    EXPECT_NEAR(pattern.vertical_db[static_cast<std::size_t>(degree)], sample_vertical_db(degree), 0.0051);
  }
}

// The format's description: "The antenna gain unit is dBd. If the gain is in dBi, it must be indicated after the value."
TEST(Msi, GainUnits) {
  const auto gain_dbi = [](const std::string& gain) {
    return parsed(replaced(msi_text(), "GAIN 15.85 dBd", gain)).pattern.gain.value_or(Decibel(-99.0)).value();
  };
  EXPECT_NEAR(gain_dbi("GAIN 10"), 12.15, 1e-12);
  EXPECT_NEAR(gain_dbi("GAIN 10 dBd"), 12.15, 1e-12);
  EXPECT_NEAR(gain_dbi("GAIN 10 dBi"), 10.0, 1e-12);
  EXPECT_NEAR(gain_dbi("gain\t+10.0DBI"), 10.0, 1e-12);
  EXPECT_NEAR(gain_dbi("GAIN 10 (dBi)"), 10.0, 1e-12);
  const auto message = [](const std::string& gain) { return parsed(replaced(msi_text(), "GAIN 15.85 dBd", gain)).problems; };
  EXPECT_THAT(message("GAIN 10 dB"), ElementsAre("line 6: found \"GAIN 10 dB\", expected GAIN and a number in dBd or dBi"));
  EXPECT_THAT(message("GAIN"), ElementsAre("line 6: found \"GAIN\", expected GAIN and a number in dBd or dBi"));
  EXPECT_THAT(message("GAIN nan"), ElementsAre("line 6: found \"GAIN nan\", expected GAIN and a number in dBd or dBi"));
  EXPECT_THAT(message("GAIN 15,85 dBi"), ElementsAre("line 6: found \"GAIN 15,85 dBi\", expected GAIN and a number in dBd or dBi"));
  EXPECT_THAT(message("GAIN 75 dBi"), ElementsAre("line 6: found a gain of 75 dBi, expected -10 to 60"));
}

TEST(Msi, Frequencies) {
  const auto hertz = [](const std::string& frequency) {
    return parsed(replaced(msi_text(), "FREQUENCY 3500", frequency)).pattern.frequency.value_or(Hertz(-1.0)).value();
  };
  EXPECT_DOUBLE_EQ(hertz("FREQUENCY 2655 MHz"), 2655e6);
  EXPECT_DOUBLE_EQ(hertz("FREQUENCY 2.6GHz"), 2.6e9);
  EXPECT_DOUBLE_EQ(hertz("FREQUENCY 1710-2170"), 1940e6);
  EXPECT_DOUBLE_EQ(hertz("FREQUENCY 1710 - 2170 MHz"), 1940e6);
  EXPECT_DOUBLE_EQ(hertz("FREQUENCY soon"), -1.0);
  EXPECT_THAT(parsed(replaced(msi_text(), "FREQUENCY 3500", "FREQUENCY -5")).problems,
              ElementsAre("line 3: found \"FREQUENCY -5\", expected FREQUENCY and one number or a band, in MHz or with its unit"));
}

TEST(Msi, Tilts) {
  const auto tilt = [](const std::string& lines) {
    const auto result = parsed(replaced(msi_text(), "TILT ELECTRICAL\nELECTRICAL_TILT 4", lines));
    EXPECT_THAT(result.problems, IsEmpty());
    return result.pattern.electrical_downtilt;
  };
  EXPECT_EQ(tilt("TILT 6"), Degrees(6.0));
  EXPECT_EQ(tilt("TILT ELECTRICAL 7"), Degrees(7.0));
  EXPECT_EQ(tilt("TILT ELECTRICAL"), std::nullopt);
  EXPECT_EQ(tilt("TILT 6\nELECTRICAL_TILT 2"), Degrees(2.0));
  EXPECT_EQ(tilt("ELECTRICAL_TILT 2\nTILT 6"), Degrees(2.0));
}

TEST(Msi, RowsInAnyOrderAndANameWithoutItsKeyword) {
  std::string text = "742 215 V01\nGAIN 17 dBi\nVERTICAL 360\n";
  for (int degree = 359; degree >= 0; --degree) text += std::to_string(degree) + ".0  1.5\n";
  const auto [pattern, problems] = parsed(text + section("HORIZONTAL", sample_horizontal_db));
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ(pattern.name, "742 215 V01");
  EXPECT_DOUBLE_EQ(pattern.vertical_db[7], 1.5);
}

TEST(Msi, MissingParts) {
  EXPECT_THAT(parsed("some text\nof no meaning\n").problems,
              ElementsAre("has no section HORIZONTAL", "has no section VERTICAL", "has no GAIN"));
  EXPECT_THAT(parsed(msi_head() + section("HORIZONTAL", sample_horizontal_db)).problems, ElementsAre("has no section VERTICAL"));
}

TEST(Msi, MissingDegreesAreNamed) {
  const auto without_one = replaced(msi_text(), "\n359\t17.95\n", "\n");
  EXPECT_THAT(parsed(without_one).problems,
              ElementsAre("line 11: announces 360 rows of HORIZONTAL, but 359 follow", "section HORIZONTAL: misses 1 of 360 degrees: 359"));
  EXPECT_THAT(parsed(msi_head() + section("HORIZONTAL", sample_horizontal_db) + "VERTICAL 3\n0 0\n1 0\n4 0\n").problems,
              ElementsAre("section VERTICAL: misses 357 of 360 degrees: 2, 3, 5, 6, 7 ..."));
}

TEST(Msi, EveryBadRowIsReported) {
  std::string text = msi_text();
  text = replaced(text, "\n10\t0.50\n", "\n10\tnan\n");
  text = replaced(text, "\n11\t0.55\n", "\n11\tabc\n");
  text = replaced(text, "\n12\t0.60\n", "\n12\t-3\n");
  text = replaced(text, "\n13\t0.65\n", "\n12\t0.65\n");
  text = replaced(text, "\n14\t0.70\n", "\n14.5\t0.70\n");
  text = replaced(text, "\n15\t0.75\n", "\n15\n");
  text = replaced(text, "\n16\t0.80\n", "\n16\t100.5\n");
  EXPECT_THAT(parsed(text).problems, ElementsAre("line 22: found the attenuation \"nan\", expected a number of dB from 0 to 100",
                                                 "line 23: found the attenuation \"abc\", expected a number of dB from 0 to 100",
                                                 "line 24: found the attenuation \"-3\", expected a number of dB from 0 to 100",
                                                 "line 25: gives the angle 12 of HORIZONTAL again, first on line 24",
                                                 "line 26: found the angle \"14.5\", expected a whole number of degrees from 0 to 359",
                                                 "line 27: found \"15\", expected an angle and an attenuation",
                                                 "line 28: found the attenuation \"100.5\", expected a number of dB from 0 to 100",
                                                 "section HORIZONTAL: misses 3 of 360 degrees: 13, 14, 15"));
}

TEST(Msi, Counts) {
  EXPECT_THAT(parsed(replaced(msi_text(), "HORIZONTAL 360", "HORIZONTAL -360")).problems,
              ElementsAre("line 11: found \"HORIZONTAL -360\", expected HORIZONTAL and the number of its rows, 360"));
  EXPECT_THAT(parsed(replaced(msi_text(), "VERTICAL 360", "VERTICAL many")).problems,
              ElementsAre("line 372: found \"VERTICAL many\", expected VERTICAL and the number of its rows, 360"));
  EXPECT_THAT(parsed(replaced(msi_text(), "VERTICAL 360", "VERTICAL")).problems,
              ElementsAre("line 372: found \"VERTICAL\", expected VERTICAL and the number of its rows, 360"));
}

TEST(Msi, Repetitions) {
  EXPECT_THAT(parsed(msi_text() + "GAIN 3\n").problems, ElementsAre("line 733: gives GAIN again, first on line 6"));
  EXPECT_THAT(parsed(msi_text() + section("VERTICAL", sample_vertical_db)).problems,
              ElementsAre("line 733: gives VERTICAL again, first on line 372"));
  EXPECT_THAT(parsed(msi_text() + "360 0\n").problems,
              ElementsAre("line 733: found the angle \"360\", expected a whole number of degrees from 0 to 359",
                          "line 372: announces 360 rows of VERTICAL, but 361 follow"));
}

TEST(Msi, RowsOutsideASection) {
  EXPECT_THAT(parsed(replaced(msi_text(), "MAKE Somebody", "12 4")).problems,
              ElementsAre("line 2: found \"12 4\" outside HORIZONTAL and VERTICAL"));
  // A misspelt keyword is one mistake, not 360.
  EXPECT_THAT(parsed(replaced(msi_text(), "VERTICAL 360", "VERTIKAL 360")).problems,
              ElementsAre("line 373: found \"0?0.00\" outside HORIZONTAL and VERTICAL", "has no section VERTICAL"));
}

}  // namespace
}  // namespace parktwin::importers
