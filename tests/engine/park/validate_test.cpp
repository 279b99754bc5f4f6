#include "engine/park/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace parktwin {
namespace {

using ::testing::ElementsAre;

Park small_park() {
  Site site;
  site.name = "Park";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}, {}}};
  Park park;
  park.site = Part<Site>(site);
  return park;
}

template <class T>
Part<Table<T>> table_of(std::vector<T> records) {
  return Part<Table<T>>(Table<T>(std::move(records)));
}

std::vector<std::string> findings(const Park& park) {
  Problems problems;
  validate(park, "p", problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(to_string(problem));
  return lines;
}

Building hall() {
  Building building;
  building.id = "B-012";
  building.footprint = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}};
  return building;
}

TEST(Validate, AcceptsASoundPark) { EXPECT_THAT(findings(small_park()), ElementsAre()); }

TEST(Validate, RefusesAnEmptyPark) {
  EXPECT_THAT(findings(Park{}), ElementsAre("p: site, field name: is empty, expected a text",
                                            "p: site, field crs: is empty, expected a text", "p: site, field boundary: area is empty"));
}

TEST(Validate, ChecksNumbersAgainstTheirRange) {
  Park park = small_park();
  Building low = hall();
  low.height = Metres(-3.5);
  low.floors = 200;
  low.year_built = 1700;
  Building nan = hall();
  nan.id = "B-013";
  nan.height = Metres(std::nan(""));
  park.buildings = table_of<Building>({low, nan});
  EXPECT_THAT(findings(park), ElementsAre("p: buildings B-012, field height_m: found -3.5 m, expected at least 1 m",
                                          "p: buildings B-012, field floors: found 200, expected at most 150",
                                          "p: buildings B-012, field year_built: found 1700, expected at least 1800",
                                          "p: buildings B-013, field height_m: found nan, expected a finite number"));
}

TEST(Validate, AcceptsTheBoundsThemselves) {
  Park park = small_park();
  Building low = hall();
  low.height = Metres(1.0);
  low.floors = 150;
  park.buildings = table_of<Building>({low});
  EXPECT_THAT(findings(park), ElementsAre());
}

TEST(Validate, ChecksReferences) {
  Park park = small_park();
  Building building = hall();
  building.enterprise = Id<Enterprise>(3);
  park.buildings = table_of<Building>({building});
  PowerLoad load;
  load.id = "L-1";
  park.power_loads = table_of<PowerLoad>({load});
  Cable cable;
  cable.id = "C-1";
  cable.ducts = {Id<Duct>(), Id<Duct>(0), Id<Duct>(1)};
  Duct duct;
  duct.id = "east side";
  duct.path.points = {{0, 0}, {1, 0}};
  park.cables = table_of<Cable>({cable});
  park.ducts = table_of<Duct>({duct});
  EXPECT_THAT(findings(park), ElementsAre("p: buildings B-012, field enterprise: refers to record 3 of a table with 0 records",
                                          "p: cables C-1, field ducts: holds an empty reference",
                                          "p: cables C-1, field ducts: lists \"east side\", but listed ids must not hold spaces",
                                          "p: cables C-1, field ducts: refers to record 1 of a table with 1 records",
                                          "p: power_loads L-1, field bus: found nothing, expected the id of a record"));
}

TEST(Validate, ChecksTextsAndChoices) {
  Park park = small_park();
  Building building = hall();
  building.name = "caf\xE9";
  building.use = static_cast<BuildingUse>(77);
  Building nameless = hall();
  nameless.id = "";
  park.buildings = table_of<Building>({building, nameless});
  EXPECT_THAT(findings(park), ElementsAre("p: buildings B-012, field name: is not UTF-8 text from byte 4 on",
                                          "p: buildings B-012, field use: found the number 77, which names no choice",
                                          "p: buildings record 2, field id: is empty, expected a text"));
}

TEST(Validate, ChecksDuplexPatterns) {
  Park park = small_park();
  RadioSite site;
  site.id = "S-1";
  Antenna antenna;
  antenna.id = "A-1";
  RadioCell cell;
  cell.id = "C-1";
  cell.site = Id<RadioSite>(0);
  cell.antenna = Id<Antenna>(0);
  cell.duplex_pattern = "DDDSU";
  RadioCell wrong = cell;
  wrong.id = "C-2";
  wrong.duplex_pattern = "DDDU";
  park.radio_sites = table_of<RadioSite>({site});
  park.antennas = table_of<Antenna>({antenna});
  park.radio_cells = table_of<RadioCell>({cell, wrong});
  EXPECT_THAT(findings(park),
              ElementsAre("p: radio_cells C-2, field duplex_pattern: found \"DDDU\" with U after D, expected a special slot S "
                          "between"));
}

TEST(Validate, ChecksGeometry) {
  Park park = small_park();
  Tree far;
  far.id = "T-1";
  far.position = {250e3, 0};
  Tree nowhere;
  nowhere.id = "T-2";
  nowhere.position = {std::numeric_limits<double>::infinity(), 0};
  park.trees = table_of<Tree>({far, nowhere});
  Building bow = hall();
  bow.footprint.outer = {{0, 0}, {10, 10}, {10, 0}, {0, 12}};
  park.buildings = table_of<Building>({bow});
  Road dot;
  dot.id = "R-1";
  dot.path.points = {{1, 1}, {1, 1}};
  park.roads = table_of<Road>({dot});
  PowerLine without_path;
  without_path.id = "PL-1";
  without_path.from = Id<Bus>(0);
  without_path.to = Id<Bus>(1);
  without_path.length = Metres(20.0);
  std::vector<Bus> buses(2);
  buses[0].id = "BUS";
  buses[1].id = "BUS-2";
  park.buses = table_of<Bus>(buses);
  park.power_lines = table_of<PowerLine>({without_path});
  EXPECT_THAT(
      findings(park),
      ElementsAre(
          "p: roads R-1, field path: has no length, expected at least 2 different points",
          "p: trees T-1, field position: found (250000, 0) m from the origin of the park, expected at most 200 km in each direction",
          "p: trees T-2, field position: found the coordinates (inf, 0), expected finite numbers",
          ::testing::StartsWith("p: buildings B-012, field footprint: outline crosses itself near (")));
}

TEST(Validate, ChecksTheTerrain) {
  Park park = small_park();
  Terrain terrain;
  terrain.elevation_m = Grid<float>({{0, 0}, 10.0, 3, 2}, 4.0F);
  terrain.elevation_m.at(1, 1) = std::nanf("");
  terrain.filled_share = 1.5;
  park.terrain = Part<Terrain>(terrain);
  EXPECT_THAT(findings(park), ElementsAre("p: terrain, field elevation_m: cell in column 1, row 1 is not a finite number",
                                          "p: terrain, field filled_share: found 1.5, expected at most 1"));
  terrain.elevation_m.values.pop_back();
  terrain.filled_share = 0.0;
  park.terrain = Part<Terrain>(terrain);
  EXPECT_THAT(findings(park), ElementsAre("p: terrain, field elevation_m: has 5 values for 3 columns and 2 rows"));
}

TEST(Validate, NamesThePlaceOfAFaultyPassiveNetwork) {
  Park park = small_park();
  NetworkNode splitter;
  splitter.id = "N-7";
  splitter.kind = NodeKind::splitter;
  splitter.splitter_ratio = 5;
  park.network_nodes = table_of<NetworkNode>({splitter});
  EXPECT_THAT(findings(park), ElementsAre("p: network_nodes N-7, field splitter_ratio: found 5, expected 2, 4, 8, 16, 32 or 64"));
}

}  // namespace
}  // namespace parktwin
