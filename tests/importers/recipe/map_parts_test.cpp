// What maps bring beside plain outlines: parts of buildings, poles of drawings, systems of China, terrain of SRTM.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <map>

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

/// Reads the map as text, without GDAL: ground area and height of a relation, by shoelace over its members in metres at 48 N.
struct MappedPart {
  double area_m2 = 0.0;
  double height_m = 0.0;
};

MappedPart part_by_hand(const std::string& map, const std::string& relation) {
  const auto value_after = [](const std::string& text, const std::string& key, std::size_t from) {
    const auto at = text.find(key, from) + key.size() + 2;
    return text.substr(at, text.find('\'', at) - at);
  };
  const auto element = [&map](const std::string& kind, const std::string& id) {
    const auto at = map.find("<" + kind + " id='" + id + "'");
    return map.substr(at, map.find("</" + kind + ">", at) - at);
  };
  MappedPart part;
  const std::string text = element("relation", relation);
  part.height_m = std::stod(value_after(text, "k='height' v", 0));
  for (auto at = text.find("<member"); at != std::string::npos; at = text.find("<member", at + 1)) {
    const std::string way = element("way", value_after(text, "ref", at));
    std::vector<std::pair<double, double>> corners;
    for (auto node = way.find("<nd"); node != std::string::npos; node = way.find("<nd", node + 1)) {
      const auto place = map.find("<node id='" + value_after(way, "ref", node) + "'");
      // Metres of a degree at 48 N on WGS 84 (series of latitude): 74,625 eastwards, 111,200 northwards.
      corners.emplace_back(std::stod(value_after(map, "lon", place)) * 74625.0, std::stod(value_after(map, "lat", place)) * 111200.0);
    }
    double twice = 0.0;
    for (std::size_t i = 1; i < corners.size(); ++i)
      twice += (corners[i - 1].first - corners[0].first) * (corners[i].second - corners[0].second) -
               (corners[i].first - corners[0].first) * (corners[i - 1].second - corners[0].second);
    part.area_m2 += (value_after(text, "role", at) == "inner" ? -0.5 : 0.5) * std::abs(twice);
  }
  return part;
}

TEST(MapParts, PartsMappedAsRelationsKeepTheirCourtyard) {
  const TemporaryFolder folder;
  std::string map = "<?xml version='1.0'?><osm version='0.6'>";
  const auto square = [&map](int first, double from, double to, double east) {
    const std::array<std::pair<double, double>, 4> corners{{{from, from}, {from, to}, {to, to}, {to, from}}};
    for (int i = 0; i < 4; ++i)
      map += fmt::format("<node id='{}' lat='{:.7f}' lon='{:.7f}'/>", first + i, 48.0 + corners.at(i).first * 1e-4,
                         15.0 + (east + corners.at(i).second) * 1e-4);
  };
  square(10, 0.0, 6.0, 0.0);  // outline and outer ring
  square(20, 2.0, 4.0, 0.0);  // courtyard
  square(30, 0.0, 3.0, 8.0);  // a part that is also a place to GDAL
  const auto way = [&map](int id, int first, const char* tags) {
    map += fmt::format("<way id='{}'><nd ref='{}'/><nd ref='{}'/><nd ref='{}'/><nd ref='{}'/><nd ref='{}'/>{}</way>", id, first, first + 1,
                       first + 2, first + 3, first, tags);
  };
  way(1, 10, "<tag k='building' v='office'/><tag k='name' v='Court'/><tag k='height' v='9'/>");
  way(2, 20, "");
  way(3, 30, "<tag k='building:part' v='yes'/><tag k='amenity' v='cafe'/><tag k='height' v='5'/>");
  map +=
      "<relation id='50'><member type='way' ref='1' role='outer'/><member type='way' ref='2' role='inner'/>"
      "<tag k='type' v='multipolygon'/><tag k='building:part' v='yes'/><tag k='height' v='21.5'/><tag k='building:levels' v='6'/>"
      "<tag k='building:material' v='brick'/></relation></osm>";
  static_cast<void>(folder.write("town.osm", map));
  const auto imported = import_by_recipe(recipe(folder, "EPSG:32633",
                                                "sources:\n  - {table: buildings, file: town.osm, preset: osm_relation_parts}\n"
                                                "  - {table: buildings, file: town.osm, preset: osm}\n"));
  const auto& buildings = *imported.loaded.park.buildings;
  ASSERT_EQ(buildings.size(), 2U);
  std::map<std::string, const Building*> by_id;
  for (const auto& building : buildings) by_id[building.id] = &building;
  ASSERT_TRUE(by_id.contains("OSM-r50") && by_id.contains("OSM-p3"));
  const auto expected = part_by_hand(map, "50");
  EXPECT_NEAR(expected.area_m2, (36.0 - 4.0) * 7.4625 * 11.12, 0.1);
  const Building& court = *by_id["OSM-r50"];
  EXPECT_NEAR(area(court.footprint), expected.area_m2, 0.002 * expected.area_m2);
  EXPECT_EQ(court.footprint.holes.size(), 1U);
  EXPECT_EQ(court.height, Metres(expected.height_m));
  EXPECT_EQ(court.floors, 6);
  EXPECT_EQ(court.name, "Court") << "what the part lacks comes from the outline";
  EXPECT_EQ(by_id["OSM-p3"]->height, Metres(5.0));
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
