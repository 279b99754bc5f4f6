// The forms in which surveys write CityGML 2.0, each as a small file of our own: bodies that refer to the surfaces of their walls, several
// levels of detail, latitude first, appearance, prefixes of any name, parts, addresses and generic attributes.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/citygml/citygml.h"
#include "importers/gdal_layers/reference_system.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string polygon(const std::string& id, const std::string& corners, const std::string& hole = "") {
  std::string text =
      fmt::format("<gml:Polygon gml:id=\"{}\"><gml:exterior><gml:LinearRing><gml:posList>{}</gml:posList></gml:LinearRing></gml:exterior>",
                  id, corners);
  if (!hole.empty())
    text += fmt::format("<gml:interior><gml:LinearRing><gml:posList>{}</gml:posList></gml:LinearRing></gml:interior>", hole);
  return text + "</gml:Polygon>";
}

std::string member(const std::string& inner) { return "<gml:surfaceMember>" + inner + "</gml:surfaceMember>"; }
std::string reference(const std::string& id) { return "<gml:surfaceMember xlink:href=\"" + id + "\"/>"; }

std::string model(const std::string& srs, const std::string& members) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<core:CityModel xmlns:core=\"http://www.opengis.net/citygml/2.0\" xmlns:gml=\"http://www.opengis.net/gml\" "
         "xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\" xmlns:gen=\"http://www.opengis.net/citygml/generics/2.0\" "
         "xmlns:app=\"http://www.opengis.net/citygml/appearance/2.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
         "<gml:boundedBy><gml:Envelope srsName=\"" +
         srs +
         "\" srsDimension=\"3\"><gml:lowerCorner>0 0 0</gml:lowerCorner><gml:upperCorner>1 1 "
         "1</gml:upperCorner></gml:Envelope></gml:boundedBy>\n" +
         members + "</core:CityModel>\n";
}

std::string member_of_model(const std::string& inner) { return "<core:cityObjectMember>" + inner + "</core:cityObjectMember>\n"; }

std::optional<CityModel> read(const std::string& text, const std::string& crs = "",
                              const LocalFrame& frame = {"EPSG:25832", {691000.0, 5335000.0}}) {
  const TemporaryFolder folder;
  Problems problems;
  auto found = read_citygml({folder.write("model.gml", text), crs, frame}, problems);
  EXPECT_EQ(found.has_value(), problems.empty());
  for (const auto& problem : problems.list()) EXPECT_EQ(problem.file, (folder.path() / "model.gml").string());
  return found;
}

Attribute value(const CityModel& found, std::size_t feature, const char* name) {
  return found.layer.features.at(feature).attributes.at(found.layer.column(name).value());
}

const char* const ground = "691000 5335000 510 691000 5335010 510 691008 5335010 510 691008 5335000 510 691000 5335000 510";
const char* const yard = "691002 5335002 510 691004 5335002 510 691004 5335004 510 691002 5335004 510 691002 5335002 510";
const char* const roof = "691000 5335000 516.5 691008 5335000 516.5 691008 5335010 518 691000 5335010 518 691000 5335000 516.5";
const char* const wall = "691000 5335000 510 691008 5335000 510 691008 5335000 516.5 691000 5335000 516.5 691000 5335000 510";

/// As German surveys write it: the body first, made of references forward to polygons of the thematic surfaces.
std::string house_by_references() {
  const auto surface = [](const char* kind, const std::string& inner) {
    return fmt::format(
        "<bldg:boundedBy><bldg:{0} gml:id=\"s{0}\"><bldg:lod2MultiSurface><gml:MultiSurface>{1}</gml:MultiSurface></bldg:lod2MultiSurface>"
        "</bldg:{0}></bldg:boundedBy>",
        kind, member(inner));
  };
  return "<bldg:Building gml:id=\"DEBY_1\"><gen:stringAttribute "
         "name=\"Gemeindeschluessel\"><gen:value>09161000</gen:value></gen:stringAttribute>"
         "<gen:doubleAttribute name=\"Flaeche\"><gen:value>76.5</gen:value></gen:doubleAttribute>"
         "<bldg:function>31001_2111</bldg:function><bldg:roofType>2100</bldg:roofType><bldg:measuredHeight "
         "uom=\"urn:adv:uom:m\">8.0</bldg:measuredHeight>"
         "<bldg:lod2Solid><gml:Solid srsName=\"EPSG:25832\" srsDimension=\"3\"><gml:exterior><gml:CompositeSurface>" +
         reference("#pG") + reference("#pR") + reference("#pW") + "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod2Solid>" +
         surface("GroundSurface", polygon("pG", ground, yard)) + surface("RoofSurface", polygon("pR", roof)) +
         surface("WallSurface", polygon("pW", wall)) + "</bldg:Building>";
}

