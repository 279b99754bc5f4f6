#include "viz/video/film.h"

#include <gtest/gtest.h>

#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/tour/stops.h"

namespace parktwin::viz {
namespace {

storage::SavedRun two_views() {
  storage::SavedRun run;
  run.park = testing::hand_made_park();
  run.results = testing::hand_made_results(run.park, 10.0);
  SavedView whole;
  whole.name = "The park";
  whole.caption = "All of it.";
  SavedView close;
  close.name = "The lake";
  close.layer = MapLayer::unserved;
  close.camera = ViewCamera{{600.0, 500.0}, Metres(700.0), Degrees(20.0), Degrees(40.0)};
  run.views = {whole, close};
  return run;
}

FilmOptions small() {
  FilmOptions options;
  options.width = 640;
  options.height = 360;
  options.frames_per_second = 5;
  options.seconds_per_stop = 2.0;
  return options;
}

double mean_difference(const Picture& a, const Picture& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(a.rgb[i] - b.rgb[i]);
  return sum / static_cast<double>(a.rgb.size());
}

TEST(Film, RestsMovesAndEndsOnTheNextMap) {
  const storage::SavedRun run = two_views();
  Film film(run, tour::stops_of(run), small());
  ASSERT_GT(film.frames(), 25U);
  const Picture first = film.frame(0);
  EXPECT_EQ(first.width, 640);
  EXPECT_EQ(film.frame(1).rgb, first.rgb) << "at rest";
  const Picture last = film.frame(film.frames() - 1);
  EXPECT_GT(mean_difference(first, last), 5.0);
  EXPECT_EQ(testing::count_near(first, {0x3F, 0xA7, 0xA0}, 60), 0);
  EXPECT_GT(testing::count_near(last, {0x3F, 0xA7, 0xA0}, 60), 500) << "public ground served by radio";
}

TEST(Film, NoTwoFramesOfAFlightAreFarApart) {
  const storage::SavedRun run = two_views();
  FilmOptions options = small();
  options.width = 320;
  options.height = 240;
  options.frames_per_second = 25;
  options.seconds_per_stop = 0.5;
  Film film(run, tour::stops_of(run), options);
  const Picture first = film.frame(0);
  Picture before = first;
  double farthest = 0.0;
  for (std::size_t i = 1; i < film.frames(); ++i) {
    Picture now = film.frame(i);
    farthest = std::max(farthest, mean_difference(before, now));
    before = std::move(now);
  }
  EXPECT_GT(farthest, 0.0);
  EXPECT_LT(farthest, 0.6 * mean_difference(first, before));
}

TEST(Film, CaptionsSpeakTheLanguage) {
  const storage::SavedRun run = two_views();
  FilmOptions options = small();
  const Picture english = Film(run, tour::stops_of(run), options).frame(0);
  options.language = Language::zh;
  storage::SavedRun other = run;
  other.views.front().name_zh = "园区";
  EXPECT_NE(Film(other, tour::stops_of(other), options).frame(0).rgb, english.rgb);
}

TEST(Film, AMixHoldsItsShareOfBoth) {
  const Picture a{1, 1, {0, 100, 200}};
  const Picture b{1, 1, {200, 100, 0}};
  EXPECT_EQ(mixed(a, b, 0.0).rgb, a.rgb);
  EXPECT_EQ(mixed(a, b, 1.0).rgb, b.rgb);
  EXPECT_EQ(mixed(a, b, 0.25).rgb, (std::vector<std::uint8_t>{50, 100, 150}));
}

}  // namespace
}  // namespace parktwin::viz
