#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using ::testing::HasSubstr;

constexpr const char* two_views =
    "views:\n"
    "  - {name: The park, name_zh: 园区, caption: All of it., view: overview}\n"
    "  - {name: Signal, layer: rsrp, camera: {at: [300, 300], distance_m: 600, azimuth_deg: 20}, seconds: 1}\n";

TEST(TourCommand, FilmsTheViewsOfTheScenario) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  workplace.write("with-views.yaml", "name: with views\nbased_on: [" + scenario + "]\n" + two_views);
  ASSERT_EQ(call({"run", workplace.path("with-views.yaml"), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"tour", workplace.path("run"), "--out", workplace.path("tour.mp4"), "--size", "320x240", "--fps", "4",
                             "--seconds", "0.5", "--lang", "zh", "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["stops"], 2);
  EXPECT_GE(json["frames"].get<int>(), 2 + 4 + 4);
  EXPECT_DOUBLE_EQ(json["seconds"].get<double>(), json["frames"].get<double>() / 4.0);
  const std::string film = read_file(workplace.path("tour.mp4"));
  EXPECT_EQ(json["bytes"], film.size());
  EXPECT_EQ(film.substr(4, 4), "ftyp");
  const auto page = call({"report", workplace.path("run"), "--out", workplace.path("run.html")});
  ASSERT_EQ(page.code, 0) << page.err;
  EXPECT_THAT(read_file(workplace.path("run.html")), HasSubstr("All of it."));
}

TEST(TourCommand, WithoutViewsTheRunShowsItself) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"tour", workplace.path("run"), "--out", workplace.path("tour.mp4"), "--size", "320x240", "--fps", "1",
                             "--seconds", "0.5", "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_GE(nlohmann::json::parse(outcome.out)["stops"].get<int>(), 3);
}

TEST(TourCommand, RefusesWhatItCannotFilm) {
  EXPECT_EQ(call({"tour", "x", "--out", "y.avi"}).code, 2);
  EXPECT_EQ(call({"tour", "x", "--out", "y.mp4", "--size", "641x480"}).code, 2);
  EXPECT_EQ(call({"tour", "x", "--out", "y.mp4", "--fps", "0"}).code, 2);
  EXPECT_EQ(call({"tour", "x", "--out", "y.mp4", "--seconds", "0"}).code, 2);
  EXPECT_EQ(call({"tour", "/no/such/run", "--out", "y.mp4"}).code, 3);
}

TEST(TourCommand, AnUnknownLayerIsNamedWithItsLineBeforeAnythingRuns) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  const auto file = workplace.write("s.yaml", "name: s\nbased_on: [" + scenario + "]\nviews:\n  - {name: Noise, layer: noise}\n");
  const auto outcome = call({"validate", file});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err + outcome.out, HasSubstr("line 4"));
  EXPECT_THAT(outcome.err + outcome.out, HasSubstr("throughput_down"));
}

TEST(TourCommand, WithoutFfmpegNothingIsReadOrDrawn) {
  const std::string before = std::getenv("PATH");
  setenv("PATH", "/nonexistent", 1);
  const auto outcome = call({"tour", "/no/such/run", "--out", "y.mp4"});
  setenv("PATH", before.c_str(), 1);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("install the Debian package ffmpeg"));
}

TEST(TourCommand, AnUnwritableFilmIsAFailureInside) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  workplace.write("file", "x");
  EXPECT_EQ(call({"tour", workplace.path("run"), "--out", workplace.path("file/tour.mp4"), "--size", "320x240"}).code, 1);
}

}  // namespace
}  // namespace parktwin::cli
