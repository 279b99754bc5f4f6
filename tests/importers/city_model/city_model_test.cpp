#include "importers/city_model/city_model.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

CityObject outline(const std::string& id, const std::string& type, const std::string& parent, double width) {
  CityObject object{.id = id, .type = type, .parent = parent, .lod = "0", .surfaces = {}, .points = {}, .attributes = {}};
  object.surfaces.push_back({{{{{0.0, 0.0}, 1.0}, {{width, 0.0}, 1.0}, {{width, 10.0}, 1.0}, {{0.0, 10.0}, 1.0}}}});
  return object;
}

Attribute value(const CityModel& model, std::size_t feature, const char* column) {
  return model.layer.features.at(feature).attributes.at(model.layer.column(column).value());
}

TEST(CityModel, PartsStandForABuildingTheyCoverAndTakeWhatTheyLack) {
  auto whole = outline("B", "Building", "", 20.0);
  whole.attributes = {{"function", std::string("hall")}, {"height", 12.0}, {"roof", std::string("flat")}};
  auto part = outline("P", "BuildingPart", "B", 15.0);
  part.attributes = {{"function", std::string("tower")}, {"roof", Attribute()}};
  CityModel model;
  fill_layer({whole, part}, model);
  ASSERT_EQ(model.layer.features.size(), 1U);
  EXPECT_EQ(model.replaced_by_parts, 1U);
  EXPECT_EQ(value(model, 0, "id"), Attribute(std::string("P")));
  EXPECT_EQ(value(model, 0, "parent"), Attribute(std::string("B")));
  EXPECT_EQ(value(model, 0, "function"), Attribute(std::string("tower")));
  EXPECT_EQ(value(model, 0, "roof"), Attribute(std::string("flat")));
  EXPECT_EQ(value(model, 0, "attributes.height"), Attribute(12.0));
  EXPECT_EQ(value(model, 0, "height"), Attribute(0.0));
  EXPECT_EQ(value(model, 0, "measuredHeight"), Attribute());
}

TEST(CityModel, ASmallPartLeavesTheBuilding) {
  CityModel model;
  fill_layer({outline("B", "Building", "", 20.0), outline("P", "BuildingPart", "B", 5.0), outline("Q", "BuildingInstallation", "B", 20.0)},
             model);
  EXPECT_EQ(model.layer.features.size(), 3U);
  EXPECT_EQ(model.replaced_by_parts, 0U);
}

TEST(CityModel, AnObjectThatIsItsOwnParentHarmsNothing) {
  CityModel model;
  fill_layer({outline("P", "BuildingPart", "P", 5.0), outline("R", "BuildingPart", "nobody", 5.0)}, model);
  EXPECT_EQ(model.layer.features.size(), 2U);
}

TEST(CityModel, PlacesStayAndNothingIsCounted) {
  CityObject tree{
      .id = "T", .type = "SolitaryVegetationObject", .parent = "", .lod = "2", .surfaces = {}, .points = {{1.004, 2.0}}, .attributes = {}};
  CityObject nothing{.id = "N", .type = "Building", .parent = "", .lod = "", .surfaces = {}, .points = {}, .attributes = {}};
  CityModel model;
  fill_layer({tree, nothing}, model);
  ASSERT_EQ(model.layer.features.size(), 1U);
  EXPECT_EQ(model.layer.features[0].shape.points.at(0), (Point{1.0, 2.0}));
  EXPECT_EQ(value(model, 0, "height"), Attribute());
  EXPECT_EQ(model.without_geometry, 1U);
}

TEST(CityModel, OnlyGroundSurfacesAreGround) {
  EXPECT_EQ(surface_meaning("GroundSurface"), SurfaceMeaning::ground);
  EXPECT_EQ(surface_meaning("RoofSurface"), SurfaceMeaning::other);
  EXPECT_EQ(surface_meaning(""), SurfaceMeaning::none);
}

}  // namespace
}  // namespace parktwin::importers
