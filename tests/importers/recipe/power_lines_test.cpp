#include "importers/recipe/power_lines.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

/// A station of 110 and 20 kV, a line of 110 kV from it to nowhere, two of 20 kV of which one ends on the other; a mast, an exchange, a
/// duct.
constexpr const char* map = R"(<?xml version="1.0"?>
<osm version="0.6">
 <node id="1" lat="48.0000" lon="15.0000"/><node id="2" lat="48.0000" lon="15.0010"/><node id="3" lat="48.0010" lon="15.0010"/>
 <node id="4" lat="48.0010" lon="15.0000"/><node id="5" lat="48.0005" lon="15.0005"/><node id="6" lat="48.0005" lon="15.0100"/>
 <node id="7" lat="48.0100" lon="15.0005"/><node id="8" lat="48.0200" lon="15.0005"/><node id="9" lat="48.0100" lon="15.0100"/>
 <node id="10" lat="48.0050" lon="15.0050"><tag k="man_made" v="mast"/><tag k="tower:type" v="communication"/><tag k="height" v="40"/></node>
 <node id="11" lat="48.0051" lon="15.0050"><tag k="telecom" v="exchange"/></node>
 <node id="12" lat="48.0052" lon="15.0050"><tag k="man_made" v="mast"/><tag k="tower:type" v="communication"/></node>
 <way id="20"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="power" v="substation"/><tag k="voltage" v="110000;20000"/></way>
 <way id="21"><nd ref="5"/><nd ref="6"/><tag k="power" v="line"/><tag k="voltage" v="110000"/></way>
 <way id="22"><nd ref="5"/><nd ref="7"/><nd ref="8"/><tag k="power" v="minor_line"/><tag k="voltage" v="20000"/></way>
 <way id="23"><nd ref="7"/><nd ref="9"/><tag k="power" v="cable"/><tag k="voltage" v="20000"/></way>
 <way id="24"><nd ref="10"/><nd ref="9"/><tag k="communication" v="line"/></way>
</osm>
)";

std::filesystem::path recipe_over(const testing::TemporaryFolder& folder, bool with_stations) {
  static_cast<void>(folder.write("map.osm", map));
  std::string text = "recipe: power\nname: Power\ncrs: EPSG:32633\nsources:\n";
  for (const char* table : {"buses", "power_lines", "radio_sites", "network_nodes", "ducts"}) {
    if (with_stations || std::string(table) != "buses") text += std::string("  - {table: ") + table + ", file: map.osm, preset: osm}\n";
  }
  return folder.write("recipe.yaml", text);
}

TEST(PowerLines, OpenStreetMapGivesAGrid) {
  const testing::TemporaryFolder folder;
  const auto imported = import_by_recipe(recipe_over(folder, true));
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.power_lines->size(), 4U);  // the second line is cut where the cable ends on it
  const auto bus = [&](Id<Bus> id) { return (*park.buses)[id]; };
  const auto& first = park.power_lines->begin()[0];
  EXPECT_EQ(bus(first.from).id, "OSM-w20");
  EXPECT_EQ(bus(first.from).nominal_voltage.value(), 110.0);
  EXPECT_NEAR(first.length.value(), length(first.path), 0.01);
  const auto& second = park.power_lines->begin()[1];
  EXPECT_EQ(bus(second.from).id, "OSM-w20-20kV");
  EXPECT_EQ(bus(second.from).nominal_voltage.value(), 20.0);
  EXPECT_EQ(second.to, park.power_lines->begin()[2].from);
  EXPECT_EQ(second.to, park.power_lines->begin()[3].from);
  EXPECT_EQ(park.buses->size(), 6U);
  const auto& made = imported.report.sources.back();
  EXPECT_EQ(made.records, 5U);
  EXPECT_EQ(made.findings.at({Finding::guessed, "buses where lines end or meet"}).count, 5U);
  EXPECT_EQ(imported.report.sources[1].findings.at({Finding::changed, "lines cut where others end on them"}).count, 1U);
}

TEST(PowerLines, TelecomOfOpenStreetMapIsRead) {
  const testing::TemporaryFolder folder;
  const auto imported = import_by_recipe(recipe_over(folder, true));
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.radio_sites->size(), 1U);  // the mast without a height is named, not made up
  EXPECT_EQ(park.radio_sites->begin()->height.value(), 40.0);
  EXPECT_EQ(imported.report.sources[2].findings.at({Finding::dropped, "records without height_m"}).count, 1U);
  ASSERT_EQ(park.network_nodes->size(), 1U);
  EXPECT_EQ(park.network_nodes->begin()->kind, NodeKind::optical_line_terminal);
  EXPECT_EQ(park.ducts->size(), 1U);
}

TEST(PowerLines, WithoutStationsEveryEndGetsABus) {
  const testing::TemporaryFolder folder;
  const auto imported = import_by_recipe(recipe_over(folder, false));
  EXPECT_EQ(imported.loaded.park.power_lines->size(), 4U);
  EXPECT_EQ(imported.loaded.park.buses->size(), 6U);
  EXPECT_THROW(static_cast<void>(import_by_recipe(folder.path() / "recipe.yaml", true)), InputError);
}

TEST(PowerLines, LinesThatNameTheirBusesStayAsTheyAre) {
  const testing::TemporaryFolder folder;
  static_cast<void>(folder.write("buses.csv", "id,x,y,kv\nA,500000,3400000,10\nB,500100,3400000,10\n"));
  static_cast<void>(folder.write("lines.csv", "id,a,b\nL,A,B\n"));
  const auto file = folder.write("recipe.yaml",
                                 "recipe: r\nname: R\ncrs: EPSG:4549\nsources:\n"
                                 "  - {table: buses, file: buses.csv, crs: EPSG:4549, x: x, y: y, fields: {id: id, nominal_kv: kv}}\n"
                                 "  - {table: power_lines, file: lines.csv, fields: {id: id, from: a, to: b}}\n");
  const auto imported = import_by_recipe(file);
  ASSERT_EQ(imported.loaded.park.power_lines->size(), 1U);
  EXPECT_EQ(imported.loaded.park.buses->size(), 2U);
}

}  // namespace
}  // namespace parktwin::importers
