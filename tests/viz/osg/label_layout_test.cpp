#include "viz/osg/label_layout.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::viz {
namespace {

bool overlap(const PixelBox& a, const PixelBox& b) {
  return a.left < b.right() && b.left < a.right() && a.bottom < b.top() && b.bottom < a.top();
}

TEST(LabelLayout, RandomLabelsNeverOverlapNorLeaveThePicture) {
  const RandomSequence random(5, 1, 1);
  std::vector<LabelWish> wishes;
  for (std::uint32_t i = 0; i < 200; ++i) {
    wishes.push_back(
        {{random.uniform(3 * i, 0.0, 1000.0), random.uniform(3 * i + 1, 0.0, 600.0)}, random.uniform(3 * i + 2, 40.0, 200.0), 24.0});
  }
  const PixelBox area{0.0, 0.0, 1000.0, 600.0};
  const PixelBox panel{0.0, 0.0, 300.0, 400.0};
  const auto places = place_labels(wishes, area, {panel});
  EXPECT_GT(places.size(), 20U);
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_FALSE(overlap(places[i].box, panel));
    EXPECT_GE(places[i].box.left, 0.0);
    EXPECT_LE(places[i].box.right(), 1000.0);
    EXPECT_LE(places[i].box.top(), 600.0);
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(places[i].box, places[j].box));
  }
}

TEST(LabelLayout, TheFirstWishWinsTheSpotAbove) {
  const std::vector<LabelWish> wishes(12, LabelWish{{500.0, 300.0}, 100.0, 20.0});
  const auto places = place_labels(wishes, {0.0, 0.0, 1000.0, 600.0}, {});
  ASSERT_FALSE(places.empty());
  EXPECT_EQ(places.front().wish, 0U);
  EXPECT_GT(places.front().box.bottom, 300.0);
  EXPECT_DOUBLE_EQ(places.front().box.left, 450.0);
  EXPECT_LT(places.size(), 6U);
}

}  // namespace
}  // namespace parktwin::viz
