#include "engine/criteria/where.h"

#include "engine/core/random.h"
#include "gtest/gtest.h"

namespace parktwin::criteria {
namespace {

TEST(Where, LargestFirstKeepsTheOrderOfEqualOnes) {
  EXPECT_EQ(largest_first({{1.0, "small"}, {5.0, "first"}, {5.0, "second"}}), (std::vector<std::string>{"first", "second", "small"}));
}

TEST(Where, CountsTheRestBeyondTheLimit) {
  std::vector<Shortfall> shortfalls;
  for (int i = 0; i < 25; ++i) shortfalls.push_back({static_cast<double>(i), std::to_string(i)});
  const auto lines = largest_first(shortfalls);
  ASSERT_EQ(lines.size(), where_limit + 1);
  EXPECT_EQ(lines.front(), "24");
  EXPECT_EQ(lines.back(), "and 5 more");
  shortfalls.resize(where_limit);
  EXPECT_EQ(largest_first(shortfalls).size(), where_limit);
}

TEST(Where, LabelFallsBackToTheChineseNameAndTheId) {
  EXPECT_EQ(label("Road", "路", "Z-1"), "Road (Z-1)");
  EXPECT_EQ(label("", "路", "Z-1"), "路 (Z-1)");
  EXPECT_EQ(label("", "", "Z-1"), "Z-1");
}

TEST(Where, ShownCutsOffInsteadOfRoundingUp) {
  EXPECT_EQ(shown(99.99999), "99.99");
  EXPECT_EQ(shown(100.0), "100");
  EXPECT_EQ(shown(0.5), "0.5");
  EXPECT_EQ(shown(0.0), "0");
  EXPECT_EQ(shown(0.001), "0");
  EXPECT_EQ(shown(100000.0), "100000");
}

TEST(Where, ShownIsNeverAboveTheValueAndLessThanAHundredthBelow) {
  const RandomSequence random(5, 1, 0);
  for (std::uint32_t draw = 0; draw < 2000; ++draw) {
    const double value = random.uniform(draw, 0.0, 200.0);
    const double read = std::stod(shown(value));
    ASSERT_LE(read, value);
    ASSERT_GT(read, value - 0.0101);
  }
}

TEST(Where, AreasAreWholeSquareMetres) { EXPECT_EQ(shown_area(12345.4), "12345 m2"); }

}  // namespace
}  // namespace parktwin::criteria
