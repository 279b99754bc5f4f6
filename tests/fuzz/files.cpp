// Parsers that take a file: they get one in memory.
#include <array>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/scenario.h"
#include "importers/cityjson/cityjson.h"
#include "importers/drive_test/drive_test.h"
#include "importers/emission_factors/hourly_grid_factors.h"
#include "importers/enterprise_registry/enterprise_registry.h"
#include "importers/epw/epw.h"
#include "importers/gdal_layers/source_text.h"
#include "importers/meters/meters.h"
#include "importers/netbox/netbox_csv.h"
#include "importers/park_folder/park_folder.h"
#include "importers/prices/prices.h"
#include "importers/recipe/recipe_file.h"
#include "importers/source_mapping/expression.h"
#include "importers/tariffs/tariffs.h"
#include "tests/fuzz/expectations.h"
#include "tests/fuzz/targets.h"
#include "tests/importers/drive_test/test_park.h"

namespace parktwin::fuzz {
namespace {

using namespace importers;

void run_cityjson(const std::string& input) {
  Problems problems;
  const auto model = read_cityjson({written("a.city.json", input), "", {"EPSG:28992", {}}}, problems);
  check_outcome(model.has_value(), problems);
}

void run_epw(const std::string& input) {
  check_reader([&] { static_cast<void>(read_epw(written("a.epw", input))); });
}

void run_meters(const std::string& input) {
  const auto file = written("meters.csv", input);
  check_reader([&] { static_cast<void>(read_meters({file, 2})); });
}

void run_prices(const std::string& input) {
  check_reader([&] { static_cast<void>(read_prices(written("prices.csv", input))); });
}

void run_grid_factors(const std::string& input) {
  check_reader([&] { static_cast<void>(read_hourly_grid_factors(written("factors.csv", input))); });
}

void run_tariff(const std::string& input) {
  check_reader([&] { static_cast<void>(read_tariff(written("tariff.yaml", input))); });
}

void run_scenario(const std::string& input) {
  check_reader([&] { static_cast<void>(read_scenario(written("scenario.yaml", input))); });
}

void run_recipe(const std::string& input) {
  check_reader([&] { static_cast<void>(read_recipe_file(written("recipe.yaml", input))); });
}

/// An expression over a row of every kind of value.
void run_expression(const std::string& input) {
  check_reader([&] {
    const auto document = yaml::parse_document(input, "recipe.yaml");
    Problems problems;
    auto expression = read_expression(document.root, document.file, folder(), problems);
    check_problems(problems.list());
    if (!problems.empty()) return;
    VectorLayer layer;
    layer.columns = layer.available = {"text", "number", "count", "none", "height"};
    Feature row;
    row.attributes = {std::string("12 m"), 3.5, std::int64_t{4}, std::monostate(), std::string("Werk")};
    std::vector<const Expression*> absent;
    bind_columns(expression, layer, absent);
    if (!absent.empty()) return;
    for (const char* unit : {"", "m", "MW"}) static_cast<void>(evaluate(expression, row, unit));
  });
}

void run_drive_test(const std::string& input) {
  static const Park park = testing::square_park();
  const auto file = written("route.csv", input);
  check_reader([&] { static_cast<void>(read_drive_test({file, ""}, park)); });
}

void run_registry(const std::string& input) {
  Problems problems;
  const auto tables = read_enterprise_registry(written("registry.csv", input), "", "", problems);
  check_outcome(tables.has_value(), problems);
}

/// Tables one after another, each below a line "=== name.csv".
void run_netbox_csv(const std::string& input) {
  const auto tables = folder() / "netbox";
  std::filesystem::remove_all(tables);
  std::filesystem::create_directories(tables);
  for (std::size_t at = input.find("=== "); at != std::string::npos;) {
    const auto line = input.find('\n', at);
    if (line == std::string::npos) break;
    const auto next = input.find("=== ", line);
    for (const std::string name : {"sites", "racks", "devices", "interfaces", "rear_ports", "front_ports", "cables", "prefixes"}) {
      if (input.compare(at + 4, line - at - 4, name + ".csv") == 0)
        static_cast<void>(written("netbox/" + name + ".csv", input.substr(line + 1, next - line - 1)));
    }
    at = next;
  }
  Problems problems;
  const auto inventory = netbox::read_csv_inventory(tables, problems);
  check_outcome(inventory.has_value(), problems);
}

constexpr const char* boundary =
    R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[{"type":"Feature",)"
    R"("properties":{},"geometry":{"type":"Polygon","coordinates":[[[585000,3466000],[586000,3466000],[586000,3467000],[585000,3466000]]]}}]})";

void read_park(const std::string& park_file, const std::string& table) {
  static_cast<void>(written("park/boundary.geojson", boundary));
  static_cast<void>(written("park/park.yaml", park_file));
  static_cast<void>(written("park/enterprises.csv", table));
  check_reader([] { static_cast<void>(read_park_folder(folder() / "park")); });
}

void run_park_file(const std::string& input) {
  static const bool made = std::filesystem::create_directories(folder() / "park");
  static_cast<void>(made);
  read_park(input, "id,name,sector\nE-1,Mill,textiles\n");
}

void run_park_table(const std::string& input) {
  static const bool made = std::filesystem::create_directories(folder() / "park");
  static_cast<void>(made);
  read_park(
      "site: {name: P, crs: \"EPSG:4549\", origin_easting_m: 585000, origin_northing_m: 3466000}\nboundary: {file: boundary.geojson}\n"
      "layers:\n  enterprises: {file: enterprises.csv}\n",
      input);
}

void run_gzip(const std::string& input) { static_cast<void>(fault_of_gzip(written("map.osm.gz", input))); }

void run_spreadsheet(const std::string& input) { static_cast<void>(fault_of_spreadsheet(written("table.xlsx", input), "")); }

}  // namespace

std::span<const Target> targets_of_files() {
  static constexpr std::array list{Target{"cityjson", run_cityjson, with_projections},
                                   Target{"epw", run_epw, plain},
                                   Target{"meters", run_meters, plain},
                                   Target{"prices", run_prices, with_library},
                                   Target{"grid_factors", run_grid_factors, with_library},
                                   Target{"tariff", run_tariff, with_library},
                                   Target{"scenario", run_scenario, with_library},
                                   Target{"recipe", run_recipe, with_library},
                                   Target{"expression", run_expression, with_library},
                                   Target{"drive_test", run_drive_test, with_projections},
                                   Target{"registry", run_registry, with_library},
                                   Target{"netbox_csv", run_netbox_csv, with_library},
                                   Target{"park_file", run_park_file, with_projections},
                                   Target{"park_table", run_park_table, with_projections},
                                   Target{"gzip", run_gzip, with_library},
                                   Target{"spreadsheet", run_spreadsheet, with_library}};
  return list;
}

}  // namespace parktwin::fuzz
