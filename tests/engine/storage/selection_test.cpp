#include "engine/storage/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::storage {
namespace {

using testing::Contains;
using testing::Not;

TEST(Selection, AnEmptyOneIsEverything) {
  const Selection whole;
  EXPECT_TRUE(whole.is_whole());
  EXPECT_TRUE(whole.touches("/park/trees/id"));
  EXPECT_TRUE(whole.covers("/park"));
}

TEST(Selection, OnlyTheNamedAndWhatLiesBelowAndAbove) {
  const Selection some{{"/results/radio/sinr_db", "/park/enterprises"}, {}};
  EXPECT_FALSE(some.is_whole());
  EXPECT_TRUE(some.touches("/results"));
  EXPECT_TRUE(some.touches("/results/radio"));
  EXPECT_FALSE(some.covers("/results/radio"));
  EXPECT_TRUE(some.covers("/results/radio/sinr_db"));
  EXPECT_TRUE(some.covers("/park/enterprises/name"));
  EXPECT_FALSE(some.touches("/park/enterprises_else"));
  EXPECT_FALSE(some.touches("/results/radio/rsrp_dbm"));
}

TEST(Selection, WithoutTakesOutWhateverElseIsSaid) {
  const Selection some{{"/results/radio"}, {"/results/radio/wifi/level_dbm"}};
  EXPECT_TRUE(some.touches("/results/radio/wifi"));
  EXPECT_FALSE(some.covers("/results/radio/wifi"));
  EXPECT_FALSE(some.touches("/results/radio/wifi/level_dbm"));
  EXPECT_TRUE(some.covers("/results/radio/wifi/access_point"));
}

TEST(Selection, MapsAreFoundInNestedResults) {
  EXPECT_THAT(map_paths(), Contains("/results/radio/rsrp_dbm"));
  EXPECT_THAT(map_paths(), Contains("/results/radio/wifi/level_dbm"));
  const auto some = Selection::with_maps({"/results/radio/rsrp_dbm"});
  EXPECT_THAT(some.without, Not(Contains("/results/radio/rsrp_dbm")));
  EXPECT_EQ(some.without.size() + 1, map_paths().size());
  EXPECT_TRUE(some.covers("/results/energy"));
}

}  // namespace
}  // namespace parktwin::storage
