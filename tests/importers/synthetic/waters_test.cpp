#include "importers/synthetic/waters.h"

#include <gtest/gtest.h>

#include "importers/gdal_layers/shape_algebra.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Waters, DoNotOverlapAndStayInsideTheBoundary) {
  const Draft& draft = reference_draft();
  const MultiPolygon inside{{{draft.grid.boundary, {}}}};
  for (const auto* water : {&draft.waters.river, &draft.waters.canal, &draft.waters.lake}) {
    EXPECT_TRUE(valid_shape(*water));
    EXPECT_GT(area(*water), 10000.0);
    EXPECT_LT(area(without(*water, inside)), rounding_m2);
  }
  EXPECT_LT(area(common(draft.waters.river, draft.waters.canal)), rounding_m2);
  EXPECT_LT(area(common(draft.waters.lake, draft.waters.canal)), rounding_m2);
}

TEST(Waters, LakeStaysInItsBlockWithAnIsland) {
  const Draft& draft = reference_draft();
  for (const auto& block : draft.blocks) {
    if (block.quarter != Quarter::lake) continue;
    EXPECT_LT(area(without(draft.waters.lake, {{block.area.polygon()}})), rounding_m2);
  }
  EXPECT_EQ(draft.waters.lake.polygons.at(0).holes.size(), 1U);
}

TEST(Waters, SmallParksHaveNone) {
  const Draft draft = draw_plan({5, 0.5, 4});
  EXPECT_TRUE(draft.waters.river.polygons.empty());
  EXPECT_TRUE(draft.waters.lake.polygons.empty());
}

}  // namespace
}  // namespace parktwin::importers::synthetic
