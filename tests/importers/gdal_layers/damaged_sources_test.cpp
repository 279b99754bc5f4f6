// Every format that GDAL reads for us, damaged in 240 ways each, and what is made to do harm: it is read, or refused with its file; it
// never crashes, and never takes memory beyond its size.
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>
#include <sys/resource.h>

#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/raster.h"
#include "importers/gdal_layers/source_text.h"
#include "importers/gdal_layers/vector_layer.h"
#include "tests/importers/damaged_copies.h"
#include "tests/importers/gdal_layers/pbf_writer.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

constexpr std::uint32_t copies = 240;
constexpr long most_kib = 900L << 10U;

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Three squares with a name and a height.
std::filesystem::path write_layer(const std::filesystem::path& file, const char* driver) {
  const GdalSession session;
  OGRSpatialReference system;
  system.importFromEPSG(std::string(driver) == "KML" ? 4326 : 32633);
  system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  GDALDatasetUniquePtr set(GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRLayer* layer = set->CreateLayer("houses", &system, std::string(driver) == "XLSX" ? wkbNone : wkbPolygon, nullptr);
  const bool drawing = std::string(driver) == "DXF";
  if (!drawing) {
    OGRFieldDefn name("name", OFTString);
    OGRFieldDefn height("height", OFTReal);
    EXPECT_EQ(layer->CreateField(&name), OGRERR_NONE);
    EXPECT_EQ(layer->CreateField(&height), OGRERR_NONE);
  }
  for (int i = 0; i < 3; ++i) {
    OGRFeature feature(layer->GetLayerDefn());
    if (!drawing) feature.SetField("name", ("Haus " + std::to_string(i)).c_str());
    if (!drawing) feature.SetField("height", 7.5 + i);
    if (std::string(driver) != "XLSX") {
      const double x = std::string(driver) == "KML" ? 15.0 + i : 500000.0 + 50 * i;
      const double y = std::string(driver) == "KML" ? 48.0 : 5316000.0;
      OGRGeometry* shape = nullptr;
      const auto text = fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + 0.5, y + 0.5);
      EXPECT_EQ(OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &shape), OGRERR_NONE);
      feature.SetGeometryDirectly(shape);
    }
    EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
  }
  return file;
}

VectorRequest request(const std::filesystem::path& file, const std::string& layer = "") {
  VectorRequest what;
  what.file = file;
  what.layer = layer;
  what.frame = {"EPSG:32633", {}};
  if (file.extension() == ".dxf") what.crs = "EPSG:32633";
  what.repair = true;
  return what;
}

void expect_copies_read_or_refused(const VectorRequest& what, const std::filesystem::path& part) {
  const auto sound = testing::bytes_of(part);
  Problems none;
  EXPECT_TRUE(read_vector_layer(what, none)) << what.file;
  EXPECT_TRUE(none.empty());
  std::size_t read = 0;
  std::size_t refused = 0;
  testing::each_damaged_copy(sound, copies, [&](const std::string& damaged) {
    std::ofstream(part, std::ios::binary) << damaged;
    Problems problems;
    const auto layer = read_vector_layer(what, problems);
    EXPECT_TRUE(layer || !problems.empty()) << part;
    for (const auto& problem : problems.list()) EXPECT_TRUE(problem.file == what.file && !problem.message.empty());
    ++(layer ? read : refused);
  });
  EXPECT_EQ(read + refused, copies);
  EXPECT_GT(refused, copies / 20) << part;
  EXPECT_LT(peak_kib(), most_kib) << part;
}

struct Format {
  const char* name;
  const char* driver;
  const char* ending;
};

class DamagedFormats : public ::testing::TestWithParam<Format> {};

TEST_P(DamagedFormats, AreReadOrRefused) {
  const TemporaryFolder folder;
  const auto file = write_layer(folder.path() / (std::string("a.") + GetParam().ending), GetParam().driver);
  expect_copies_read_or_refused(request(file), file);
}

