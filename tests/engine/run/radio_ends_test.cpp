#include "engine/run/radio_ends.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/core/progress.h"
#include "engine/simulators/radio/link/throughput.h"

namespace parktwin {
namespace {

/// A mast in an empty square of 600 m; devices at 100 m, at the far corner and outside, and a link that is no radio.
Park park_of_square() {
  Park park;
  Site site;
  site.boundary = MultiPolygon{{{{{0, 0}, {600, 0}, {600, 600}, {0, 600}}, {}}}};
  park.site = Part(std::move(site));
  std::vector<Antenna> antennas(1);
  antennas[0].id = "A";
  park.antennas = Part(Table(antennas));
  std::vector<RadioSite> sites(1);
  sites[0].id = "S";
  sites[0].position = {50, 50};
  park.radio_sites = Part(Table(sites));
  std::vector<RadioCell> cells(1);
  cells[0].id = "C";
  cells[0].site = Id<RadioSite>(0);
  cells[0].antenna = Id<Antenna>(0);
  cells[0].azimuth = Degrees(45.0);
  cells[0].load = 0.3;
  park.radio_cells = Part(Table(cells));
  std::vector<NetworkNode> nodes(4);
  const std::vector<Point> places = {{50, 50}, {120, 120}, {590, 590}, {2000, 2000}};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = "N-" + std::to_string(i);
    nodes[i].position = places[i];
  }
  park.network_nodes = Part(Table(nodes));
  std::vector<NetworkLink> links(5);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].id = "L-" + std::to_string(i);
    links[i].from = Id<NetworkNode>(0);
    links[i].to = Id<NetworkNode>(i < 4 ? std::max<std::size_t>(i, 1) : 1);
    if (i == 0) continue;  // fibre
    links[i].medium = LinkMedium::radio;
    if (i < 4) links[i].radio_cell = Id<RadioCell>(0);
  }
  park.network_links = Part(Table(links));
  return park;
}

TEST(RadioEnds, AreFoundWhereTheDeviceStands) {
  const Park park = park_of_square();
  radio::Options options;
  options.resolution = Metres(10.0);
  Progress progress;
  const std::vector<std::uint8_t> connected = {1};
  const radio::Result radio = radio::simulate(park, options, connected, 1, progress);
  const auto ends = radio_ends(park, options, radio);
  ASSERT_EQ(ends.ends.size(), 3U);
  const auto& near = ends.ends[0];
  const auto& far = ends.ends[1];
  EXPECT_EQ(near.link, Id<NetworkLink>(1));
  EXPECT_EQ(near.cell, Id<RadioCell>(0));
  EXPECT_EQ(far.cell, Id<RadioCell>(0));
  EXPECT_FALSE(ends.ends[2].cell.valid());  // beyond the map
  EXPECT_GT(near.down.sinr_db, far.down.sinr_db);
  EXPECT_GE(near.up.sinr_db, far.up.sinr_db);
  EXPECT_EQ(near.down.taken_share, 0.3);
  EXPECT_EQ(near.up.taken_share, 0.0);
  // 273 blocks at 100 MHz and 30 kHz, 14 % overhead down (TS 38.306).
  EXPECT_NEAR(near.down.elements_per_slot, 273 * 12 * 14 * 0.86, 1e-6);
  for (std::size_t i = 1; i < ends.schemes.size(); ++i) EXPECT_GT(ends.schemes[i].needed_sinr_db, ends.schemes[i - 1].needed_sinr_db);
}

TEST(RadioEnds, TheRateUpOfTheMapFollowsFromThem) {
  Park park = park_of_square();
  auto cells = park.radio_cells->records();
  cells[0].duplex_pattern = "FDD";
  park.radio_cells = Part(Table(cells));
  radio::Options options;
  options.resolution = Metres(10.0);
  Progress progress;
  const std::vector<std::uint8_t> connected = {1};
  const radio::Result radio = radio::simulate(park, options, connected, 1, progress);
  const auto ends = radio_ends(park, options, radio);
  for (const auto& end : {ends.ends[0], ends.ends[1]}) {
    double bits_per_element = 0.0;
    for (const auto& scheme : ends.schemes) {
      if (scheme.needed_sinr_db <= end.up.sinr_db) bits_per_element = scheme.bits_per_element;
    }
    const Point device = (*park.network_nodes)[(*park.network_links)[end.link].to].position;
    const GridFrame& frame = radio.best_server.frame;
    const double rate = radio.throughput_up_mbit_s.at(frame.column_of(device.x), frame.row_of(device.y));
    EXPECT_NEAR(bits_per_element * end.up.elements_per_slot / 500.0, rate, 0.1 * rate);  // slots of 500 µs; map in steps of 0.1 dB
  }
}

TEST(RadioEnds, WithoutAMapNobodyServes) {
  const auto ends = radio_ends(park_of_square(), {}, {});
  ASSERT_EQ(ends.ends.size(), 3U);
  for (const auto& end : ends.ends) EXPECT_FALSE(end.cell.valid());
}

}  // namespace
}  // namespace parktwin
