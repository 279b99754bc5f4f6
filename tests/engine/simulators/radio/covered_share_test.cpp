#include "engine/simulators/radio/covered_share.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

TEST(CoveredShare, CountsWhatAPlainLoopCounts) {
  const RandomSequence random(63, 0, 0);
  GridFrame frame;
  frame.columns = 421;
  frame.rows = 313;  // more than a chunk, and no multiple of one
  Result result;
  result.place = Grid<std::uint8_t>(frame);
  result.rsrp_dbm = result.sinr_db = Grid<float>(frame, std::numeric_limits<float>::quiet_NaN());
  std::size_t inside = 0;
  std::size_t covered = 0;
  for (std::uint32_t i = 0; i < frame.size(); ++i) {
    result.place.values[i] = static_cast<std::uint8_t>(random.below(4 * i, 3));
    if (random.below(4 * i + 1, 10) > 0) {
      result.rsrp_dbm.values[i] = static_cast<float>(random.uniform(4 * i + 2, -130.0, -80.0));
      result.sinr_db.values[i] = i % 50 == 7 ? -3.0F : static_cast<float>(random.uniform(4 * i + 3, -12.0, 20.0));
    }
    if (result.place.values[i] == 0) continue;
    ++inside;
    if (result.rsrp_dbm.values[i] >= -105.0F && result.sinr_db.values[i] >= -3.0F) ++covered;
  }
  ASSERT_GT(covered, 10000U);
  EXPECT_EQ(covered_share(result, Dbm(-105.0), Decibel(-3.0)), static_cast<double>(covered) / static_cast<double>(inside));
}

TEST(CoveredShare, OfNoGroundIsNothing) {
  EXPECT_EQ(covered_share({}, Dbm(-105.0), Decibel(-3.0)), 0.0);
  GridFrame frame;
  frame.columns = frame.rows = 3;
  Result result;
  result.place = Grid<std::uint8_t>(frame);
  result.rsrp_dbm = result.sinr_db = Grid<float>(frame, 0.0F);
  EXPECT_EQ(covered_share(result, Dbm(-105.0), Decibel(-3.0)), 0.0);
}

}  // namespace
}  // namespace parktwin::radio