TEST(CityGmlForms, BodiesMayReferToTheSurfacesOfTheirWalls) {
  const auto found = read(model("urn:ogc:def:crs:EPSG::25832", member_of_model(house_by_references())));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->layer.features.size(), 1U);
  EXPECT_NEAR(area(found->layer.features[0].shape.area), 80.0 - 4.0, 1e-6);  // once, and without the yard
  EXPECT_NEAR(std::get<double>(value(*found, 0, "height")), 8.0, 1e-9);
  EXPECT_EQ(value(*found, 0, "id"), Attribute(std::string("DEBY_1")));
  EXPECT_EQ(value(*found, 0, "Gemeindeschluessel"), Attribute(std::string("09161000")));
  EXPECT_EQ(value(*found, 0, "roofType"), Attribute(std::string("2100")));
  EXPECT_EQ(value(*found, 0, "measuredHeight"), Attribute(8.0));
  EXPECT_EQ(found->appearances, 0U);
}

TEST(CityGmlForms, ASystemNamedInAWayOfItsOwnNeedsACrsInTheRecipe) {
  const auto text = model("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH", member_of_model(house_by_references()));
  EXPECT_FALSE(read(text));
  ASSERT_TRUE(read(text, "EPSG:25832"));
}

TEST(CityGmlForms, ReferencesToOtherFilesAndToNothingAreNotFollowed) {
  auto text = house_by_references();
  text.replace(text.find("#pR"), 3, "http://localhost:1/other.gml#pR");
  text.replace(text.find("#pW"), 3, "#none");
  const auto found = read(model("EPSG:25832", member_of_model(text)));
  ASSERT_TRUE(found);
  EXPECT_NEAR(area(found->layer.features.at(0).shape.area), 76.0, 1e-6);
}

/// As in Japan: geographic, latitude first, a block model and a footprint beside the detailed body.
TEST(CityGmlForms, LatitudeMayComeFirstAndTheHighestLevelOfDetailCounts) {
  constexpr double degree_m = 111'000.0;  // within a percent here
  const auto ring = [](double size_m, double z) {
    const double d = size_m / degree_m;
    const auto at = [&](double north, double east) { return fmt::format("{:.10f} {:.10f} {} ", 35.0 + north, 139.0 + east / 0.8192, z); };
    return at(0, 0) + at(0, d) + at(d, d) + at(d, 0) + at(0, 0);
  };
  const auto solid = [&](int lod, double size_m, double top) {
    return fmt::format(
        "<bldg:lod{0}Solid><gml:Solid><gml:exterior><gml:CompositeSurface>{1}{2}</gml:CompositeSurface></gml:exterior></gml:Solid></"
        "bldg:lod{0}Solid>",
        lod, member(polygon(fmt::format("g{}", lod), ring(size_m, 5.0))), member(polygon(fmt::format("r{}", lod), ring(size_m, top))));
  };
  const auto building = "<bldg:Building gml:id=\"b-1\"><bldg:storeysAboveGround>4</bldg:storeysAboveGround>" + solid(1, 40.0, 30.0) +
                        solid(2, 20.0, 17.0) + "</bldg:Building>";
  const auto found = read(model("http://www.opengis.net/def/crs/EPSG/0/4326", member_of_model(building)), "", {"EPSG:32654", {0.0, 0.0}});
  ASSERT_TRUE(found);
  EXPECT_EQ(value(*found, 0, "lod"), Attribute(std::string("2")));
  EXPECT_NEAR(std::get<double>(value(*found, 0, "height")), 12.0, 1e-6);
  EXPECT_NEAR(area(found->layer.features[0].shape.area), 400.0, 12.0);
  const auto place = longitude_latitude("EPSG:32654", bounds(found->layer.features[0].shape.area).low);
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->x, 139.0, 0.001);
  EXPECT_NEAR(place->y, 35.0, 0.001);
}

