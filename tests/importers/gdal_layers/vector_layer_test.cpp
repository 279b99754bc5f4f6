#include "importers/gdal_layers/vector_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "importers/gdal_layers/gdal_session.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using testing::TemporaryFolder;

const LocalFrame utm48{"EPSG:32648", {500000.0, 0.0}};

VectorRequest request(const std::filesystem::path& file) {
  VectorRequest result;
  result.file = file;
  result.frame = utm48;
  return result;
}

VectorLayer read(const VectorRequest& what) {
  Problems problems;
  auto layer = read_vector_layer(what, problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  return layer ? *layer : VectorLayer{};
}

std::vector<std::string> problems_of(const VectorRequest& what) {
  Problems problems;
  EXPECT_FALSE(read_vector_layer(what, problems));
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(to_string({what.file.filename().string(), problem.place, problem.message}));
  return lines;
}

const char* const shops =
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"id\":\"A\",\"n\":3,\"h\":2.5,\"open\":true,\"day\":\"2024-01-31\",\"none\":null},"
    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[105,0]}},"
    "{\"type\":\"Feature\",\"properties\":{\"id\":\"B\",\"n\":4,\"h\":3},\"geometry\":{\"type\":\"Point\",\"coordinates\":[105,45,12]}}]}";

TEST(VectorLayer, ReadsValuesByKindAndTransforms) {
  const TemporaryFolder folder;
  const VectorLayer layer = read(request(folder.write("shops.geojson", shops)));
  EXPECT_EQ(layer.name, "shops");
  EXPECT_THAT(layer.columns, ElementsAre("id", "n", "h", "open", "day", "none"));
  ASSERT_EQ(layer.features.size(), 2u);
  EXPECT_THAT(layer.features[0].attributes,
              ElementsAre(Attribute(std::string("A")), Attribute(std::int64_t{3}), Attribute(2.5), Attribute(std::int64_t{1}),
                          Attribute(std::string("2024-01-31")), Attribute(std::monostate())));
  EXPECT_EQ(layer.features[1].attributes[3], Attribute(std::monostate())) << "absent";
  EXPECT_EQ(layer.features[0].shape.points, (std::vector<Point>{{0.0, 0.0}}));
  // Meridian arc to 45 degrees on WGS 84, 4 984 944.378 m (Snyder, eq. 3-21), scaled by 0.9996.
  EXPECT_NEAR(layer.features[1].shape.points.at(0).y, 0.9996 * 4984944.378, 0.006);
  EXPECT_EQ(place_of(layer, layer.features[1]), "layer shops, feature 2");
}

TEST(VectorLayer, ReadsOnlyWhatIsAskedFor) {
  const TemporaryFolder folder;
  VectorRequest what = request(folder.write("shops.geojson", shops));
  what.columns = {"h", "id", "no such column"};
  what.where = "n > 3";
  what.geometry = false;
  const VectorLayer layer = read(what);
  EXPECT_THAT(layer.columns, ElementsAre("id", "h"));
  EXPECT_THAT(layer.available, ElementsAre("id", "n", "h", "open", "day", "none"));
  EXPECT_EQ(layer.column("h"), 1u);
  EXPECT_EQ(layer.column("n"), std::nullopt);
  ASSERT_EQ(layer.features.size(), 1u);
  EXPECT_EQ(layer.features[0].attributes[1], Attribute(3.0));
  EXPECT_TRUE(layer.features[0].shape.empty());
}

