// What maps bring beside plain outlines: parts of buildings, poles of drawings, systems of China, terrain of SRTM.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "engine/core/errors.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::filesystem::path recipe(const TemporaryFolder& folder, const std::string& crs, const std::string& rest) {
  return folder.write("recipe.yaml", "recipe: test\nname: Test\ncrs: " + crs + "\n" + rest);
}

TEST(MapParts, PartsOfBuildingsStandForTheirOutline) {
  const TemporaryFolder folder;
  std::string nodes;
  const auto node = [&](int id, double north, double east) {
    nodes += fmt::format("<node id='{}' lat='{:.7f}' lon='{:.7f}'/>", id, 48.0 + north * 1e-4, 15.0 + east * 1e-4);
  };
  // An outline of 4 by 2 ten-thousandths of a degree, divided in the middle.
  node(1, 0, 0), node(2, 0, 2), node(3, 0, 4), node(4, 2, 4), node(5, 2, 2), node(6, 2, 0);
  const auto way = [](int id, const char* refs, const char* tags) {
    std::string text = fmt::format("<way id='{}'>", id);
    for (const char* at = refs; *at != '\0'; ++at) text += fmt::format("<nd ref='{}'/>", *at);
    return text + tags + "</way>";
  };
  static_cast<void>(folder.write(
      "town.osm", "<?xml version='1.0'?><osm version='0.6'>" + nodes +
                      way(10, "1234561", "<tag k='building' v='industrial'/><tag k='name' v='Works'/><tag k='height' v='40'/>") +
                      way(11, "12561", "<tag k='building:part' v='yes'/><tag k='height' v='30 m'/><tag k='building:levels' v='8'/>") +
                      way(12, "23452", "<tag k='building:part' v='yes'/><tag k='building:levels' v='3'/>") + "</osm>"));
  const auto imported = import_by_recipe(recipe(folder, "EPSG:32633",
                                                "sources:\n  - {table: buildings, file: town.osm, preset: osm_parts}\n"
                                                "  - {table: buildings, file: town.osm, preset: osm}\n"));
  const auto& buildings = *imported.loaded.park.buildings;
  ASSERT_EQ(buildings.size(), 2U);
  const auto& tower = buildings[Id<Building>(0)];
  const auto& wing = buildings[Id<Building>(1)];
  EXPECT_EQ(tower.id, "OSM-p11");
  EXPECT_EQ(tower.height, Metres(30.0));
  EXPECT_EQ(tower.floors, 8);
  EXPECT_NEAR(wing.height.value(), 9.6, 1e-9);
  const auto& findings = imported.report.sources.at(0).findings;  // of the wing only levels are mapped
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
    return finding.first.first == Finding::guessed && finding.first.second.starts_with("height_m") && finding.second.count == 1;
  }));
  // 2e-4 degrees at 48 N: 22.24 m northwards, 14.91 m eastwards (WGS 84), times the scale of UTM.
  EXPECT_NEAR(area(tower.footprint) + area(wing.footprint), 2.0 * 22.24 * 14.91, 2.0);
}

struct Corner {
  int id;
  double north;
  double east;
};

/// Metres from 48 N, 15 E with the radii of curvature of WGS 84 there, times the scale of UTM on its central meridian.
double square_metres(const std::vector<Corner>& ring) {
  constexpr double per_degree_north = 111200.0 * 0.9996;
  constexpr double per_degree_east = 74628.0 * 0.9996;
  double twice = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& a = ring[i];
    const auto& b = ring[(i + 1) % ring.size()];
    twice += a.east * b.north - b.east * a.north;
  }
  return std::abs(twice) / 2.0 * per_degree_north * per_degree_east;
}

