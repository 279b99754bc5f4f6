#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>

#include "engine/core/errors.h"
#include "engine/core/random.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using testing::TemporaryFolder;
using testing::write_file;

struct House {
  const char* name;
  const char* kind;
  double height;  ///< negative: none
  int floors;     ///< negative: none
  const char* wkt;
};

/// A city's own GeoPackage: other column names, other words, degrees.
void make_city(const std::filesystem::path& file, const std::vector<House>& houses) {
  GdalSession session;
  GDALDatasetUniquePtr package(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference crs;
  crs.importFromEPSG(4326);
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRLayer* layer = package->CreateLayer("houses", &crs, wkbUnknown);
  for (const auto& [name, type] :
       {std::pair{"NUMMER", OFTString}, {"ART", OFTString}, {"HOEHE", OFTReal}, {"GESCHOSSE", OFTInteger}, {"BEMERKUNG", OFTString}}) {
    OGRFieldDefn field(name, type);
    ASSERT_EQ(layer->CreateField(&field), OGRERR_NONE);
  }
  for (const auto& house : houses) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    feature->SetField("NUMMER", house.name);
    feature->SetField("ART", house.kind);
    if (house.height >= 0) feature->SetField("HOEHE", house.height);
    if (house.floors >= 0) feature->SetField("GESCHOSSE", house.floors);
    OGRGeometry* shape = nullptr;
    ASSERT_EQ(OGRGeometryFactory::createFromWkt(house.wkt, nullptr, &shape), OGRERR_NONE);
    ASSERT_EQ(feature->SetGeometryDirectly(shape), OGRERR_NONE);
    ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
  }
}

const char* const city_park =
    "site: {name: City, crs: \"EPSG:32648\"}\n"
    "boundary: {file: boundary.geojson}\n"
    "height_rules: {factory: {storey_m: 7}}\n"
    "layers:\n"
    "  buildings:\n"
    "    file: city.gpkg\n"
    "    layer: houses\n"
    "    where: \"ART <> 'Ruine'\"\n"
    "    fields: {id: NUMMER, use: ART, height_m: HOEHE, floors: GESCHOSSE}\n"
    "    values: {use: {Werk: factory, Lager: warehouse, \"\": other}}\n"
    "    defaults: {material: brick}\n";

const char* const city_boundary =
    "{\"type\": \"Polygon\", \"coordinates\": [[[105.0001, 0.0001], [105.0001, 0.02], [105.02, 0.02], [105.02, 0.0001], [105.0001, "
    "0.0001]]]}";

TEST(ReadParkFolder, ForeignLayersNeedNoConversion) {
  const TemporaryFolder folder;
  make_city(folder.path() / "city.gpkg", {{"1", "Werk", 12.5, 2, "POLYGON ((105.001 0.001, 105.001 0.002, 105.002 0.002, 105.001 0.001))"},
                                          {"2", "Werk", -1, 3, "POLYGON ((105.003 0.001, 105.004 0.001, 105.004 0.002, 105.003 0.001))"},
                                          {"3", "Lager", -1, -1, "POLYGON ((105.005 0.001, 105.006 0.001, 105.006 0.002, 105.005 0.001))"},
                                          {"4", "", 40, -1,
                                           "MULTIPOLYGON (((105.007 0.001, 105.008 0.001, 105.008 0.002, 105.007 0.001)), "
                                           "((105.009 0.001, 105.01 0.001, 105.01 0.002, 105.009 0.001)))"},
                                          {"5", "Ruine", 3, 1, "POLYGON ((105.001 0.001, 105.001 0.002, 105.002 0.002, 105.001 0.001))"}});
  write_file(folder.path() / "boundary.geojson", city_boundary);
  write_file(folder.path() / "park.yaml", city_park);
  const LoadedPark loaded = read_park_folder(folder.path());
  const Site& site = *loaded.park.site;
  EXPECT_EQ(site.origin_easting, Metres(500000.0)) << "south-west corner, 11 m from the meridian, to full 100 m";
  EXPECT_EQ(site.origin_northing, Metres(0.0));
  EXPECT_NEAR(site.origin_longitude.value(), 105.0, 1e-9);
  EXPECT_NEAR(site.origin_latitude.value(), 0.0, 1e-9);
  EXPECT_THAT(site.crs_wkt, ::testing::HasSubstr("UTM zone 48N"));
  const auto& buildings = loaded.park.buildings->records();
  ASSERT_EQ(buildings.size(), 5u);
  EXPECT_EQ(buildings[0].id, "1");
  EXPECT_EQ(buildings[0].use, BuildingUse::factory);
  EXPECT_EQ(buildings[0].height, Metres(12.5));
  EXPECT_FALSE(buildings[0].height_assumed);
  EXPECT_EQ(buildings[0].material, WallMaterial::brick);
  EXPECT_GT(signed_area(buildings[0].footprint.outer), 0.0);
  // On the equator at the central meridian a degree of longitude is 111 319.49 m on WGS 84, times 0.9996.
  EXPECT_NEAR(buildings[0].footprint.outer[0].x, 0.001 * 111319.49 * 0.9996, 0.01);
  EXPECT_EQ(buildings[1].height, Metres(21.0)) << "3 floors of 7 m, as park.yaml says";
  EXPECT_TRUE(buildings[1].height_assumed);
  EXPECT_EQ(buildings[2].height, Metres(10.0)) << "usual warehouse";
  EXPECT_EQ(buildings[3].use, BuildingUse::other);
  EXPECT_EQ(buildings[3].floors, 10);
  EXPECT_EQ(buildings[4].id, "4.2");
  EXPECT_EQ(buildings[4].floors, 10);
  std::vector<std::string> notes;
  for (const auto& note : loaded.notes) notes.push_back(note.place + ": " + note.text);
  EXPECT_THAT(notes, ::testing::ElementsAre("site: origin taken from the boundary: easting 500000 m, northing 0 m",
                                            "buildings: 1 features with several parts became a record for each part",
                                            "buildings: columns without a meaning here: BEMERKUNG",
                                            "buildings: 2 of 5 buildings have no height; assumed from use and floors",
                                            "buildings: 3 of 5 buildings have no floors; assumed from use and height"));
}