TEST(CityGmlForms, ABlockOfLevelOneIsEnough) {
  const auto block =
      "<bldg:Building gml:id=\"b\"><bldg:lod1Solid><gml:Solid><gml:exterior><gml:CompositeSurface>" + member(polygon("g", ground)) +
      member(polygon("r", "691000 5335000 516 691008 5335000 516 691008 5335010 516 691000 5335010 516 691000 5335000 516")) +
      member(polygon("w", wall)) + "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod1Solid></bldg:Building>";
  const auto found = read(model("EPSG:25832", member_of_model(block)));
  ASSERT_TRUE(found);
  EXPECT_EQ(value(*found, 0, "lod"), Attribute(std::string("1")));
  EXPECT_NEAR(area(found->layer.features.at(0).shape.area), 80.0, 1e-6);
}

TEST(CityGmlForms, AppearanceIsCountedAndLeftAside) {
  const std::string appearance =
      "<core:appearanceMember><app:Appearance><app:theme>rgb</app:theme>"
      "<app:surfaceDataMember><app:ParameterizedTexture gml:id=\"t\"><app:imageURI>../../etc/passwd</app:imageURI>"
      "<app:target uri=\"#pR\"><app:TexCoordList><app:textureCoordinates ring=\"#x\">0 0 1 0 1 1 0 1 0 0</app:textureCoordinates>"
      "</app:TexCoordList></app:target></app:ParameterizedTexture></app:surfaceDataMember>"
      "<app:surfaceDataMember><app:X3DMaterial><app:diffuseColor>1 0 0</app:diffuseColor><app:target>#pW</app:target></app:X3DMaterial>"
      "</app:surfaceDataMember></app:Appearance></core:appearanceMember>\n";
  const auto plain = read(model("EPSG:25832", member_of_model(house_by_references())));
  const auto found = read(model("EPSG:25832", appearance + member_of_model(house_by_references())));
  ASSERT_TRUE(plain && found);
  EXPECT_EQ(found->appearances, 2U);
  EXPECT_EQ(found->layer.features.at(0).attributes, plain->layer.features.at(0).attributes);
  EXPECT_EQ(found->layer.features.at(0).shape.area, plain->layer.features.at(0).shape.area);
}

TEST(CityGmlForms, PartsStandForTheirBuildingAndTakeItsAttributes) {
  const auto part = [](const char* id, const std::string& inner) {
    return fmt::format(
        "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"{}\"><bldg:lod1Solid><gml:Solid><gml:exterior>"
        "<gml:CompositeSurface>{}</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod1Solid></bldg:BuildingPart>"
        "</bldg:consistsOfBuildingPart>",
        id, inner);
  };
  const auto building =
      "<bldg:Building gml:id=\"whole\"><bldg:yearOfConstruction>1988</bldg:yearOfConstruction>" +
      part("low", member(polygon("l", ground))) +
      part("high", member(polygon("h", "691008 5335000 510 691008 5335010 510 691020 5335010 510 691020 5335000 510 691008 5335000 510"))) +
      "</bldg:Building>";
  const auto found = read(model("EPSG:25832", member_of_model(building)));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->layer.features.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(value(*found, i, "parent"), Attribute(std::string("whole")));
    EXPECT_EQ(value(*found, i, "yearOfConstruction"), value(*found, 0, "yearOfConstruction"));
  }
}

TEST(CityGmlForms, CutAndChangedFormsNeverCrash) {
  const auto text = model("EPSG:25832", member_of_model(house_by_references()));
  for (std::size_t length = 1; length + 20 < text.size(); length += 53) EXPECT_FALSE(read(text.substr(0, length))) << length;
}

}  // namespace
}  // namespace parktwin::importers
