// Large sources through the importers.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "importers/cityjson/cityjson.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/pbf_writer.h"

namespace parktwin {
namespace {

namespace fs = std::filesystem;
constexpr int houses = 58'000;

/// Houses with a gable on a grid of 240 columns, 25 m apart: 10 m by 15 m, eaves at 6 m, ridge at 6 + i % 4 m. About 50 MB.
fs::path write_houses() {
  const fs::path file = fs::temp_directory_path() / fmt::format("parktwin-bench-{}.city.json", ::getpid());
  std::string objects;
  std::string vertices;
  for (int i = 0; i < houses; ++i) {
    const int v = 10 * i;
    fmt::format_to(
        std::back_inserter(objects),
        "{}\"H{}\": {{\"type\": \"Building\", \"attributes\": {{\"function\": \"house\", \"yearOfConstruction\": {}, \"status\": "
        "\"in use\", \"source\": \"survey of roofs\"}}, \"geometry\": [{{\"type\": \"Solid\", \"lod\": \"2.2\", \"boundaries\": "
        "[[[[{}, {}, {}, {}]], [[{}, {}, {}, {}]], [[{}, {}, {}, {}]], [[{}, {}, {}, {}]], [[{}, {}, {}, {}]], [[{}, {}, {}, {}, "
        "{}]], [[{}, {}, {}, {}, {}]]]], \"semantics\": {{\"surfaces\": [{{\"type\": \"GroundSurface\"}}, {{\"type\": "
        "\"RoofSurface\"}}, {{\"type\": \"WallSurface\"}}], \"values\": [[0, 1, 1, 2, 2, 2, 2]]}}}}]}}",
        i == 0 ? "" : ",\n", i, 1950 + i % 70, v, v + 3, v + 2, v + 1, v + 4, v + 8, v + 9, v + 7, v + 8, v + 5, v + 6, v + 9, v, v + 4,
        v + 7, v + 3, v + 1, v + 2, v + 6, v + 5, v, v + 1, v + 5, v + 8, v + 4, v + 3, v + 7, v + 9, v + 6, v + 2);
    const int x = 25'000 * (i % 240);
    const int y = 25'000 * (i / 240);
    const int ridge = 6000 + 1000 * (i % 4);
    fmt::format_to(std::back_inserter(vertices),
                   "{}[{},{},0],[{},{},0],[{},{},0],[{},{},0],[{},{},6000],[{},{},6000],[{},{},6000],[{},{},6000],", i == 0 ? "" : ",\n", x,
                   y, x + 10'000, y, x + 10'000, y + 15'000, x, y + 15'000, x, y, x + 10'000, y, x + 10'000, y + 15'000, x, y + 15'000);
    fmt::format_to(std::back_inserter(vertices), "[{},{},{}],[{},{},{}]", x + 5'000, y, ridge, x + 5'000, y + 15'000, ridge);
  }
  std::ofstream(file) << "{\"type\": \"CityJSON\", \"version\": \"2.0\", \"transform\": {\"scale\": [0.001, 0.001, 0.001], \"translate\": "
                         "[90000.0, 435000.0, 0.0]}, \"metadata\": {\"referenceSystem\": "
                         "\"https://www.opengis.net/def/crs/EPSG/0/28992\"}, \"CityObjects\": {\n"
                      << objects << "},\n\"vertices\": [" << vertices << "]}\n";
  return file;
}

void read_cityjson_50mb(benchmark::State& state) {
  const fs::path file = write_houses();
  const auto read = [&file] {
    Problems problems;
    return importers::read_cityjson({file, "", {"EPSG:28992", {90000.0, 435000.0}}}, problems);
  };
  const auto model = read();
  double area_m2 = 0.0;
  double height_m = 0.0;
  for (const auto& feature : model->layer.features) {
    area_m2 += area(feature.shape.area);
    height_m += std::get<double>(feature.attributes[6]);
  }
  if (model->layer.features.size() != houses || std::abs(area_m2 - 150.0 * houses) > 1e-3 || std::abs(height_m - 7.5 * houses) > 1e-3) {
    state.SkipWithError("the houses read are not the houses written");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(read());
  state.counters["MB"] = static_cast<double>(fs::file_size(file)) / 1e6;
  state.counters["objects/s"] = benchmark::Counter(houses, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 3.0;
  fs::remove(file);
}
BENCHMARK(read_cityjson_50mb)->Name("import/cityjson_50mb")->Unit(benchmark::kMillisecond)->UseRealTime();

constexpr int map_columns = 400;
constexpr int map_rows = 400;

/// Blocks of one house each on a grid, streets between the rows, a tree at every fourth house, a power line along every 20th row. About 100
/// MB.
void write_map(const fs::path& file) {
  std::ofstream out(file);
  out << "<?xml version=\"1.0\"?>\n<osm version=\"0.6\" generator=\"parktwin_bench\">\n";
  std::string text;
  const auto node = [&text](long id, int column, int row, double east, double north, const char* tags) {
    fmt::format_to(std::back_inserter(text), " <node id=\"{}\" version=\"1\" lat=\"{:.7f}\" lon=\"{:.7f}\"{}\n", id,
                   48.0 + 0.0003 * row + 1e-5 * north, 15.0 + 0.0004 * column + 1e-5 * east, tags);
  };
  std::string ways;
  for (int row = 0; row < map_rows; ++row) {
    for (int column = 0; column < map_columns; ++column) {
      const long id = 10L * (row * map_columns + column) + 1;
      node(id, column, row, 0, 0, "/>");
      node(id + 1, column, row, 18, 0, "/>");
      node(id + 2, column, row, 18, 10, "/>");
      node(id + 3, column, row, 0, 10, "/>");
      node(id + 4, column, row, 0, -8, "/>");
      if (column % 4 == 0) node(id + 5, column, row, 30, 5, "><tag k=\"natural\" v=\"tree\"/></node>");
      fmt::format_to(
          std::back_inserter(ways),
          " <way id=\"{}\" version=\"1\"><nd ref=\"{}\"/><nd ref=\"{}\"/><nd ref=\"{}\"/><nd ref=\"{}\"/><nd ref=\"{}\"/>\n  <tag "
          "k=\"building\" v=\"house\"/><tag k=\"height\" v=\"{}\"/><tag k=\"addr:housenumber\" v=\"{}\"/></way>\n",
          id, id, id + 1, id + 2, id + 3, id, 5 + column % 20, column);
    }
    out << text;
    text.clear();
  }
  for (int row = 0; row < map_rows; ++row) {
    fmt::format_to(std::back_inserter(ways), " <way id=\"{}\" version=\"1\">", 10L * map_columns * map_rows + row + 1);
    for (int column = 0; column < map_columns; ++column) {
      fmt::format_to(std::back_inserter(ways), "<nd ref=\"{}\"/>", 10L * (row * map_columns + column) + 5);
    }
    ways += row % 20 == 0 ? "<tag k=\"power\" v=\"line\"/></way>\n" : "<tag k=\"highway\" v=\"residential\"/></way>\n";
  }
  out << ways << "</osm>\n";
}

/// The same as .osm.pbf.
void write_packed_map(const fs::path& file) {
  importers::testing::PbfWriter map(file);
  const auto first = [](int row, int column) { return 10L * (row * map_columns + column) + 1; };
  for (int row = 0; row < map_rows; ++row) {
    for (int column = 0; column < map_columns; ++column) {
      const auto node = [&](long number, double east, double north, const importers::testing::PbfWriter::Tags& tags = {}) {
        map.node(first(row, column) + number, 48.0 + 0.0003 * row + 1e-5 * north, 15.0 + 0.0004 * column + 1e-5 * east, tags);
      };
      node(0, 0, 0);
      node(1, 18, 0);
      node(2, 18, 10);
      node(3, 0, 10);
      node(4, 0, -8);
      if (column % 4 == 0) node(5, 30, 5, {{"natural", "tree"}});
    }
  }
  for (int row = 0; row < map_rows; ++row) {
    for (int column = 0; column < map_columns; ++column) {
      const long id = first(row, column);
      map.way(id, {id, id + 1, id + 2, id + 3, id},
              {{"building", "house"}, {"height", std::to_string(5 + column % 20)}, {"addr:housenumber", std::to_string(column)}});
    }
  }
  for (int row = 0; row < map_rows; ++row) {
    std::vector<std::int64_t> nodes;
    for (int column = 0; column < map_columns; ++column) nodes.push_back(first(row, column) + 4);
    map.way(10L * map_columns * map_rows + row + 1, nodes,
            {row % 20 == 0 ? std::pair<std::string, std::string>{"power", "line"}
                           : std::pair<std::string, std::string>{"highway", "residential"}});
  }
}

void import_map(benchmark::State& state, const std::string& name, void (*write)(const fs::path&)) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("parktwin-bench-{}", ::getpid());
  fs::create_directories(folder);
  write(folder / name);
  std::string recipe = "recipe: map\nname: Map\ncrs: EPSG:32633\nsources:\n";
  for (const char* table : {"buildings", "roads", "trees", "power_lines"}) {
    recipe += fmt::format("  - {{table: {}, file: {}, preset: osm}}\n", table, name);
  }
  std::ofstream(folder / "recipe.yaml") << recipe;
  const auto right = [](const importers::ImportedPark& imported) {
    const auto& park = imported.loaded.park;
    double area_m2 = 0.0;
    for (const auto& building : *park.buildings) area_m2 += area(building.footprint);
    // 18e-5 by 10e-5 degrees at 48 to 48.12 degrees north: 149.4 to 149.0 m2 (radii of WGS 84), times the scale of UTM
    const double mean_m2 = area_m2 / (map_columns * map_rows);
    return park.buildings->size() == map_columns * map_rows && park.roads->size() == map_rows - map_rows / 20 &&
           park.trees->size() == map_columns * map_rows / 4 && park.power_lines->size() == map_rows / 20 && mean_m2 > 148.0 &&
           mean_m2 < 150.5;
  };
  if (!right(importers::import_by_recipe(folder / "recipe.yaml"))) {
    fs::remove_all(folder);
    state.SkipWithError("the map read is not the map written");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(importers::import_by_recipe(folder / "recipe.yaml"));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["MB"] = static_cast<double>(fs::file_size(folder / name)) / 1e6;
  state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
  state.counters["limit_s"] = 20.0;
  fs::remove_all(folder);
}
void import_osm_100mb(benchmark::State& state) { import_map(state, "map.osm", write_map); }
BENCHMARK(import_osm_100mb)->Name("import/osm_100mb")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
void import_pbf(benchmark::State& state) { import_map(state, "map.osm.pbf", write_packed_map); }
BENCHMARK(import_pbf)->Name("import/osm_100mb_as_pbf")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace parktwin
