// Reading parks and layers.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin {
namespace {

namespace fs = std::filesystem;

/// Lines that start a feature or a row: counted without the reader that is timed.
std::size_t records_in(const fs::path& file) {
  std::ifstream stream(file);
  std::size_t features = 0;
  std::size_t lines = 0;
  for (std::string line; std::getline(stream, line); ++lines) features += line.starts_with("{\"type\": \"Feature\",") ? 1 : 0;
  return file.extension() == ".csv" ? lines - 1 : features;
}

bool counts_agree(const Park& park, const fs::path& folder, std::size_t& total) {
  bool agree = true;
  describe(
      [&]<class P>(const Field& field, const P& part) {
        if constexpr (RecordTable<typename P::Content>) {
          for (const char* extension : {".geojson", ".csv"}) {
            const fs::path file = folder / (std::string(field.name) + extension);
            if (fs::exists(file)) agree = agree && records_in(file) == part->size();
          }
          total += part->size();
        }
      },
      park);
  return agree;
}

void load_reference(benchmark::State& state) {
  const fs::path folder = fs::path(PARKTWIN_SOURCE_DIR) / "data" / "reference-park";
  std::size_t records = 0;
  const auto loaded = importers::read_park_folder(folder);
  if (!counts_agree(loaded.park, folder, records) || loaded.park.enterprises->size() != 180 || loaded.park.buildings->size() < 400) {
    state.SkipWithError("the park read is not the park written");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(importers::read_park_folder(folder));
  state.counters["records/s"] = benchmark::Counter(static_cast<double>(records), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 0.3;
}
BENCHMARK(load_reference)->Name("park/load_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

/// 100,000 buildings on a grid of 316 columns, 20 m apart, each 10 m square.
fs::path write_many_buildings() {
  const fs::path file = fs::temp_directory_path() / fmt::format("parktwin-bench-{}.geojson", ::getpid());
  std::string text =
      "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4549\"}}, "
      "\"features\": [\n";
  for (int i = 0; i < 100'000; ++i) {
    const double x = 500000.0 + 20.0 * (i % 316);
    const double y = 3400000.0 + 20.0 * (i / 316);
    fmt::format_to(std::back_inserter(text),
                   "{}{{\"type\": \"Feature\", \"properties\": {{\"id\": \"B-{}\", \"height_m\": {}}}, \"geometry\": {{\"type\": "
                   "\"Polygon\", \"coordinates\": "
                   "[[[{:.2f}, {:.2f}], [{:.2f}, {:.2f}], [{:.2f}, {:.2f}], [{:.2f}, {:.2f}], [{:.2f}, {:.2f}]]]}}}}",
                   i == 0 ? "" : ",\n", i, 5 + i % 40, x, y, x + 10, y, x + 10, y + 10, x, y + 10, x, y);
  }
  std::ofstream(file) << text << "]}\n";
  return file;
}

void read_geojson_100k(benchmark::State& state) {
  const fs::path file = write_many_buildings();
  importers::VectorRequest request;
  request.file = file;
  request.frame = {"EPSG:4549", {500000.0, 3400000.0}};
  for (auto _ : state) {
    Problems problems;
    const auto layer = importers::read_vector_layer(request, problems);
    double total = 0.0;
    if (layer) {
      for (const auto& feature : layer->features) total += area(feature.shape.area);
    }
    if (!layer || layer->features.size() != 100'000 || total != 1e7) state.SkipWithError("not the buildings written");
  }
  fs::remove(file);
  state.counters["features/s"] = benchmark::Counter(100'000.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 2.0;
}
BENCHMARK(read_geojson_100k)->Name("importers/geojson_100k")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
