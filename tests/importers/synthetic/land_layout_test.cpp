#include "importers/synthetic/land_layout.h"

#include <gtest/gtest.h>

#include "importers/gdal_layers/shape_algebra.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

bool apart(const Box& a, const Box& b) { return a.high.x < b.low.x || b.high.x < a.low.x || a.high.y < b.low.y || b.high.y < a.low.y; }

TEST(LandLayout, ZonesParcelsAndBoundaryFormOnePartition) {
  for (const auto& options : {SyntheticOptions{}, SyntheticOptions{20, 1.5, 3}}) {
    const Draft draft = draw_plan(options);
    double covered = 0.0;
    for (const auto& zone : draft.zones) covered += area(zone.shape);
    for (const auto& parcel : draft.parcels) covered += area(parcel.shape);
    EXPECT_NEAR(covered, options.area_km2 * 1e6, 0.002 * options.area_km2 * 1e6);
  }
}

TEST(LandLayout, ZonesOverlapNeitherEachOtherNorParcels) {
  const Draft& draft = reference_draft();
  std::vector<MultiPolygon> shapes;
  for (const auto& zone : draft.zones) shapes.push_back(zone.shape);
  for (const auto& parcel : draft.parcels) shapes.push_back(parcel.shape);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    EXPECT_TRUE(valid_shape(shapes[i])) << i;
    for (std::size_t j = i + 1; j < shapes.size(); ++j) {
      if (!apart(bounds(shapes[i]), bounds(shapes[j]))) {
        EXPECT_LT(area(common(shapes[i], shapes[j])), rounding_m2) << i << " " << j;
      }
    }
  }
}

TEST(LandLayout, WaterAndMotorwayAreNotPublicGround) {
  for (const auto& zone : reference_draft().zone_plans) {
    if (zone.kind == ZoneKind::water || zone.name.find("Motorway") != std::string::npos) {
      EXPECT_FALSE(zone.is_public) << zone.name;
    }
    if (zone.kind == ZoneKind::square || zone.kind == ZoneKind::car_park) {
      EXPECT_TRUE(zone.is_public);
    }
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