INSTANTIATE_TEST_SUITE_P(Vector, DamagedFormats,
                         ::testing::Values(Format{"GeoJson", "GeoJSON", "geojson"}, Format{"GeoPackage", "GPKG", "gpkg"},
                                           Format{"Kml", "KML", "kml"}, Format{"FlatGeobuf", "FlatGeobuf", "fgb"},
                                           Format{"Dxf", "DXF", "dxf"}, Format{"Spreadsheet", "XLSX", "xlsx"}),
                         [](const auto& format) { return std::string(format.param.name); });

TEST(DamagedSources, Shapefile) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "shp");
  const auto file = write_layer(folder.path() / "shp" / "houses.shp", "ESRI Shapefile");
  for (const char* part : {"houses.shp", "houses.shx"}) {
    const auto sound = testing::bytes_of(folder.path() / "shp" / part);
    expect_copies_read_or_refused(request(file), folder.path() / "shp" / part);
    std::ofstream(folder.path() / "shp" / part, std::ios::binary) << sound;
  }
}

std::filesystem::path write_pbf(const TemporaryFolder& folder) {
  testing::PbfWriter map(folder.path() / "a.osm.pbf");
  for (int i = 0; i < 4; ++i) map.node(i + 1, 48.0 + 0.001 * (i / 2), 15.0 + 0.001 * ((i + 1) / 2 % 2));
  map.node(9, 48.01, 15.01, {{"natural", "tree"}});
  map.way(7, {1, 2, 3, 4, 1}, {{"building", "yes"}, {"height", "12 m"}});
  map.way(8, {1, 2}, {{"highway", "service"}});
  return folder.path() / "a.osm.pbf";
}

TEST(DamagedSources, PackedOpenStreetMap) {
  const TemporaryFolder folder;
  const auto file = write_pbf(folder);
  Problems problems;
  const auto areas = read_vector_layer(request(file, "multipolygons"), problems);
  ASSERT_TRUE(areas && areas->features.size() == 1U);
  EXPECT_NEAR(area(areas->features[0].shape.area), 74.56 * 111.19, 30.0);  // 0.001 degrees at 48 N
  EXPECT_EQ(read_vector_layer(request(file, "points"), problems)->features.size(), 1U);
  EXPECT_EQ(read_vector_layer(request(file, "lines"), problems)->features.size(), 1U);
  expect_copies_read_or_refused(request(file, "multipolygons"), file);
}

std::filesystem::path write_terrain(const std::filesystem::path& file, int columns, int rows, bool with_values) {
  const GdalSession session;
  CPLStringList options;
  if (!with_values) options.SetNameValue("SPARSE_OK", "TRUE");
  if (!with_values) options.SetNameValue("BIGTIFF", "YES");
  GDALDatasetUniquePtr raster(
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), columns, rows, 1, GDT_Float32, options.List()));
  double place[] = {500000.0, 1000.0 / columns, 0.0, 5317000.0, 0.0, -1000.0 / rows};
  EXPECT_EQ(raster->SetGeoTransform(place), CE_None);
  OGRSpatialReference crs;
  crs.importFromEPSG(32633);
  EXPECT_EQ(raster->SetSpatialRef(&crs), CE_None);
  std::vector<float> row(static_cast<std::size_t>(columns), 200.0F);
  for (int r = 0; with_values && r < rows; ++r)
    EXPECT_EQ(raster->GetRasterBand(1)->RasterIO(GF_Write, 0, r, columns, 1, row.data(), columns, 1, GDT_Float32, 0, 0, nullptr), CE_None);
  return file;
}

TEST(DamagedSources, GeoTiff) {
  const TemporaryFolder folder;
  const auto file = write_terrain(folder.path() / "a.tif", 20, 20, true);
  const auto sound = testing::bytes_of(file);
  RasterRequest what;
  what.file = file;
  what.frame = {"EPSG:32633", {500000.0, 5316000.0}};
  const GridFrame frame{{0.0, 0.0}, 50.0, 20, 20};
  std::size_t refused = 0;
  testing::each_damaged_copy(sound, copies, [&](const std::string& damaged) {
    std::ofstream(file, std::ios::binary) << damaged;
    Problems problems;
    const auto terrain = read_raster(what, frame, problems);
    EXPECT_TRUE(terrain || !problems.empty());
    refused += terrain ? 0 : 1;
  });
  EXPECT_GT(refused, copies / 20);
  EXPECT_LT(peak_kib(), most_kib);
}

