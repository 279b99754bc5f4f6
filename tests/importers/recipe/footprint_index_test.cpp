#include "importers/recipe/footprint_index.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

Polygon rectangle(Point low, Point size) {
  return {{low, {low.x + size.x, low.y}, {low.x + size.x, low.y + size.y}, {low.x, low.y + size.y}}, {}};
}

TEST(FootprintIndex, FindsAllWhoseBoxesTouch) {
  std::vector<Polygon> all;
  FootprintIndex index;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const RandomSequence draw(3, 0, i);
    all.push_back(rectangle({draw.uniform(0, -900.0, 900.0), draw.uniform(1, -900.0, 900.0)},
                            {draw.uniform(2, 1.0, 130.0), draw.uniform(3, 1.0, 40.0)}));
    index.add(i, all.back());
  }
  for (const auto& one : all) {
    const auto found = index.near(one, 0.2);
    const Box box = bounds(one);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Box other = bounds(all[i]);
      const bool touches = box.low.x <= other.high.x && other.low.x <= box.high.x && box.low.y <= other.high.y && other.low.y <= box.high.y;
      if (touches) {
        EXPECT_TRUE(found.contains(i));
      }
    }
    EXPECT_LT(found.size(), all.size());
  }
}

TEST(FootprintIndex, AnOutlineAcrossTheWorldIsNearAll) {
  FootprintIndex index;
  index.add(0, rectangle({0.0, 0.0}, {10.0, 10.0}));
  index.add(1, rectangle({-1e7, -1e7}, {2e7, 2e7}));
  EXPECT_EQ(index.near(rectangle({5e6, 5e6}, {1.0, 1.0})), std::set<std::size_t>{1});
  EXPECT_EQ(index.near(rectangle({-2e7, -2e7}, {4e7, 4e7})), (std::set<std::size_t>{0, 1}));
}

}  // namespace
}  // namespace parktwin::importers
