#include "engine/simulators/radio/cell_figures.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

TEST(CellFigures, CountAreaAndMeanLevelOfEveryCell) {
  auto draft = test::two_site_draft();
  draft.cells[3].operational = false;
  const Park park = draft.park();
  const GridFrame frame{.origin = {}, .cell_size = 2.0, .columns = 37, .rows = 700};  // several chunks of rows
  Result result;
  result.place = Grid<std::uint8_t>(frame, 1);
  result.best_server = Grid<std::uint16_t>(frame, no_server);
  result.rsrp_dbm = Grid<float>(frame, std::numeric_limits<float>::quiet_NaN());
  const RandomSequence random(5, 0, 0);
  std::vector<double> sums(park.radio_cells->size());
  std::vector<int> counts(sums.size());
  for (std::uint32_t i = 0; i < frame.size(); ++i) {
    const auto server = random.below(2 * i, 4);
    if (server == 3) continue;
    result.best_server.values[i] = static_cast<std::uint16_t>(server);
    result.rsrp_dbm.values[i] = static_cast<float>(random.uniform(2 * i + 1, -120, -50));
    sums[server] += static_cast<double>(result.rsrp_dbm.values[i]);
    ++counts[server];
  }
  put_cell_figures(park, std::vector<std::uint8_t>{1, 1}, result);
  put_cell_figures(park, std::vector<std::uint8_t>{1, 1}, result);  // replaces
  ASSERT_EQ(result.cells.size(), 5U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(result.cells[i].cell.index(), i);
    EXPECT_DOUBLE_EQ(result.cells[i].served_area_m2, 4.0 * counts[i]);
    EXPECT_NEAR(result.cells[i].mean_rsrp_dbm, sums[i] / counts[i], 1e-9);
    EXPECT_TRUE(result.cells[i].on_air);
  }
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(result.cells[i].load, draft.cells[i].load);
    EXPECT_EQ(result.cells[i].typed_load, draft.cells[i].load);
  }
  EXPECT_FALSE(result.cells[3].on_air);
  EXPECT_EQ(result.cells[4].served_area_m2, 0.0);
  EXPECT_EQ(result.cells[4].mean_rsrp_dbm, 0.0);
}

TEST(CellFigures, SitesWithoutBackhaulAreOffTheAir) {
  const Park park = test::two_site_draft().park();
  Result result;
  put_cell_figures(park, std::vector<std::uint8_t>{0, 1}, result);
  EXPECT_FALSE(result.cells[0].on_air);
  EXPECT_TRUE(result.cells[3].on_air);
}

}  // namespace
}  // namespace parktwin::radio