TEST(MapParts, PartsThatAreRelationsAreReadLikeWays) {
  const TemporaryFolder folder;
  const std::vector<Corner> outer{{1, 0, 0}, {2, 0, 0.0008}, {3, 0.0006, 0.0008}, {4, 0.0006, 0}};
  const std::vector<Corner> court{{5, 0.0002, 0.0002}, {6, 0.0002, 0.0005}, {7, 0.0004, 0.0005}, {8, 0.0004, 0.0002}};
  const std::vector<Corner> tower{{2, 0, 0.0008}, {9, 0, 0.0011}, {10, 0.0006, 0.0011}, {3, 0.0006, 0.0008}};
  std::string text = "<?xml version='1.0'?><osm version='0.6'>";
  for (const auto* ring : {&outer, &court, &tower}) {
    for (const auto& corner : *ring) {
      if (ring == &tower && corner.id < 5) continue;
      text += fmt::format("<node id='{}' lat='{:.7f}' lon='{:.7f}'/>", corner.id, 48.0 + corner.north, 15.0 + corner.east);
    }
  }
  const auto way = [&](int id, const std::vector<int>& nodes, const char* tags) {
    text += fmt::format("<way id='{}'>", id);
    for (const int node : nodes) text += fmt::format("<nd ref='{}'/>", node);
    text += std::string(tags) + "</way>";
  };
  way(20, {1, 2, 3}, ""), way(21, {3, 4, 1}, ""), way(22, {5, 6, 7, 8, 5}, "");
  way(23, {2, 9, 10, 3, 2}, "<tag k='building:part' v='yes'/><tag k='height' v='31'/>");
  way(24, {1, 2, 9, 10, 3, 4, 1}, "<tag k='building' v='office'/><tag k='name' v='Court'/>");
  text +=
      "<relation id='30'><member type='way' ref='20' role='outer'/><member type='way' ref='21' role='outer'/><member type='way' ref='22' "
      "role='inner'/><tag k='type' v='multipolygon'/><tag k='building:part' v='yes'/><tag k='height' v='18 m'/><tag k='building:levels' "
      "v='5'/></relation></osm>";
  static_cast<void>(folder.write("court.osm", text));
  const auto imported = import_by_recipe(recipe(folder, "EPSG:32633",
                                                "sources:\n  - {table: buildings, file: court.osm, preset: osm_parts}\n"
                                                "  - {table: buildings, file: court.osm, preset: osm_part_relations}\n"
                                                "  - {table: buildings, file: court.osm, preset: osm}\n"));
  const auto& buildings = *imported.loaded.park.buildings;
  ASSERT_EQ(buildings.size(), 2U) << "the outline gives way to its parts";
  const auto& way_part = buildings[Id<Building>(0)];
  const auto& relation = buildings[Id<Building>(1)];
  EXPECT_EQ(way_part.id, "OSM-p23");
  EXPECT_EQ(way_part.height, Metres(31.0));
  EXPECT_EQ(relation.id, "OSM-pr30");
  EXPECT_EQ(relation.height, Metres(18.0));
  EXPECT_EQ(relation.floors, 5);
  EXPECT_NEAR(area(way_part.footprint), square_metres(tower), 2e-3 * square_metres(tower));
  const double ring = square_metres(outer) - square_metres(court);
  EXPECT_NEAR(area(relation.footprint), ring, 2e-3 * ring);
}

