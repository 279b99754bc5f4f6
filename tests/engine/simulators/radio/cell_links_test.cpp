#include "engine/simulators/radio/cell_links.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/radio/link/modulation_table.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

// One cell of 100 MHz at 3.5 GHz with 273 blocks of 30 kHz, 53 dBm.
test::Draft one_cell() {
  test::Draft draft;
  draft.sites = {test::site("S-1", {100.0, 200.0}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  return draft;
}

// TS 38.306 by hand: 12·273 subcarriers · 28000 symbols/s · 52/70 of them · 0.86 after overhead = 58.600e6 elements/s.
constexpr double down_elements_per_second = 12.0 * 273.0 * 28e3 * 52.0 / 70.0 * 0.86;
// 16/70 of the symbols up, 0.92 after overhead.
constexpr double up_elements_per_second = 12.0 * 273.0 * 28e3 * 16.0 / 70.0 * 0.92;

TEST(CellLinks, RatesAtKnownSchemes) {
  auto draft = one_cell();
  const auto links = cell_links(draft.park(), {});
  const auto& four = links.down[links.cells[0].down];
  // 256QAM at 948/1024 on four layers: each has the SINR less 6.02 dB and asks for 27.8 dB.
  EXPECT_NEAR(four.at(45.0F), 1e-6 * 4.0 * 7.40625 * down_elements_per_second, 0.05);
  EXPECT_EQ(four.at(49.0F), four.at(1000.0F));
  EXPECT_EQ(four.at(-5.0F), 0.0F);  // below the −3.5 dB of QPSK 120/1024
  draft.cells[0].downlink_layers = 1;
  const auto single = cell_links(draft.park(), {});
  const auto& one = single.down[single.cells[0].down];
  // One layer at 10 dB less 3.7 dB of gap and margin: 0.925·log2(1 + 4.27) = 2.217 bit, so I_MCS 9 of table 5.1.3.1-2 with 4·616/1024 is
  // out of reach and 8 with 4·553/1024 = 2.160 is used.
  EXPECT_NEAR(one.at(10.0F), 1e-6 * 2.16015625 * down_elements_per_second, 0.05);
  EXPECT_NEAR(one.at(45.0F), 1e-6 * 7.40625 * down_elements_per_second, 0.05);
}

// Coupling loss 99.5 dB, one layer, FDD at 700 MHz: 23 dBm over 106 blocks of 15 kHz is −8.045 dBm per element; thermal noise −132.214 dBm
// with 5 dB, and 3 dB of rise: −124.214 dBm. SINR 16.67 dB: 0.925·log2(1 + 10^1.297) = 4.051 bit, I_MCS 15 with 6·666/1024 = 3.902.
TEST(CellLinks, UplinkRateByHand) {
  auto draft = one_cell();
  draft.cells[0].frequency = gigahertz(0.7);
  draft.cells[0].bandwidth = megahertz(20.0);
  draft.cells[0].subcarrier_spacing = Hertz(15e3);
  const auto links = cell_links(draft.park(), {});
  EXPECT_NEAR(links.up[links.cells[0].up].at(-99.45F), 1e-6 * 3.90234375 * 12.0 * 106.0 * 14e3 * 0.92, 0.01);
  // 53 dBm over 1272 elements.
  EXPECT_NEAR(links.cells[0].element_dbm, 53.0 - 10.0 * std::log10(1272.0), 1e-4);
}

TEST(CellLinks, NeverFallWithQualityAndNeverExceedTheFormula) {
  const auto links = cell_links(one_cell().park(), {});
  float down = 0.0F;
  float up = 0.0F;
  for (float level = -30.0F; level < 60.0F; level += 0.037F) {
    const float now = links.down[0].at(level);
    EXPECT_GE(now, down) << level;
    const auto exact =
        link::best_layers(link::SchemeTable::mcs_256qam, Decibel(static_cast<double>(level)), 4, link::LinkCurve{}).efficiency();
    EXPECT_LE(now, 1.0001e-6 * exact * down_elements_per_second + 1e-6) << level;
    down = now;
  }
  EXPECT_GT(down, 0.0F);
  for (float gain = -200.0F; gain < -10.0F; gain += 0.037F) {
    const float now = links.up[0].at(gain);
    EXPECT_GE(now, up) << gain;
    up = now;
  }
  EXPECT_NEAR(up, 1e-6 * 7.40625 * up_elements_per_second, 0.05);
  EXPECT_EQ(links.up[0].at(-190.0F), 0.0F);
}

TEST(CellLinks, TheLeastRateIsTheFirstThatIsMoreThanNothing) {
  const RateTable table(-5.0F, 5.0F, [](double level_db) { return level_db < 0.0 ? 0.0 : 3.0 + level_db; });
  EXPECT_EQ(table.least(), 3.0F);
  EXPECT_EQ(RateTable(-5.0F, 5.0F, [](double) { return 0.0; }).least(), 0.0F);
}

TEST(CellLinks, EqualCellsShareTables) {
  auto draft = test::two_site_draft();
  EXPECT_EQ(cell_links(draft.park(), {}).down.size(), 1U);
  draft.cells[2].duplex_pattern = "DDDDDDDSUU";
  draft.cells[3].uplink_layers = 2;
  const auto links = cell_links(draft.park(), {});
  EXPECT_EQ(links.down.size(), 2U);
  EXPECT_EQ(links.up.size(), 3U);
  EXPECT_EQ(links.cells[4].up, links.cells[0].up);
  EXPECT_GT(links.down[links.cells[2].down].at(20.0F), links.down[links.cells[0].down].at(20.0F));
}

TEST(CellLinks, TheDeviceAndTheBaseStationDecideTheUplink) {
  const auto park = one_cell().park();
  const auto rate = [&](const Options& options) { return cell_links(park, options).up[0].at(-115.0F); };
  const float usual = rate({});
  EXPECT_GT(usual, 0.0F);
  Options options;
  options.device_power = Dbm(26.0);
  const float stronger = rate(options);
  EXPECT_GT(stronger, usual);
  options.base_station_noise_figure = Decibel(8.0);  // takes the three decibels back
  EXPECT_NEAR(rate(options), usual, 1e-3);
  options.uplink_interference_rise = Decibel(0.0);
  EXPECT_NEAR(rate(options), stronger, 1e-3);
}

}  // namespace
}  // namespace parktwin::radio
