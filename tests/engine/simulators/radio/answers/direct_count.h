#pragma once
// Shares counted cell by cell and threshold by threshold: what the tables are tested against.
#include <gtest/gtest.h>

#include <functional>
#include <span>

#include "engine/simulators/radio/answers/coverage_tables.h"
#include "tests/engine/simulators/radio/answers/hand_made_map.h"

namespace parktwin::radio::answers::test {

/// Over the cells that count, with the level `level_of` gives them.
inline void expect_shares(const CoverageShares& shares, const HandMadeMap& map, const ServedRule& rule, std::span<const double> thresholds,
                          const std::function<bool(std::size_t)>& counts, const std::function<double(std::size_t)>& level_of) {
  double all = 0.0;
  double served = 0.0;
  std::vector<double> over(thresholds.size(), 0.0);
  for (std::size_t cell = 0; cell < map.place.values.size(); ++cell) {
    if (map.place.values[cell] == outside_park || !counts(cell)) continue;
    all += 1.0;
    const double level = level_of(cell);
    if (level >= rule.minimum_rsrp_dbm && map.sinr_db.values[cell] >= rule.minimum_sinr_db) served += 1.0;
    for (std::size_t i = 0; i < over.size(); ++i) over[i] += level >= thresholds[i] ? 1.0 : 0.0;
  }
  EXPECT_DOUBLE_EQ(shares.area_m2, all * map.cell_area_m2());
  const double divisor = all > 0.0 ? all : 1.0;
  EXPECT_DOUBLE_EQ(shares.served_share, served / divisor);
  ASSERT_EQ(shares.share_over.size(), over.size());
  for (std::size_t i = 0; i < over.size(); ++i) EXPECT_DOUBLE_EQ(shares.share_over[i], over[i] / divisor);
}

}  // namespace parktwin::radio::answers::test
