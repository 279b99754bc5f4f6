#include "engine/simulators/radio/answers/threshold_shifts.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/answers/hand_made_map.h"

namespace parktwin::radio::answers {
namespace {

constexpr ServedRule rule{-100.0, 1.0};

TEST(ThresholdShifts, EveryPairAgainstADirectCount) {
  const auto map = test::random_map(2);
  const auto holders = map.holders();
  const auto rows = shift_thresholds(map.view(), holders, rule);
  ASSERT_EQ(rows.size(), 25U);
  for (const auto& row : rows) {
    const ServedRule shifted{rule.minimum_rsrp_dbm + row.rsrp_shift_db, rule.minimum_sinr_db + row.sinr_shift_db};
    std::array<double, 3> all{};
    std::array<double, 3> served{};
    for (std::size_t cell = 0; cell < map.place.values.size(); ++cell) {
      if (map.place.values[cell] == outside_park) continue;
      const double one = shifted.holds(map.rsrp_dbm.values[cell], map.sinr_db.values[cell]) ? 1.0 : 0.0;
      const std::size_t where = map.place.values[cell] == outdoors ? 0 : 1;
      all[where] += 1.0;
      served[where] += one;
      if (!holders.is_public(cell)) continue;
      all[2] += 1.0;
      served[2] += one;
    }
    EXPECT_DOUBLE_EQ(row.outdoor_served_share, served[0] / all[0]);
    EXPECT_DOUBLE_EQ(row.indoor_served_share, served[1] / all[1]);
    EXPECT_DOUBLE_EQ(row.public_served_share, served[2] / all[2]);
  }
  EXPECT_EQ(rows.front().rsrp_shift_db, -10.0);
  EXPECT_EQ(rows[1].sinr_shift_db, -5.0);
  EXPECT_EQ(rows.back().rsrp_shift_db, 10.0);
  EXPECT_GT(rows.front().outdoor_served_share, rows[12].outdoor_served_share);  // 12: nothing moved
  EXPECT_GT(rows[12].outdoor_served_share, rows.back().outdoor_served_share);
}

TEST(ThresholdShifts, WithoutGroundNothingIsServed) {
  test::HandMadeMap map;
  map.fill({.origin = {}, .cell_size = 2.0, .columns = 3, .rows = 2});
  map.place.values.assign(6, outside_park);
  for (const auto& row : shift_thresholds(map.view(), map.holders(), rule)) {
    EXPECT_EQ(row.outdoor_served_share + row.indoor_served_share + row.public_served_share, 0.0);
  }
}

}  // namespace
}  // namespace parktwin::radio::answers