/// Two layers of lines in a package; the second has no CRS.
std::filesystem::path make_package(const TemporaryFolder& folder, const char* driver, const char* name) {
  const auto file = folder.path() / name;
  GdalSession session;
  GDALDatasetUniquePtr source(GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference crs;
  crs.importFromEPSG(32648);
  for (const char* layer_name : {"ducts", "cables"}) {
    OGRLayer* layer = source->CreateLayer(layer_name, std::string(layer_name) == "ducts" ? &crs : nullptr, wkbLineString);
    if (layer == nullptr) break;
    OGRFieldDefn laid("laid", OFTDate);
    EXPECT_EQ(layer->CreateField(&laid), OGRERR_NONE);
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    feature->SetField("laid", 2019, 3, 7);
    OGRLineString line;
    line.addPoint(500010.004, 20.0);
    line.addPoint(500020.006, 20.0);
    feature->SetGeometry(&line);
    EXPECT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
  }
  return file;
}

TEST(VectorLayer, ChoosesAmongLayers) {
  const TemporaryFolder folder;
  VectorRequest what = request(make_package(folder, "GPKG", "net.gpkg"));
  EXPECT_THAT(problems_of(what), ElementsAre("net.gpkg: holds the layers ducts, cables, expected the name of one of them"));
  what.layer = "pipes";
  EXPECT_THAT(problems_of(what), ElementsAre("net.gpkg: layer pipes: no such layer, found ducts, cables"));
  what.layer = "ducts";
  const VectorLayer layer = read(what);
  ASSERT_EQ(layer.features.size(), 1u);
  EXPECT_EQ(layer.features[0].attributes.at(0), Attribute(std::string("2019-03-07")));
  EXPECT_THAT(layer.features[0].shape.lines, ElementsAre(LineString{{{10.0, 20.0}, {20.01, 20.0}}}));
}

TEST(VectorLayer, NeedsACrsFromSomewhere) {
  const TemporaryFolder folder;
  VectorRequest what = request(make_package(folder, "GPKG", "net.gpkg"));
  what.layer = "cables";
  EXPECT_THAT(
      problems_of(what),
      ElementsAre("net.gpkg: layer cables: has no coordinate reference system; add one to the source, or a crs where the layer is named"));
  what.crs = "EPSG:32648";
  EXPECT_EQ(read(what).features.size(), 1u);
  what.crs = "EPSG:0";
  EXPECT_THAT(problems_of(what),
              ElementsAre(::testing::StartsWith("net.gpkg: layer cables: \"EPSG:0\" is not a coordinate reference system")));
}

TEST(VectorLayer, ReadsShapefiles) {
  const TemporaryFolder folder;
  (void)make_package(folder, "ESRI Shapefile", "net");
  EXPECT_THAT(read(request(folder.path() / "net" / "ducts.shp")).features.at(0).shape.lines,
              ElementsAre(LineString{{{10.0, 20.0}, {20.01, 20.0}}}));
}

TEST(VectorLayer, ReadsCsvWithAndWithoutCoordinates) {
  const TemporaryFolder folder;
  VectorRequest what = request(folder.write("masts.csv", "id,lon,lat,text\n007,105,0,\" a, \"\"b\"\" \"\nM2,105.5,1,\n"));
  what.geometry = false;
  const VectorLayer table = read(what);
  ASSERT_EQ(table.features.size(), 2u);
  EXPECT_EQ(table.features[0].attributes[0], Attribute(std::string("007")));
  EXPECT_EQ(table.features[0].attributes[3], Attribute(std::string(" a, \"b\" ")));
  what.geometry = true;
  what.x_column = "lon";
  what.y_column = "lat";
  what.crs = "EPSG:4326";
  EXPECT_EQ(read(what).features.at(0).shape.points, (std::vector<Point>{{0.0, 0.0}}));
}

TEST(VectorLayer, MarksMisplacedFeaturesAndReadsOn) {
  const TemporaryFolder folder;
  const auto file = folder.write("spots.geojson",
                                 "{\"type\":\"FeatureCollection\",\"features\":["
                                 "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[500,0]}},"
                                 "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[105,0]}}]}");
  Problems problems;
  const auto layer = read_vector_layer(request(file), problems);
  ASSERT_TRUE(layer);
  ASSERT_EQ(problems.list().size(), 1u);
  EXPECT_EQ(problems.list()[0],
            (Problem{file.string(), "layer spots, feature 1", "found longitude 500 and latitude 0, which are not on the Earth"}));
  EXPECT_TRUE(layer->features[0].misplaced);
  EXPECT_FALSE(layer->features[1].misplaced);
}

TEST(VectorLayer, RepairsAreasOnRequest) {
  const TemporaryFolder folder;
  VectorRequest what = request(
      folder.write("bow.geojson",
                   "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32648\"}},"
                   "\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                   "[[[500000,0],[500010,10],[500010,0],[500000,10],[500000,0]]]}}]}"));
  EXPECT_EQ(read(what).features.at(0).shape.area.polygons.size(), 1u);
  what.repair = true;
  const VectorLayer layer = read(what);
  EXPECT_EQ(layer.repaired, 1u);
  EXPECT_EQ(layer.features.at(0).shape.area.polygons.size(), 2u);
  EXPECT_NEAR(area(layer.features.at(0).shape.area), 50.0, 1e-9);
}

TEST(VectorLayer, DamagedAndForeignFiles) {
  const TemporaryFolder folder;
  EXPECT_THAT(problems_of(request(folder.write("half.geojson", std::string(shops).substr(0, 150)))),
              ElementsAre(::testing::StartsWith("half.geojson: cannot be opened as a layer (")));
  EXPECT_THAT(problems_of(request(folder.write("text.gpkg", "a letter"))),
              ElementsAre(::testing::StartsWith("text.gpkg: cannot be opened as a layer (")));
  EXPECT_THAT(problems_of(request(folder.write("letter.txt", "a letter"))),
              ElementsAre(::testing::StartsWith("letter.txt: cannot be opened as a layer (")));
}

}  // namespace
}  // namespace parktwin::importers
