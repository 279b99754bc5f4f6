#include <gtest/gtest.h>

#include "importers/gdal_layers/shape_algebra.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Trees, ReferenceHas3000To5000StandingOnPublicLand) {
  const Draft& draft = reference_draft();
  const auto trees = plant_trees(draft);
  EXPECT_GE(trees.size(), 3000U);
  EXPECT_LE(trees.size(), 5000U);
  int elsewhere = 0;
  for (const auto& tree : trees) {
    bool on_land = false;
    for (const auto& zone : draft.zones)
      on_land = on_land || ((zone.kind == ZoneKind::road || zone.kind == ZoneKind::green) && contains(zone.shape, tree.position));
    elsewhere += on_land ? 0 : 1;
    EXPECT_GT(tree.height.value(), 5.0);
    EXPECT_LT(tree.crown_diameter.value(), tree.height.value());
  }
  EXPECT_EQ(elsewhere, 0);
}

TEST(Trees, StayFewInVeryLargeParks) { EXPECT_LT(plant_trees(draw_plan({600, 40.0, 8})).size(), 9000U); }

}  // namespace
}  // namespace parktwin::importers::synthetic
