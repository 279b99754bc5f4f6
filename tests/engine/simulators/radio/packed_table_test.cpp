#include "engine/simulators/radio/packed_table.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

TEST(PackedTable, InterpolatesWithinAStepsHalf) {
  const RandomSequence random(3, 7, 0);
  std::vector<double> values;
  for (std::uint32_t i = 0; i < 200; ++i) values.push_back(random.uniform(i, i % 2 == 0 ? -59.0 : 0.0, i % 2 == 0 ? 10.0 : 60.0));
  values[16] = 8.0;
  values[17] = 120.0;
  values[18] = 0.0;
  values[19] = 119.0;
  values[20] = -7.0;
  const auto table = packed_table(values);
  ASSERT_EQ(table.size(), values.size());
  for (std::uint32_t draw = 0; draw < 5000; ++draw) {
    const auto slot = random.below(1000 + 2 * draw, 199);
    const double share = random.uniform(1001 + 2 * draw);
    const double exact_db = values[slot] + share * (values[slot + 1] - values[slot]);
    EXPECT_NEAR(unpacked_db(table[slot], static_cast<float>(share)), exact_db, 1.0 / 512.0 + 1e-5);
  }
}

TEST(PackedTable, TheLastEntryIsLevelAndEntriesMeet) {
  const auto table = packed_table({0.0, -3.7, 12.3});
  EXPECT_EQ(unpacked_db(table[2], 0.0F), unpacked_db(table[2], 1.0F));
  EXPECT_EQ(unpacked_db(table[0], 1.0F), unpacked_db(table[1], 0.0F));
  EXPECT_EQ(unpacked_db(table[1], 1.0F), unpacked_db(table[2], 0.0F));
}

}  // namespace
}  // namespace parktwin::radio
