#include <gtest/gtest.h>

#include "tests/importers/synthetic/planned_lots.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(UtilityPlans, AreSoundForManySizes) {
  Draws draws(5, Topic::lots);
  for (const LotUse use : {LotUse::heat_power, LotUse::substation, LotUse::waste_water}) {
    for (int trial = 0; trial < 60; ++trial) {
      const Lot lot =
          lot_of(use, Quarter::utility, draws.between(60.0, 250.0), draws.between(70.0, 420.0), static_cast<Side>(draws.below(4)));
      const auto plans = plan_buildings({lot}, 1);
      EXPECT_EQ(plan_faults(lot, plans), 0) << static_cast<int>(use) << " " << lot.area.width() << " x " << lot.area.height();
      EXPECT_GE(plans.size(), 1U);
    }
  }
}

TEST(UtilityPlans, GalleryIsSlimAndAsLongAsItsStrip) {
  const Lot lot = lot_of(LotUse::pipe_gallery, Quarter::process, 400.0, 15.0);
  double built = 0.0;
  for (const auto& plan : plan_buildings({lot}, 1)) {
    const Box box = bounds(plan.footprint);
    EXPECT_NEAR(box.high.y - box.low.y, 6.0, 1e-9);
    built += box.high.x - box.low.x;
  }
  EXPECT_NEAR(built, 391.0, 8.0);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
