#include "importers/synthetic/subblock.h"

#include <gtest/gtest.h>

namespace parktwin::importers::synthetic {
namespace {

TEST(Subblock, LotsFillItExactlyAndFaceAStreet) {
  for (std::size_t count = 1; count < 20; ++count) {
    const Subblock subblock{{0.0, 0.0, 180.0 + 5.0 * static_cast<double>(count), 170.0}, {40.0, 0.0, 20.0, 20.0}};
    Draws draws(11, Topic::lots, count);
    const auto lots = cut_into_lots(subblock, count, true, draws);
    ASSERT_EQ(lots.size(), count);
    double sum = 0.0;
    for (const auto& lot : lots) {
      sum += lot.area.area();
      EXPECT_GT(lot.area.width(), 0.0);
      EXPECT_GT(subblock.street_width[static_cast<std::size_t>(lot.front)], 0.0);
    }
    EXPECT_NEAR(sum, subblock.area.area(), 1e-6);
  }
}

TEST(Subblock, FrontFollowsTheWishedStreet) {
  Draws draws(1, Topic::lots);
  const Subblock subblock{{0.0, 0.0, 100.0, 80.0}, {40.0, 20.0, 20.0, 20.0}};
  EXPECT_EQ(cut_into_lots(subblock, 1, true, draws).front().front, Side::south);
  EXPECT_NE(cut_into_lots(subblock, 1, false, draws).front().front, Side::south);
}

TEST(Subblock, TakesAnEndWithoutLosingGround) {
  Lot lot{{0.0, 0.0, 200.0, 100.0}, LotUse::enterprise, Quarter::machinery, 0, Side::north};
  const Rect end = take_end(lot, 5000.0);
  EXPECT_NEAR(end.area(), 5000.0, 1e-6);
  EXPECT_NEAR(end.area() + lot.area.area(), 20000.0, 1e-6);
  Lot small{{0.0, 0.0, 60.0, 60.0}, LotUse::enterprise, Quarter::machinery, 0, Side::south};
  EXPECT_EQ(take_end(small, 1000.0).area(), 0.0);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
