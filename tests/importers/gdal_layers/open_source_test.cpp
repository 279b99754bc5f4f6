#include "importers/gdal_layers/open_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/gdal_layers/vector_layer.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

const char* const town =
    "<?xml version='1.0'?><osm version='0.6'>"
    "<node id='1' lat='48.0' lon='15.0'/><node id='2' lat='48.0' lon='15.001'/><node id='3' lat='48.001' lon='15.001'/>"
    "<node id='4' lat='48.002' lon='15.002'><tag k='natural' v='tree'/></node>"
    "<way id='7'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='building' v='yes'/><tag k='height' v='12 m'/></way>"
    "<way id='8'><nd ref='1'/><nd ref='2'/><tag k='highway' v='service'/></way></osm>";

VectorRequest request(const std::filesystem::path& file, const std::string& layer = "") {
  VectorRequest result;
  result.file = file;
  result.layer = layer;
  result.frame = {"EPSG:32633", {}};
  return result;
}

std::string fault_of(const VectorRequest& what) {
  Problems problems;
  EXPECT_FALSE(read_vector_layer(what, problems));
  return problems.empty() ? "" : problems.list().front().message;
}

TEST(OpenSource, OpenStreetMapLayersAreReadOneByOne) {
  const TemporaryFolder folder;
  const auto file = folder.write("town.osm", town);
  Problems problems;
  const auto areas = read_vector_layer(request(file, "multipolygons"), problems);
  ASSERT_TRUE(areas && problems.empty());
  ASSERT_EQ(areas->features.size(), 1U);
  EXPECT_EQ(areas->features[0].attributes.at(areas->column("building").value()), Attribute(std::string("yes")));
  EXPECT_THAT(std::get<std::string>(areas->features[0].attributes.at(areas->column("other_tags").value())), HasSubstr("12 m"));
  EXPECT_EQ(read_vector_layer(request(file, "lines"), problems)->features.size(), 1U);
  EXPECT_EQ(read_vector_layer(request(file, "points"), problems)->features.size(), 1U);
  EXPECT_THAT(fault_of(request(file, "houses")), HasSubstr("no such layer"));
}

TEST(OpenSource, CutOffSourcesAreRefused) {
  const TemporaryFolder folder;
  const std::string text = town;
  EXPECT_NE(fault_of(request(folder.write("cut.osm", text.substr(0, 300)), "multipolygons")), "");
  EXPECT_NE(fault_of(request(folder.write("cut.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":"))), "");
  EXPECT_NE(fault_of(request(folder.write("cut.pbf", std::string("\0\0\0\x0d\x0a\x09OSMHeader", 15)), "lines")), "");
}

TEST(OpenSource, EntitiesThatUnfoldAreRefused) {
  const TemporaryFolder folder;
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " '";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(name - 1) + ";";
    bomb += "'>";
  }
  bomb += "]><osm version='0.6'><node id='1' lat='48' lon='15'><tag k='name' v='&j;'/></node></osm>";
  EXPECT_NE(fault_of(request(folder.write("bomb.osm", bomb), "points")), "");
}

TEST(OpenSource, GbkTablesAreRead) {
  const TemporaryFolder folder;
  auto what = request(folder.write("table.csv", "id,\xC3\xFB\xB3\xC6\n1,\xC6\xF3\xD2\xB5\n"));
  what.encoding = "GBK";
  Problems problems;
  const auto layer = read_vector_layer(what, problems);
  ASSERT_TRUE(layer && problems.empty());
  EXPECT_EQ(layer->columns.at(1), "名称");
  EXPECT_EQ(layer->features.at(0).attributes.at(1), Attribute(std::string("企业")));
  what.encoding = "UTF-8";
  EXPECT_THAT(fault_of(what), HasSubstr("is not UTF-8"));
}

TEST(OpenSource, NothingIsWrittenBesideTheSource) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "town.osm.gz";
  {
    const GdalSession session;
    VSILFILE* out = VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "wb");
    ASSERT_NE(out, nullptr);
    VSIFWriteL(town, 1, std::string(town).size(), out);
    VSIFCloseL(out);
  }
  Problems problems;
  EXPECT_EQ(read_vector_layer(request(file, "multipolygons"), problems)->features.size(), 1U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()), 1);
}

}  // namespace
}  // namespace parktwin::importers
