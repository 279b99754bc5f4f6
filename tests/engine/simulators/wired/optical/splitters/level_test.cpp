#include "engine/simulators/wired/optical/splitters/level.h"

#include <gtest/gtest.h>

namespace parktwin::wired::optical::splitters {
namespace {

Problem two_places() {
  Problem problem;
  problem.feeder_m = {1000.0, 2000.0};
  problem.between_m = {{0.0, 1000.0}, {1000.0, 0.0}};
  problem.drop_m = {{100.0}, {5000.0}};
  problem.join_m = {out_of_reach};
  problem.link_db = 1.0;
  problem.most_db = 11.0;
  return problem;
}

TEST(Level, HasTheCostsOfTheOnlyStage) {
  const Level level = level_of(two_places(), {1, 8, 7.0});
  EXPECT_EQ(level.open_m, (std::vector<double>{1000.0, 2000.0}));
  EXPECT_EQ(level.ways, 8U);
  EXPECT_EQ(level.unit_m[0][0], 100.0);         // 7 + 2 + 0.385 dB
  EXPECT_EQ(level.unit_m[1][0], out_of_reach);  // 7 + 2 + 2.45 dB
}

TEST(Level, HasThoseBelowASplitterOfTheFirstStage) {
  const Level level = level_of(two_places(), {2, 4, 7.6}, 1);
  EXPECT_EQ(level.open_m, (std::vector<double>{1000.0, 0.0}));
  EXPECT_EQ(level.ways, 4U);
  EXPECT_EQ(level.unit_m[0][0], out_of_reach);                            // 7.6 + 3 + 1.085 dB: 3.1 km of fibre
  EXPECT_EQ(level_of(two_places(), {2, 4, 7.6}, 0).unit_m[0][0], 100.0);  // 1.1 km
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
