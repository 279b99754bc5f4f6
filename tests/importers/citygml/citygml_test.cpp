#include "importers/citygml/citygml.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string surface(const std::string& kind, const std::string& corners) {
  return fmt::format(
      "<bldg:boundedBy><bldg:{0} gml:id=\"{0}{1}\"><bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior>"
      "<gml:LinearRing><gml:posList srsDimension=\"3\">{2}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>"
      "</gml:MultiSurface></bldg:lod2MultiSurface></bldg:{0}></bldg:boundedBy>\n",
      kind, corners.size() % 97, corners);
}

/// A hall of 10 m by 20 m by 8 m at (500000, 5316000, 200), with thematic surfaces.
std::string hall(const std::string& srs = "urn:ogc:def:crs:EPSG::32633") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<CityModel xmlns=\"http://www.opengis.net/citygml/2.0\" xmlns:gml=\"http://www.opengis.net/gml\" "
         "xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xsi:schemaLocation=\"http://www.opengis.net/citygml/2.0 http://localhost:1/none.xsd\">\n"
         "<gml:boundedBy><gml:Envelope srsName=\"" +
         srs +
         "\" srsDimension=\"3\"><gml:lowerCorner>500000 5316000 200</gml:lowerCorner><gml:upperCorner>500010 5316020 208</gml:upperCorner>"
         "</gml:Envelope></gml:boundedBy>\n"
         "<cityObjectMember><bldg:Building gml:id=\"HALL\"><bldg:function>1000</bldg:function>"
         "<bldg:measuredHeight uom=\"m\">8.0</bldg:measuredHeight><bldg:storeysAboveGround>2</bldg:storeysAboveGround>\n" +
         surface("GroundSurface", "500000 5316000 200 500000 5316020 200 500010 5316020 200 500010 5316000 200 500000 5316000 200") +
         surface("RoofSurface", "499999 5315999 208 500011 5315999 208 500011 5316021 208 499999 5316021 208 499999 5315999 208") +
         "</bldg:Building></cityObjectMember>\n</CityModel>\n";
}

std::string fault_of(const std::string& text) {
  const TemporaryFolder folder;
  Problems problems;
  EXPECT_FALSE(read_citygml({folder.write("bad.gml", text), "", {"EPSG:32633", {}}}, problems));
  return problems.empty() ? "" : problems.list().front().message;
}

TEST(CityGml, AHallHasItsGroundItsHeightAndItsAttributes) {
  const TemporaryFolder folder;
  Problems problems;
  const auto model = read_citygml({folder.write("hall.gml", hall()), "", {"EPSG:32633", {499900.0, 5315900.0}}}, problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(model);
  ASSERT_EQ(model->layer.features.size(), 1U);
  const auto& feature = model->layer.features[0];
  EXPECT_NEAR(area(feature.shape.area), 200.0, 1e-6);  // the roof that overhangs does not count
  EXPECT_EQ(bounds(feature.shape.area).low, (Point{100.0, 100.0}));
  const auto value = [&](const char* name) { return feature.attributes.at(model->layer.column(name).value()); };
  EXPECT_EQ(value("id"), Attribute(std::string("HALL")));
  EXPECT_EQ(value("type"), Attribute(std::string("Building")));
  EXPECT_EQ(value("lod"), Attribute(std::string("2")));
  EXPECT_NEAR(std::get<double>(value("height")), 8.0, 1e-9);
  EXPECT_EQ(value("measuredHeight"), Attribute(8.0));
  EXPECT_EQ(value("storeysAboveGround"), Attribute(std::int64_t{2}));
  EXPECT_EQ(value("function"), Attribute(std::string("1000")));
}

TEST(CityGml, EntitiesAndWhatCouldHideThemAreRefused) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><CityModel>&c;</CityModel>";
  EXPECT_THAT(fault_of(bomb), HasSubstr("holds <!DOCTYPE, expected XML without document types and entities"));
  EXPECT_THAT(fault_of("<!ENTITY x SYSTEM \"file:///etc/passwd\">"), HasSubstr("holds <!ENTITY"));
  EXPECT_THAT(fault_of("<?xml version=\"1.0\" encoding=\"UTF-7\"?><CityModel/>"), HasSubstr("says it is in UTF-7"));
  EXPECT_THAT(fault_of(std::string("<\0C\0i\0", 6)), HasSubstr("is not UTF-8"));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  EXPECT_THAT(fault_of(deep), HasSubstr("nests deeper than 100 elements"));
  EXPECT_THAT(fault_of("encoding="), HasSubstr("says it is in , expected XML in UTF-8"));  // found by the fuzzer
  EXPECT_NE(fault_of_xml("<?xml encoding=\"UTF-16"), std::nullopt);
  EXPECT_EQ(fault_of_xml("<a><b/><!-- <c> --></a>"), std::nullopt);
}

TEST(CityGml, WhatIsWrongIsSaid) {
  EXPECT_NE(fault_of("<CityModel"), "");
  EXPECT_NE(fault_of("{}"), "");
  EXPECT_THAT(fault_of(hall("")), HasSubstr("has no coordinate reference system"));
  EXPECT_THAT(fault_of(hall("urn:ogc:def:crs:EPSG::999999")), HasSubstr("cannot be transformed"));
  auto far = hall();
  far.replace(far.find("500000 5316000 200 500000"), 6, "9e99");
  EXPECT_NE(fault_of(far), "");
}

TEST(CityGml, CutAndChangedFilesNeverCrash) {
  const TemporaryFolder folder;
  const std::string text = hall();
  for (std::size_t length = 1; length + 14 < text.size(); length += 61) EXPECT_NE(fault_of(text.substr(0, length)), "") << length;
  for (std::uint32_t trial = 0; trial < 150; ++trial) {
    const RandomSequence draw(51, 0, trial);
    std::string changed = text;
    changed[static_cast<std::size_t>(draw.uniform(0, 0.0, static_cast<double>(text.size())))] =
        static_cast<char>(draw.uniform(1, 1.0, 127.0));
    Problems problems;
    const auto model = read_citygml({folder.write("changed.gml", changed), "", {"EPSG:32633", {}}}, problems);
    EXPECT_EQ(model.has_value(), problems.empty());
  }
}

}  // namespace
}  // namespace parktwin::importers
