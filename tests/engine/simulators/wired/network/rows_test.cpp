#include "engine/simulators/wired/network/rows.h"

#include <gtest/gtest.h>

namespace parktwin::wired::network {
namespace {

TEST(Rows, KeepTheOrderWithinEachRow) {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> entries{{2, 7}, {0, 5}, {2, 1}, {2, 7}};
  const Rows rows(4, entries);
  ASSERT_EQ(rows.size(), 4U);
  const auto row = [&](std::size_t i) { return std::vector<std::uint32_t>(rows[i].begin(), rows[i].end()); };
  EXPECT_EQ(row(0), std::vector<std::uint32_t>{5});
  EXPECT_TRUE(row(1).empty());
  EXPECT_EQ(row(2), (std::vector<std::uint32_t>{7, 1, 7}));
  EXPECT_TRUE(row(3).empty());
  EXPECT_EQ(Rows().size(), 0U);
}

}  // namespace
}  // namespace parktwin::wired::network
