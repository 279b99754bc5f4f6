#include "engine/simulators/radio/link_maps.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/hash.h"
#include "engine/simulators/radio/cell_links.h"
#include "engine/simulators/radio/link/location_probability.h"
#include "engine/simulators/radio/link/signal_quality.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

test::Draft one_cell() {
  test::Draft draft;
  draft.sites = {test::site("S-1", {100.0, 200.0}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  return draft;
}

// A map of four cells: three served by radio cell 0, one by nobody.
Result made_map() {
  const GridFrame frame{.origin = {}, .cell_size = 2.0, .columns = 4, .rows = 1};
  const float nothing = std::nanf("");
  Result result;
  result.best_server = Grid<std::uint16_t>(frame, 0);
  result.best_server.values[3] = no_server;
  result.rsrp_dbm = Grid<float>(frame, nothing);
  result.sinr_db = Grid<float>(frame, nothing);
  result.shadowing_deviation_db = Grid<float>(frame, 6.0F);
  result.rsrp_dbm.values = {-80.0F, -105.0F, -111.0F, nothing};
  result.sinr_db.values = {10.05F, 0.0F, -8.0F, nothing};
  return result;
}

TEST(LinkMaps, ByHand) {
  auto draft = one_cell();
  draft.cells[0].downlink_layers = 1;
  draft.cells[0].load = 0.5;
  Result result = made_map();
  put_link_maps(draft.park(), {}, result);
  // SINR 0 dB and load 0.5: −10 lg(12·1.5); RSSI over 273 blocks.
  EXPECT_NEAR(result.rsrq_db.values[1], -12.553, 1e-3);
  EXPECT_NEAR(result.rssi_dbm.values[1], -105.0 + 12.553 + 24.362, 2e-3);
  // I_MCS 8 of table 5.1.3.1-2, see cell_links_test.cpp: 2.16015625 bit on 12·273·28000·52/70·0.86 elements a second.
  EXPECT_NEAR(result.throughput_down_mbit_s.values[0], 126.6, 0.1);
  EXPECT_EQ(result.throughput_down_mbit_s.values[2], 0.0F);
  EXPECT_NEAR(result.location_probability.values[0], 1.0, 1e-4);
  EXPECT_NEAR(result.location_probability.values[1], 0.5, 1e-6);
  EXPECT_NEAR(result.location_probability.values[2], 0.158655, 1e-5);  // one deviation below
  for (const auto* map :
       {&result.rsrq_db, &result.rssi_dbm, &result.throughput_down_mbit_s, &result.throughput_up_mbit_s, &result.location_probability}) {
    EXPECT_TRUE(std::isnan(map->values[3]));
  }
}

TEST(LinkMaps, DrawnFadingIsKnown) {
  Options options;
  options.shadow_fading = true;
  Result result = made_map();
  put_link_maps(one_cell().park(), options, result);
  EXPECT_EQ(result.location_probability.values[0], 1.0F);
  EXPECT_EQ(result.location_probability.values[1], 0.0F);
  EXPECT_EQ(result.location_probability.values[2], 0.0F);
}

// Over the maps of a park, against the formulas in double precision with the disturbance as one other cell.
TEST(LinkMaps, AgreeWithTheFormulas) {
  const Park park = test::two_site_draft().park();
  const Result result = test::simulated(park);
  const auto links = cell_links(park, {});
  for (std::size_t i = 0; i < result.best_server.values.size(); i += 7) {
    const auto& cell = park.radio_cells->records()[result.best_server.values[i]];
    const Dbm rsrp(static_cast<double>(result.rsrp_dbm.values[i]));
    const Decibel sinr(static_cast<double>(result.sinr_db.values[i]));
    const auto quality = link::signal_quality(rsrp, cell.load, {}, rsrp - sinr, 273);
    ASSERT_NEAR(result.rsrq_db.values[i], quality.rsrq.value(), 2e-4);
    ASSERT_NEAR(result.rssi_dbm.values[i], quality.rssi.value(), 3e-4);
    const Decibel deviation(static_cast<double>(result.shadowing_deviation_db.values[i]));
    ASSERT_NEAR(result.location_probability.values[i], link::point_probability(rsrp, Dbm(-105.0), deviation), 5e-6);
    const auto& own = links.cells[result.best_server.values[i]];
    ASSERT_EQ(result.throughput_up_mbit_s.values[i], links.up[own.up].at(result.rsrp_dbm.values[i] - own.element_dbm));
  }
}

struct Band {
  double ghz;
  double mhz;
  double khz;
  double peak_bit_s_hz;  ///< of four layers down, after overhead and the share of time
};

class LinkMapsByBand : public testing::TestWithParam<Band> {};

// A mast over open ground: the best rate is that of the table's last row, the least is not negative, quality keeps its bounds.
TEST_P(LinkMapsByBand, SaneFigures) {
  const Band band = GetParam();
  auto draft = one_cell();
  draft.cells[0].frequency = gigahertz(band.ghz);
  draft.cells[0].bandwidth = megahertz(band.mhz);
  draft.cells[0].subcarrier_spacing = Hertz(band.khz * 1e3);
  const Result result = test::simulated(draft.park());
  float best = 0.0F;
  for (std::size_t i = 0; i < result.best_server.values.size(); ++i) {
    ASSERT_NE(result.best_server.values[i], no_server);
    ASSERT_LE(result.rsrq_db.values[i], -10.0F * std::log10(12.0F * 0.5F) + 1e-3F);  // own load 0.5 and no disturbance
    ASSERT_GT(result.rssi_dbm.values[i], result.rsrp_dbm.values[i]);
    ASSERT_GE(result.throughput_up_mbit_s.values[i], 0.0F);
    ASSERT_GE(result.location_probability.values[i], 0.0F);
    ASSERT_LE(result.location_probability.values[i], 1.0F);
    best = std::max(best, result.throughput_down_mbit_s.values[i]);
  }
  EXPECT_NEAR(best / band.mhz, band.peak_bit_s_hz, 0.05 * band.peak_bit_s_hz);
  EXPECT_GT(result.cells[0].capacity_down_mbit_s, 0.1 * static_cast<double>(best));
  EXPECT_LE(result.cells[0].capacity_down_mbit_s, 1.000001 * static_cast<double>(best));  // a sum of reciprocals rounds
  EXPECT_GT(result.cells[0].capacity_up_mbit_s, 0.0);
}

// 4·7.40625 bit over the filled part of the band (blocks·12·spacing/bandwidth), 14/15 of the symbol time without its cyclic prefix, the
// overhead of TS 38.306, and 52/70 of the time under TDD.
INSTANTIATE_TEST_SUITE_P(Bands, LinkMapsByBand,
                         testing::Values(Band{0.7, 20, 15, 4 * 7.40625 * 0.954 * 0.933 * 0.86},
                                         Band{2.6, 100, 30, 4 * 7.40625 * 0.983 * 0.933 * 0.86 * 52 / 70},
                                         Band{3.5, 100, 30, 4 * 7.40625 * 0.983 * 0.933 * 0.86 * 52 / 70},
                                         Band{4.9, 100, 60, 4 * 7.40625 * 0.972 * 0.933 * 0.86 * 52 / 70},
                                         Band{26, 400, 120, 4 * 7.40625 * 0.950 * 0.933 * 0.82 * 52 / 70}));

TEST(LinkMaps, MorePowerNeverLessRate) {
  auto draft = one_cell();
  const Result usual = test::simulated(draft.park());
  draft.cells[0].transmit_power = Dbm(56.0);
  const Result more = test::simulated(draft.park());
  Options options;
  options.device_power = Dbm(26.0);
  const Result stronger = test::simulated(one_cell().park(), options);
  for (std::size_t i = 0; i < usual.best_server.values.size(); ++i) {
    ASSERT_GE(more.throughput_down_mbit_s.values[i], usual.throughput_down_mbit_s.values[i]);
    ASSERT_GE(stronger.throughput_up_mbit_s.values[i], usual.throughput_up_mbit_s.values[i]);
    // A louder base station hears no better; a step may be rounded either way.
    ASSERT_NEAR(more.throughput_up_mbit_s.values[i], usual.throughput_up_mbit_s.values[i], 6.0F);
  }
}

}  // namespace
}  // namespace parktwin::radio
