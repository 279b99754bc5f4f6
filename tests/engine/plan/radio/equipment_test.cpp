#include "engine/plan/radio/equipment.h"

#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/yaml_reader.h"
#include "engine/plan/radio/choices.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

PlannedSite site_on_roof() {
  PlannedSite site;
  site.place = {{50.0, 35.0}, Id<Building>(0), Metres(5.0)};
  site.sector = sectors_of({60.0, 8.0});
  return site;
}

Park built(const Park& park, const std::string& changes) {
  Problems problems;
  const auto document = yaml::parse_document("changes:\n" + changes, "test");
  const auto list = read_changes(document.root["changes"], "test", problems);
  problems.throw_if_any();
  return apply(park, list);
}

TEST(Equipment, TheTextBuildsTheRecordsThatTheSearchPutOnTheAir) {
  const Park park = block_park(600.0);
  const PlannedIds ids(park);
  const PlanOptions options;
  const PlannedSite site = site_on_roof();
  const Park after = built(park, antenna_text(ids, options) + changes_text(park, site, 1, ids, options));
  ASSERT_EQ(after.radio_sites->size(), 1U);
  RadioSite expected = radio_site(site, 1, ids);
  expected.name = "Planned site 1";
  expected.name_zh = "规划站点1";
  EXPECT_EQ(content_hash(after.radio_sites->records()[0]), content_hash(expected));
  auto cells = radio_cells(site, 1, ids, options);
  ASSERT_EQ(after.radio_cells->size(), cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].site = Id<RadioSite>(0);
    cells[i].antenna = Id<Antenna>(0);
    EXPECT_EQ(content_hash(after.radio_cells->records()[i]), content_hash(cells[i]));
  }
  EXPECT_EQ(content_hash(after.antennas->records()[0]), content_hash(panel_antenna(ids)));
}

TEST(Equipment, FibreEndsAtTheSitesRadioUnit) {
  const Park park = block_park(600.0);
  const PlannedIds ids(park);
  PlannedSite site = site_on_roof();
  site.backhaul = Backhaul{Id<NetworkNode>(0), 120.0};
  site.unit_address = "2001:db8::7";
  const PlannedCable cable{Id<NetworkNode>(0), {}, 120.0};
  const Park after = built(park, antenna_text(ids, {}) + cable_text(park, cable, 1, ids.fibre()) + changes_text(park, site, 1, ids, {}));
  const NetworkNode& unit = after.network_nodes->records().back();
  EXPECT_EQ(unit.kind, NodeKind::radio_unit);
  EXPECT_EQ(unit.ipv6_address, "2001:db8::7");
  EXPECT_EQ(unit.position, site.place.position);
  EXPECT_EQ(after.radio_sites->records()[0].backhaul, Id<NetworkNode>(1));
  EXPECT_EQ(after.network_links->records()[0].from, Id<NetworkNode>(0));
  EXPECT_EQ(after.network_links->records()[0].cable, Id<Cable>(0));
  EXPECT_EQ(after.network_links->records()[0].length, Metres(120.0));
}

TEST(Equipment, IdsAreNew) {
  Park park = block_park(600.0);
  EXPECT_EQ(PlannedIds(park).site(7), "P-S-007");
  EXPECT_EQ(PlannedIds(park).cell(7, 0), "P-S-007-1");
  RadioSite site;
  site.id = "P-S-001";
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>({site}));
  EXPECT_EQ(PlannedIds(park).site(7), "PP-S-007");
}

TEST(Equipment, AnAntennaOfTheInventoryIsNotAddedAgain) {
  PlanOptions options;
  options.antenna = "A-1";
  const Park park = block_park(600.0);
  const PlannedIds ids(park);
  EXPECT_EQ(antenna_text(ids, options), "");
  EXPECT_NE(changes_text(park, site_on_roof(), 1, ids, options).find("antenna: \"A-1\""), std::string::npos);
}

}  // namespace
}  // namespace parktwin::plan
