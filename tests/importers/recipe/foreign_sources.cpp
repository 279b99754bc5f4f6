#include "tests/importers/recipe/foreign_sources.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {
namespace {

constexpr double easting = 570000.0;
constexpr double northing = 3465000.0;

std::string lonlat(double x, double y) {
  const auto point = longitude_latitude("EPSG:4549", {easting + x, northing + y}).value();
  return fmt::format("[{:.9f},{:.9f}]", point.x, point.y);
}

std::string square(double x, double y, double side) {
  return fmt::format(R"({{"type":"Polygon","coordinates":[[{},{},{},{},{}]]}})", lonlat(x, y), lonlat(x + side, y),
                     lonlat(x + side, y + side), lonlat(x, y + side), lonlat(x, y));
}

std::string feature(const std::string& geometry, const std::string& properties) {
  return fmt::format(R"({{"type":"Feature","properties":{{{}}},"geometry":{}}})", properties, geometry);
}

std::string collection(const std::vector<std::string>& features) {
  return fmt::format("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", fmt::join(features, ",\n"));
}

constexpr const char* recipe_text = R"(recipe: small
name: Small Island
name_zh: 小岛
crs: EPSG:4549
boundary_closing_m: 20
parcels:
  source: {file: lots.geojson}
  id_column: lot
  land_use_column: purpose
enterprises:
  name_column: owner
  not_enterprises: [unknown]
  sector_column: trade
  sectors:
    - {value: Paint, sector: chemicals}
buildings:
  source: {file: buildings.geojson}
  id_column: number
  parcel_column: lot
  heights:
    - {land_use: Storage, use: tank, height_m: 15}
    - {use: factory, height_m: 11, floors: 2}
roads:
  source: {file: roads.geojson}
  name_column: name
  width_m: 20
radio_sites: {spacing_m: 400}
fibre: {core_longitude_deg: 120.7395, core_latitude_deg: 31.3052, reach_m: 200}
)";

}  // namespace

ForeignSources::ForeignSources() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  folder_ =
      std::filesystem::temp_directory_path() / fmt::format("parktwin-recipe-{}-{}-{}", getpid(), test->test_suite_name(), test->name());
  std::filesystem::create_directories(folder_);
  write("lots.geojson", collection({feature(square(0, 30, 100), R"("lot":"A 1","owner":"Blue Paint ","purpose":"Storage","trade":"Paint")"),
                                    feature(square(110, 30, 100), R"("lot":"A2","owner":"Blue Paint","purpose":"Manufacture")"),
                                    feature(square(220, 30, 100), R"("lot":"A2","owner":"Green Mill")"),
                                    feature(square(330, 30, 100), R"("owner":"unknown")")}));
  write("buildings.geojson",
        collection({feature(square(10, 40, 30), R"("number":1,"lot":"A 1")"), feature(square(120, 40, 30), R"("number":2,"lot":"A2")"),
                    feature(square(230, 40, 30), R"("number":2,"lot":"A2")"), feature(square(340, 40, 30), R"("lot":null)"),
                    feature(square(900, 40, 30), R"("number":9)")}));
  write("roads.geojson", collection({feature(fmt::format(R"({{"type":"LineString","coordinates":[{},{}]}})", lonlat(0, 0), lonlat(800, 0)),
                                             R"("name":"Harbour Road")")}));
  write("recipe.yaml", recipe_text);
}

ForeignSources::~ForeignSources() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void ForeignSources::write(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

void ForeignSources::replace_in_recipe(const std::string& from, const std::string& to) const {
  std::string text = recipe_text;
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  write("recipe.yaml", text.replace(at, from.size(), to));
}

}  // namespace parktwin::importers
