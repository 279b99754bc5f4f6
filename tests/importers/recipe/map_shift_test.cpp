#include "importers/recipe/map_shift.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "importers/gdal_layers/chinese_map.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;

/// Landmarks strewn over 2 km by 2 km with areas from 50 to 5,000 m2.
std::vector<Landmark> strewn(std::uint32_t map, std::uint32_t count, bool with_sizes) {
  std::vector<Landmark> landmarks;
  for (std::uint32_t i = 0; i < count; ++i) {
    const RandomSequence draw(21, map, i);
    landmarks.push_back(
        {{draw.uniform(0, 0.0, 2000.0), draw.uniform(1, 0.0, 2000.0)}, with_sizes ? std::exp(draw.uniform(2, 4.0, 8.5)) : 0.0});
  }
  return landmarks;
}

/// The same world as another surveyor draws it: shifted, some metres of error, three of ten missing, as many others added.
std::vector<Landmark> drawn_again(const std::vector<Landmark>& world, Point by, std::uint32_t trial) {
  std::vector<Landmark> map;
  for (std::uint32_t i = 0; i < world.size(); ++i) {
    const RandomSequence draw(22, trial, i);
    if (draw.uniform(0, 0.0, 1.0) < 0.3) {
      map.push_back({{draw.uniform(1, 0.0, 2000.0), draw.uniform(2, 0.0, 2000.0)}, world[i].size});
    } else {
      map.push_back({{world[i].place.x + by.x + draw.uniform(1, -3.0, 3.0), world[i].place.y + by.y + draw.uniform(2, -3.0, 3.0)},
                     world[i].size * draw.uniform(3, 0.93, 1.07)});
    }
  }
  return map;
}

TEST(MapShift, PlantedShiftsAreFound) {
  for (const bool with_sizes : {true, false}) {
    const auto world = strewn(1, with_sizes ? 300 : 150, with_sizes);
    for (std::uint32_t trial = 0; trial < 40; ++trial) {
      const RandomSequence draw(23, 0, trial);
      const double by_m = draw.uniform(0, 30.0, trial % 4 == 0 ? 1400.0 : 700.0);
      const double angle = draw.uniform(1, 0.0, 6.28);
      const Point by{by_m * std::cos(angle), by_m * std::sin(angle)};
      const auto found = shift_between(world, drawn_again(world, by, trial));
      ASSERT_TRUE(found) << by.x << " " << by.y;
      EXPECT_LT(distance(found->by, by), 2.0);
      EXPECT_GT(found->matched, world.size() / 2);
    }
  }
}

TEST(MapShift, MapsThatAgreeAndMapsOfOtherPlacesGiveNone) {
  for (std::uint32_t trial = 0; trial < 40; ++trial) {
    const auto world = strewn(100 + trial, 200, trial % 2 == 0);
    EXPECT_FALSE(shift_between(world, drawn_again(world, {4.0, -6.0}, trial))) << trial;
    EXPECT_FALSE(shift_between(world, strewn(500 + trial, 200, trial % 2 == 0))) << trial;
  }
  EXPECT_FALSE(shift_between(strewn(1, 9, true), strewn(1, 9, true)));
  EXPECT_FALSE(shift_between({}, {}));
}

TEST(MapShift, NothingIsSaidOfAPatternThatRepeats) {
  std::vector<Landmark> grid;
  for (int i = 0; i < 400; ++i) grid.push_back({{50.0 * (i % 20), 50.0 * (i / 20)}, 100.0});
  auto shifted = grid;
  for (auto& landmark : shifted) landmark.place.x += 200.0;
  EXPECT_FALSE(shift_between(grid, shifted));
}

TEST(MapShift, WindsAreNamed) {
  EXPECT_EQ(wind({1.0, 0.1}), "east");
  EXPECT_EQ(wind({-1.0, -1.0}), "south-west");
  EXPECT_EQ(wind({-1.0, 0.0}), "west");
  EXPECT_EQ(wind({0.0, -5.0}), "south");
}

std::string footprints(ChineseMap map) {
  std::string text = R"({"type":"FeatureCollection","features":[)";
  for (std::uint32_t i = 0; i < 60; ++i) {
    const RandomSequence draw(31, 0, i);
    const Point low{120.70 + draw.uniform(0, 0.0, 0.015), 31.30 + draw.uniform(1, 0.0, 0.015)};
    const double size = draw.uniform(2, 0.0001, 0.0006);
    const auto corner = [&](double x, double y) {
      const Point p = from_wgs84(map, {low.x + x * size, low.y + y * size});
      return fmt::format("[{:.7f},{:.7f}]", p.x, p.y);
    };
    text += fmt::format(
        R"({}{{"type":"Feature","properties":{{"id":"B{}"}},"geometry":{{"type":"Polygon","coordinates":[[{},{},{},{},{}]]}}}})",
        i == 0 ? "" : ",", i, corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0));
  }
  return text + "]}";
}

std::string warning_of(const std::string& second_crs) {
  const testing::TemporaryFolder folder;
  static_cast<void>(folder.write("survey.geojson", footprints(ChineseMap::none)));
  static_cast<void>(folder.write("web.geojson", footprints(ChineseMap::gcj02)));
  const auto imported =
      import_by_recipe(folder.write("recipe.yaml",
                                    "recipe: r\nname: R\ncrs: EPSG:4549\nsources:\n"
                                    "  - {name: survey, table: buildings, file: survey.geojson, fields: {id: {field: id, prefix: S-}}}\n"
                                    "  - {name: web, table: buildings, file: web.geojson, fields: {id: {field: id, prefix: W-}}" +
                                        second_crs + "}\n"));
  for (const auto& [key, entry] : imported.report.sources.at(1).findings) {
    if (key.first == Finding::warning) return key.second;
  }
  return "";
}

TEST(MapShift, AWebMapIsRecognisedInTheReport) {  // at Suzhou GCJ-02 lies 469 m away (reference/twin.md)
  const auto warning = warning_of("");
  EXPECT_THAT(warning, HasSubstr("looks shifted by 4"));
  EXPECT_THAT(warning, HasSubstr("against source survey, as GCJ-02 is; say crs: GCJ-02"));
  EXPECT_EQ(warning_of(", crs: GCJ-02"), "");
}

}  // namespace
}  // namespace parktwin::importers