TEST(MapParts, LayersOfADrawingBecomeZonesDuctsAndPoles) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "plan.dxf";
  {
    const GdalSession session;
    GDALDatasetUniquePtr set(GetGDALDriverManager()->GetDriverByName("DXF")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    auto* layer = set->CreateLayer("entities", nullptr, wkbUnknown, nullptr);
    for (const auto& [name, text] : {std::pair{"GREEN", "LINESTRING (500000 3400000, 500050 3400000, 500050 3400040, 500000 3400000)"},
                                     {"DUCT", "LINESTRING (500000 3400000, 500030 3400040)"},
                                     {"POLE", "POINT (500010 3400005)"},
                                     {"POLE", "POINT (500020 3400005)"}}) {
      OGRFeature feature(layer->GetLayerDefn());
      feature.SetField("Layer", name);
      OGRGeometry* shape = nullptr;
      ASSERT_EQ(OGRGeometryFactory::createFromWkt(text, nullptr, &shape), OGRERR_NONE);
      feature.SetGeometryDirectly(shape);
      ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
  }
  const auto imported = import_by_recipe(recipe(
      folder, "EPSG:4549",
      "sources:\n"
      "  - {table: zones, file: plan.dxf, crs: EPSG:4549, where: Layer = 'GREEN', fields: {kind: {constant: green}}}\n"
      "  - {table: ducts, file: plan.dxf, crs: EPSG:4549, where: Layer = 'DUCT'}\n"
      "  - {table: radio_sites, file: plan.dxf, crs: EPSG:4549, only: {field: Layer, equals: POLE}, fields: {height_m: {constant: 8}}}\n"));
  const auto& park = imported.loaded.park;
  EXPECT_NEAR(area(park.zones->begin()->shape), 1000.0, 0.01);
  EXPECT_NEAR(length(park.ducts->begin()->path), 50.0, 0.01);
  ASSERT_EQ(park.radio_sites->size(), 2U);
  for (const auto& pole : *park.radio_sites) EXPECT_EQ(pole.height, Metres(8.0));
}

TEST(MapParts, SystemsOfChinaMeetInOneParkAndTheDistortionIsStated) {
  const TemporaryFolder folder;
  // 120 E, 31 N and the meridian arc there on CGCS2000: 3,430,974.323 m (Snyder, eq. 3-21).
  static_cast<void>(folder.write("geographic.csv", "nr,lon,lat\n1,120,31\n"));
  static_cast<void>(folder.write("projected.csv", "nr,e,n\n2,500000,3430974.323\n"));
  static_cast<void>(folder.write("other_zone.csv", "nr,lon,lat\n3,120,31\n"));
  const auto imported =
      import_by_recipe(recipe(folder, "EPSG:4549",
                              "sources:\n"
                              "  - {table: trees, file: geographic.csv, crs: EPSG:4490, x: lon, y: lat, fields: {id: nr}}\n"
                              "  - {table: trees, file: projected.csv, crs: EPSG:4549, x: e, y: n, fields: {id: nr}}\n"
                              "  - {table: trees, file: other_zone.csv, crs: EPSG:4326, x: lon, y: lat, fields: {id: nr}}\n"));
  const auto& trees = *imported.loaded.park.trees;
  ASSERT_EQ(trees.size(), 3U);
  for (const auto& tree : trees) EXPECT_LT(distance(tree.position, trees.begin()->position), 0.05) << tree.id;
  const auto& notes = imported.loaded.notes;
  EXPECT_TRUE(std::any_of(notes.begin(), notes.end(), [](const Note& note) {
    return note.text.find("lengths on the map of EPSG:4549 are 1.00000") != std::string::npos;
  }));
}

TEST(MapParts, TerrainOfSrtmIsReadWithItsVoids) {
  const TemporaryFolder folder;
  // A tile of SRTM3: 1201 by 1201 samples of 16 bits, big-endian, from the north-west; here 100 m and 10 m more for every degree eastwards.
  std::string tile;
  for (int row = 0; row <= 1200; ++row) {
    for (int column = 0; column <= 1200; ++column) {
      const bool is_void = row == 600 && column == 600;
      const bool sea = row == 600 && column == 606;
      const int metres = is_void ? -32768 : sea ? -40 : 100 + column / 120;
      tile += static_cast<char>((metres >> 8) & 0xff);
      tile += static_cast<char>(metres & 0xff);
    }
  }
  static_cast<void>(folder.write("N48E015.hgt", tile));
  static_cast<void>(folder.write("trees.csv", "nr,lon,lat\n1,15.495,48.495\n2,15.505,48.505\n"));
  const auto imported = import_by_recipe(recipe(folder, "EPSG:32633",
                                                "terrain: {file: N48E015.hgt, cell_size_m: 30, lowest_m: 0}\n"
                                                "sources:\n  - {table: trees, file: trees.csv, x: lon, y: lat, fields: {id: nr}}\n"));
  const auto& terrain = *imported.loaded.park.terrain;
  ASSERT_FALSE(terrain.elevation_m.values.empty());
  for (const float value : terrain.elevation_m.values) {
    EXPECT_GE(value, 103.9F);
    EXPECT_LE(value, 105.1F);
  }
  EXPECT_GT(terrain.filled_share, 0.0);
}

TEST(MapParts, SystemsThatDoNotFitAreNamed) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("far.csv", "nr,e,n\n1,500000,3400000\n"));
  const auto fault_of = [&](const std::string& crs, const std::string& source_crs) {
    try {
      static_cast<void>(import_by_recipe(
          recipe(folder, crs, "sources:\n  - {table: trees, file: far.csv, crs: \"" + source_crs + "\", x: e, y: n, fields: {id: nr}}\n")));
      return std::string();
    } catch (const InputError& error) {
      return std::string(error.what());
    }
  };
  EXPECT_THAT(fault_of("EPSG:4490", "EPSG:4549"), HasSubstr("EPSG:4490 is not a projected system"));
  EXPECT_THAT(fault_of("EPSG:4549", "EPSG:31999999"), HasSubstr("cannot be transformed"));
  EXPECT_NE(fault_of("EPSG:4549", "EPSG:4326"), "") << "500000 degrees";
}

}  // namespace
}  // namespace parktwin::importers
