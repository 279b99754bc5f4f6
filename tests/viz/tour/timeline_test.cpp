#include "viz/tour/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace parktwin::viz::tour {
namespace {

std::vector<Stop> three_stops() {
  std::vector<Stop> stops(3);
  stops[0].pose = {{0.0, 0.0}, 800.0, 0.0, 40.0};
  stops[1].pose = {{900.0, 0.0}, 500.0, 30.0, 40.0};
  stops[1].layer = Layer::rsrp;
  stops[1].seconds = 3.0;
  stops[2].pose = stops[1].pose;
  return stops;
}

TEST(Timeline, StopsRestAsLongAsTheySayOrAsAny) {
  const auto frames = timeline(three_stops(), 10.0, 2.0);
  const auto at_rest = [&](std::size_t stop) {
    return std::count_if(frames.begin(), frames.end(), [=](const Frame& frame) { return frame.stop == stop && !frame.flight; });
  };
  EXPECT_EQ(at_rest(0), 20);
  EXPECT_EQ(at_rest(1), 30);
  EXPECT_EQ(at_rest(2), 20);
}

TEST(Timeline, WordsAreThereAtBothEndsAndGoneInFlight) {
  const auto frames = timeline(three_stops(), 10.0, 2.0);
  EXPECT_EQ(frames.front().words, 1.0);
  EXPECT_EQ(frames.back().words, 1.0);
  double before = frames.front().words;
  for (const Frame& frame : frames) {
    EXPECT_TRUE(!frame.flight || frame.words == 0.0);
    EXPECT_LE(std::abs(frame.words - before), 0.21);  // fades take half a second
    before = frame.words;
  }
}

TEST(Timeline, FlightsRunFromStartToEndAndTheMapChangesOnTheWay) {
  const auto frames = timeline(three_stops(), 25.0, 2.0);
  std::vector<Frame> flown;
  std::copy_if(frames.begin(), frames.end(), std::back_inserter(flown), [](const Frame& frame) { return frame.stop == 0 && frame.flight; });
  ASSERT_GT(flown.size(), 30U);
  EXPECT_EQ(flown.front().next_map, 0.0);
  EXPECT_EQ(flown.back().next_map, 1.0);
  EXPECT_TRUE(std::is_sorted(flown.begin(), flown.end(), [](const Frame& a, const Frame& b) { return a.flight < b.flight; }));
  EXPECT_TRUE(std::is_sorted(flown.begin(), flown.end(), [](const Frame& a, const Frame& b) { return a.next_map < b.next_map; }));
  EXPECT_GT(*flown.front().flight, 0.0);
  EXPECT_LT(*flown.back().flight, 1.0);
}

TEST(Timeline, OneStopIsAStandingPicture) {
  const auto frames = timeline(std::vector<Stop>(1), 5.0, 1.0);
  EXPECT_EQ(frames, std::vector<Frame>(5, Frame{0, std::nullopt, 1.0, 0.0}));
}

}  // namespace
}  // namespace parktwin::viz::tour
