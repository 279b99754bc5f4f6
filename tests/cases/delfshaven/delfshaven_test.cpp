// Delfshaven through a recipe against a reading of its own: every ground surface by the shoelace of its vertices, every height from the
// numbers as they stand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

const std::filesystem::path delfshaven = std::filesystem::path(PARKTWIN_SHARED_DIR) / "data/cityjson/delfshaven.city.json";

struct Expected {
  std::map<std::string, double> grounds_m2;  ///< sum of the ground surfaces of each object
  std::map<std::string, double> height_m;
  std::map<std::string, std::size_t> grounds;
};

double shoelace_m2(const nlohmann::json& vertices, const nlohmann::json& ring) {
  double twice = 0.0;
  for (std::size_t k = 0; k < ring.size(); ++k) {
    const auto& a = vertices[ring[k].get<std::size_t>()];
    const auto& b = vertices[ring[(k + 1) % ring.size()].get<std::size_t>()];
    twice += 1e-6 * (a[0].get<double>() * b[1].get<double>() - b[0].get<double>() * a[1].get<double>());
  }
  return std::abs(twice) / 2.0;
}

Expected scanned() {
  Expected result;
  const auto root = nlohmann::json::parse(testing::bytes_of(delfshaven));
  for (const auto& [id, object] : root["CityObjects"].items()) {
    const auto& geometry = object["geometry"][0];
    double low = 1e9;
    double high = -1e9;
    for (std::size_t i = 0; i < geometry["boundaries"].size(); ++i) {
      const auto& rings = geometry["boundaries"][i];
      for (const auto& vertex : rings[0]) {
        const double z = 0.001 * root["vertices"][vertex.get<std::size_t>()][2].get<double>();
        low = std::min(low, z);
        high = std::max(high, z);
      }
      if (geometry["semantics"]["surfaces"][geometry["semantics"]["values"][i].get<std::size_t>()]["type"] != "GroundSurface") continue;
      ++result.grounds[id];
      double own = shoelace_m2(root["vertices"], rings[0]);
      for (std::size_t hole = 1; hole < rings.size(); ++hole) own -= shoelace_m2(root["vertices"], rings[hole]);
      result.grounds_m2[id] += own;
    }
    result.height_m[id] = high - low;
  }
  return result;
}

TEST(CityJson, DelfshavenAgreesWithAnotherReading) {
  const testing::TemporaryFolder folder;
  std::filesystem::copy_file(delfshaven, folder.path() / "delfshaven.city.json");
  const auto file = folder.write("recipe.yaml",
                                 "recipe: delfshaven\nname: Delfshaven\ncrs: EPSG:28992\nsources:\n"
                                 "  - {table: buildings, file: delfshaven.city.json, preset: city_model}\n");
  const auto imported = import_by_recipe(file);
  const auto expected = scanned();
  ASSERT_EQ(expected.height_m.size(), 853U);
  const auto& source = imported.report.sources.at(0);
  EXPECT_EQ(source.features, 853U);
  std::map<std::string, double> area_m2;
  std::map<std::string, double> height_m;
  for (const auto& building : *imported.loaded.park.buildings) {
    const auto id = building.id.substr(0, building.id.find('}') + 1);  // a building of several parts is one record for each
    area_m2[id] += area(building.footprint);
    height_m[id] = building.height.value();
  }
  EXPECT_EQ(area_m2.size(), 853U);
  double all = 0.0;
  double all_expected = 0.0;
  std::size_t alike = 0;
  for (const auto& [id, found] : area_m2) {
    all += found;
    all_expected += expected.grounds_m2.at(id);
    EXPECT_LT(found, expected.grounds_m2.at(id) * 1.005 + 0.5) << id;  // overlaps of ground surfaces count once, nothing is added
    alike += std::abs(found - expected.grounds_m2.at(id)) < 0.01 * found ? 1 : 0;
    if (expected.height_m.at(id) >= 1.0) {
      EXPECT_NEAR(height_m.at(id), expected.height_m.at(id), 1e-6) << id;
    }
  }
  EXPECT_NEAR(all, all_expected, 0.002 * all_expected);
  EXPECT_GT(alike, 840U);
}

}  // namespace
}  // namespace parktwin::importers
