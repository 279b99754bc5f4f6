// Buildings of GeoJSON beside the time GDAL itself takes for them, and a whole real island.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/core/whole_file.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/recipe/recipe.h"

namespace parktwin {
namespace {

namespace fs = std::filesystem;
constexpr int houses = 100'000;

/// 400 columns, 30 m apart, each 12 m by 8 + i % 5 m, in EPSG:32633.
void write_houses(const fs::path& file) {
  std::string text =
      "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32633\"}},\"features\":["
      "\n";
  for (int i = 0; i < houses; ++i) {
    const int x = 500'000 + 30 * (i % 400);
    const int y = 5'316'000 + 30 * (i / 400);
    const int depth = 8 + i % 5;
    fmt::format_to(std::back_inserter(text),
                   "{}{{\"type\":\"Feature\",\"properties\":{{\"id\":\"H{}\",\"height\":{},\"kind\":\"house\"}},\"geometry\":{{\"type\":"
                   "\"Polygon\",\"coordinates\":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}}",
                   i == 0 ? "" : ",\n", i, 3 + i % 30, x, y, x + 12, y, x + 12, y + depth, x, y + depth, x, y);
  }
  std::ofstream(file) << text << "]}\n";
}

/// How long GDAL takes to open the file and hand out every feature.
double gdal_alone_s(const fs::path& file) {
  const auto begin = std::chrono::steady_clock::now();
  const importers::GdalSession session;
  const GDALDatasetUniquePtr source(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  std::size_t count = 0;
  for (const auto& feature : source->GetLayer(0)) count += feature->GetGeometryRef() != nullptr ? 1 : 0;
  benchmark::DoNotOptimize(count);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void import_geojson_100k(benchmark::State& state) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("parktwin-geojson-{}", ::getpid());
  fs::create_directories(folder);
  write_houses(folder / "houses.geojson");
  std::ofstream(folder / "recipe.yaml") << "recipe: r\nname: R\ncrs: EPSG:32633\nsources:\n"
                                           "  - {table: buildings, file: houses.geojson, fields: {id: id, height_m: height, use: {field: "
                                           "kind, lookup: {house: residential}}}}\n";
  const auto imported = importers::import_by_recipe(folder / "recipe.yaml");
  double area_m2 = 0.0;
  double height_m = 0.0;
  for (const auto& building : *imported.loaded.park.buildings) {
    area_m2 += area(building.footprint);
    height_m += building.height.value();
  }
  if (imported.loaded.park.buildings->size() != houses || std::abs(area_m2 - 120.0 * houses) > 1e-3 ||
      std::abs(height_m - 17.5 * houses) > 1000.0) {
    fs::remove_all(folder);
    state.SkipWithError("the houses read are not the houses written");
    return;
  }
  double all_s = 0.0;
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(importers::import_by_recipe(folder / "recipe.yaml"));
    all_s += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
  const double gdal_s = gdal_alone_s(folder / "houses.geojson");
  state.counters["gdal_alone_s"] = gdal_s;
  state.counters["after_gdal_s"] = all_s / static_cast<double>(state.iterations()) - gdal_s;
  state.counters["limit_after_gdal_s"] = 2.0;
  fs::remove_all(folder);
}
BENCHMARK(import_geojson_100k)->Name("import/geojson_100k_beside_gdal")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

void import_jurong(benchmark::State& state) {
  const fs::path shared = PARKTWIN_SHARED_DIR;
  if (!fs::exists(shared / "data/jurong-island")) {
    state.SkipWithError("no data of Jurong Island beside the repository");
    return;
  }
  const fs::path folder = fs::temp_directory_path() / fmt::format("parktwin-jurong-{}", ::getpid());
  fs::create_directories(folder);
  auto recipe = read_whole(fs::path(PARKTWIN_SOURCE_DIR) / "tests/cases/jurong-island/recipe.yaml").value_or("");
  const std::string beside = "../../../../shared";
  for (auto at = recipe.find(beside); at != std::string::npos; at = recipe.find(beside)) recipe.replace(at, beside.size(), shared.string());
  std::ofstream(folder / "recipe.yaml") << recipe;
  const auto imported = importers::import_by_recipe(folder / "recipe.yaml");
  if (imported.loaded.park.parcels->size() < 400 || imported.loaded.park.buildings->size() < 500) {  // counts and areas: tests/cases
    state.SkipWithError("the island read lacks lots or buildings");
  }
  for (auto _ : state) benchmark::DoNotOptimize(importers::import_by_recipe(folder / "recipe.yaml"));
  state.counters["limit_s"] = 1.0;
  fs::remove_all(folder);
}
BENCHMARK(import_jurong)->Name("import/jurong_island")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