TEST(ReadParkFolder, WordsWithoutAReplacementAreProblems) {
  const TemporaryFolder folder;
  make_city(folder.path() / "city.gpkg",
            {{"1", "Schuppen", 12.5, 2, "POLYGON ((105.001 0.001, 105.001 0.002, 105.002 0.002, 105.001 0.001))"}});
  write_file(folder.path() / "boundary.geojson", city_boundary);
  write_file(folder.path() / "park.yaml", city_park);
  EXPECT_THAT(
      testing::problems_of(folder.path()),
      ::testing::ElementsAre(::testing::StartsWith("city.gpkg: buildings 1, field use: found \"Schuppen\", expected one of factory, ")));
}

TEST(ReadParkFolder, TerrainIsResampledAroundTheBoundary) {
  const testing::SampleFolder folder;
  testing::replace_in_file(folder.file("park.yaml"), "  file: terrain.tif\n",
                           "  file: terrain.tif\n  cell_size_m: 50\n  margin_m: 100\n  lowest_m: 4\n");
  const LoadedPark loaded = read_park_folder(folder.path());
  const auto& terrain = *loaded.park.terrain;
  EXPECT_EQ(terrain.elevation_m.frame, (GridFrame{{-100.0, -100.0}, 50.0, 86, 45}));
  EXPECT_GT(terrain.filled_share, 0.125) << "what the file says and what was filled now";
  for (const float value : terrain.elevation_m.values) EXPECT_GE(value, 4.0F);
}

/// As many records as the reference park has.
Park large_park() {
  Park park = testing::sample_park();
  const RandomSequence random(31, 0, 0);
  std::uint32_t draw = 0;
  const auto coordinate = [&] { return std::round(random.uniform(draw++, 0.0, 3000.0) * 100.0) / 100.0; };
  std::vector<Tree> trees(4000);
  for (std::size_t i = 0; i < trees.size(); ++i)
    trees[i] = {"T-" + std::to_string(i), Metres(random.uniform(draw++, 2, 20)), Metres(4), {coordinate(), coordinate()}};
  std::vector<Building> buildings(420);
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    const Point p{coordinate(), coordinate()};
    const auto at = [&](double x, double y) { return Point{std::round((p.x + x) * 100.0) / 100.0, std::round((p.y + y) * 100.0) / 100.0}; };
    buildings[i].id = "B-" + std::to_string(i);
    buildings[i].name_zh = "厂房";
    buildings[i].footprint.outer = {p, at(60, 0), at(60, 30), at(20, 30), at(20, 50), at(0, 50)};
  }
  std::vector<NetworkNode> nodes(1500);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = "N-" + std::to_string(i);
    nodes[i].building = Id<Building>(i % 420);
    nodes[i].position = {coordinate(), coordinate()};
  }
  std::vector<NetworkLink> links(1500);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].id = "L-" + std::to_string(i);
    links[i].from = Id<NetworkNode>(i / 2);
    links[i].to = Id<NetworkNode>(i);
    links[i].length = Metres(random.uniform(draw++, 1, 500));
  }
  park.trees = Part<Table<Tree>>(Table<Tree>(trees));
  park.buildings = Part<Table<Building>>(Table<Building>(buildings));
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  park.network_links = Part<Table<NetworkLink>>(Table<NetworkLink>(links));
  park.tsn_flows = {};  // the sample's run over its own links
  return park;
}

TEST(ReadParkFolder, LargeParkComesBackTheSame) {
  const TemporaryFolder folder;
  const Park park = large_park();
  write_park_folder(park, folder.path() / "park");
  for (int time = 0; time < 3; ++time) EXPECT_EQ(content_hash_of(read_park_folder(folder.path() / "park").park), content_hash_of(park));
}

}  // namespace
}  // namespace parktwin::importers