TEST(DamagedSources, AbsurdSizesInHeadersAreNotBelieved) {
  const TemporaryFolder folder;
  RasterRequest what;
  what.file = write_terrain(folder.path() / "huge.tif", 200'000, 200'000, false);
  EXPECT_LT(std::filesystem::file_size(what.file), 64U << 20U);
  what.frame = {"EPSG:32633", {500000.0, 5316000.0}};
  Problems problems;
  EXPECT_FALSE(read_raster(what, {{0.0, 0.0}, 50.0, 20, 20}, problems));
  EXPECT_FALSE(read_raster_as_is(what, problems));
  for (const auto& problem : problems.list()) EXPECT_THAT(problem.message, HasSubstr("has 200000 by 200000 cells over the park"));

  std::filesystem::create_directory(folder.path() / "shp");
  const auto shape = write_layer(folder.path() / "shp" / "houses.shp", "ESRI Shapefile");
  auto bytes = testing::bytes_of(shape);
  for (const std::size_t at : {std::size_t{24}, std::size_t{104}}) {  // length of the file and of the first record, big-endian words
    auto changed = bytes;
    changed.replace(at, 4, "\x7f\xff\xff\xff");
    std::ofstream(shape, std::ios::binary) << changed;
    Problems faults;
    const auto layer = read_vector_layer(request(shape), faults);
    EXPECT_TRUE(layer || !faults.empty()) << at;
  }
  const auto flat = write_layer(folder.path() / "a.fgb", "FlatGeobuf");
  bytes = testing::bytes_of(flat);
  bytes.replace(8, 4, "\xff\xff\xff\x7f");  // size of the header
  std::ofstream(flat, std::ios::binary) << bytes;
  Problems faults;
  EXPECT_FALSE(read_vector_layer(request(flat), faults));
  EXPECT_FALSE(faults.empty());
  EXPECT_LT(peak_kib(), most_kib);
}

TEST(DamagedSources, SpreadsheetsThatUnfoldBeyondBoundsAreRefused) {
  const TemporaryFolder folder;
  auto bytes = testing::bytes_of(write_layer(folder.path() / "a.xlsx", "XLSX"));
  for (auto at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 4))
    bytes.replace(at + 24, 4, std::string("\0\0\0\x7f", 4));  // size when unpacked, little-endian
  EXPECT_THAT(fault_of_spreadsheet(folder.write("bomb.xlsx", bytes), "").value_or(""), HasSubstr("MiB, expected at most 64"));
}

std::string bomb(const std::string& root) {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
  for (char name = 'b'; name < 'm'; ++name) {
    text += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) text += std::string("&") + static_cast<char>(name - 1) + ";";
    text += "\">";
  }
  return text + "]>" + root;
}

TEST(DamagedSources, EntitiesOfKmlUnfoldNowhere) {
  const TemporaryFolder folder;
  const std::string point =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>{}</name><Point><coordinates>15,48"
      "</coordinates></Point></Placemark></Document></kml>";
  const auto text_of = [&](const std::string& text) {
    Problems problems;
    const auto layer = read_vector_layer(request(folder.write("a.kml", text)), problems);
    EXPECT_TRUE(layer || !problems.empty());
    std::string found;
    for (const auto& feature : layer ? layer->features : std::vector<Feature>()) {
      for (const auto& value : feature.attributes) found += std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : "";
    }
    return found;
  };
  EXPECT_LT(text_of(bomb(fmt::format(fmt::runtime(point), "&l;"))).size(), 100'000U);
  const auto secret = folder.write("secret.txt", "Wachtel");
  EXPECT_THAT(text_of("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY s SYSTEM \"file://" + secret.string() + "\">]>" +
                      fmt::format(fmt::runtime(point), "&s;")),
              ::testing::Not(HasSubstr("Wachtel")));
  EXPECT_LT(peak_kib(), most_kib);
}

}  // namespace
}  // namespace parktwin::importers
