#include "importers/recipe/map_scale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;

TEST(MapScale, IsThatOfTheProjection) {
  // UTM: 0.9996 on the central meridian; about k0 (1 + x²/(2 k0² R²)) at x beside it (Snyder, eq. 8-11, first terms), R² the product of
  // radii.
  const auto middle = map_scale("EPSG:32648", {500000.0, 3400000.0});
  ASSERT_TRUE(middle);
  EXPECT_NEAR(middle->east, 0.9996, 1e-6);
  EXPECT_NEAR(middle->north, 0.9996, 1e-6);
  const auto beside = map_scale("EPSG:32648", {650000.0, 3400000.0});
  EXPECT_NEAR(beside->north, 0.9996 * (1.0 + 0.5 * (150.0 / 0.9996 / 6368.0) * (150.0 / 0.9996 / 6368.0)), 3e-6);
  EXPECT_NEAR(beside->east, beside->north, 1e-6) << "conformal";
  // Zones of CGCS2000 in degrees of three: scale 1 on the central meridian.
  EXPECT_NEAR(map_scale("EPSG:4549", {500000.0, 3466000.0})->east, 1.0, 1e-6);
  // Mercator: 1 / cos of the latitude, nearly; 60 N is at 8,399,738 m.
  EXPECT_NEAR(map_scale("EPSG:3857", {0.0, 8399737.89})->east, 2.0, 0.01);
  EXPECT_FALSE(map_scale("EPSG:999999", {0.0, 0.0}));
}

TEST(MapScale, IsSaidInWords) {
  const Box box{{0.0, 0.0}, {3000.0, 4000.0}};
  EXPECT_THAT(scale_text({"EPSG:4549", {585000.0, 3466000.0}}, box), HasSubstr("lengths on the map of EPSG:4549 are 1.0000"));
  EXPECT_THAT(scale_text({"EPSG:3857", {0.0, 8399737.89}}, box), HasSubstr("m in a kilometre at most"));
  EXPECT_EQ(scale_text({"EPSG:999999", {}}, box), "");
}

}  // namespace
}  // namespace parktwin::importers
