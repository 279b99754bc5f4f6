#include "cli/render_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"

namespace parktwin::cli {
namespace {

std::string said(const CLI::Validator& validator, std::string text) { return validator(text); }

Park park_in_suzhou() {
  Park park;
  Site site;
  site.name = "Park";
  site.origin_longitude = Degrees(120.0);
  site.origin_latitude = Degrees(31.3);
  park.site = Part<Site>(site);
  return park;
}

TEST(RenderOptions, ASectionIsASideAndAShare) {
  EXPECT_EQ(said(section_text(), "south:0.4"), "");
  EXPECT_EQ(section_of("south:0.4").side, viz::Side::south);
  EXPECT_DOUBLE_EQ(section_of("south:0.4").share, 0.4);
  for (const char* text : {"", "south", "south:", "up:0.4", "south:1.2", "south:-0.1", "south:0.4x", "0.4:south"})
    EXPECT_NE(said(section_text(), text), "") << text;
}

TEST(RenderOptions, HoursAndDatesAreThoseOfAClockAndACalendar) {
  EXPECT_EQ(said(clock_text(), "9"), "");
  EXPECT_DOUBLE_EQ(hours_of("9"), 9.0);
  EXPECT_DOUBLE_EQ(hours_of("14:30"), 14.5);
  for (const char* text : {"", "24", "9:60", "noon", "9.5", ":30", "9:"}) EXPECT_NE(said(clock_text(), text), "") << text;
  EXPECT_EQ(said(date_text(), "2026-06-21"), "");
  for (const char* text : {"", "2026-02-30", "21.6.2026", "2026-6-21"}) EXPECT_NE(said(date_text(), text), "") << text;
}

// At a solstice the sun's declination is 23.44 degrees; at solar noon its zenith distance is latitude less declination.
TEST(RenderOptions, TheSunStandsInTheSouthAtNoon) {
  const viz::SunAngle summer = sun_at(park_in_suzhou(), "2026-06-21", 12.0);
  EXPECT_NEAR(summer.elevation_deg, 90.0 - (31.3 - 23.44), 0.1);
  EXPECT_NEAR(summer.azimuth_deg, 180.0, 6.0) << "solar noon is two minutes off";
  const viz::SunAngle winter = sun_at(park_in_suzhou(), "2026-12-21", 12.0);
  EXPECT_NEAR(winter.elevation_deg, 90.0 - (31.3 + 23.44), 0.1);
  EXPECT_LT(sun_at(park_in_suzhou(), "2026-06-21", 7.0).azimuth_deg, 90.0);
}

TEST(RenderOptions, AtNightItNamesTheHoursOfDay) {
  try {
    static_cast<void>(sun_at(park_in_suzhou(), "2026-12-21", 22.0));
    FAIL() << "a sun at night";
  } catch (const InputError& error) {
    EXPECT_THAT(to_string(error.problems().front()), ::testing::HasSubstr("between 06:5"));
  }
}

}  // namespace
}  // namespace parktwin::cli
