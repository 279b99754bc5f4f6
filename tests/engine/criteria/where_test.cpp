#include "engine/criteria/where.h"

#include "engine/core/random.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

TEST(Where, LargestFirstKeepsTheOrderOfEqualOnes) {
  EXPECT_EQ(largest_first({{1.0, {"small", "小"}}, {5.0, {"first", "甲"}}, {5.0, {"second", "乙"}}}),
            (std::vector<Text>{{"first", "甲"}, {"second", "乙"}, {"small", "小"}}));
}

TEST(Where, LeavesNobodyOut) {
  std::vector<Shortfall> shortfalls;
  for (int i = 0; i < 300; ++i) shortfalls.push_back({static_cast<double>(i), {std::to_string(i), "第" + std::to_string(i)}});
  const auto lines = largest_first(shortfalls);
  ASSERT_EQ(lines.size(), 300U);
  EXPECT_EQ(lines.front(), (Text{"299", "第299"}));
  EXPECT_EQ(lines.back(), (Text{"0", "第0"}));
}

TEST(Where, LabelFallsBackToTheOtherLanguageAndTheId) {
  EXPECT_EQ(label("Road", "路", "Z-1"), (Text{"Road (Z-1)", "路（Z-1）"}));
  EXPECT_EQ(label("", "路", "Z-1"), (Text{"路 (Z-1)", "路（Z-1）"}));
  EXPECT_EQ(label("Road", "", "Z-1"), (Text{"Road (Z-1)", "Road（Z-1）"}));
  EXPECT_EQ(label("", "", "Z-1"), (Text{"Z-1", "Z-1"}));
  EXPECT_EQ(named(label("Road", "路", "Z-1"), {"closed", "封闭"}), (Text{"Road (Z-1): closed", "路（Z-1）：封闭"}));
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

TEST(Where, ShownUpIsNeverBelowTheValue) {
  EXPECT_EQ(shown_up(0.2001), "0.21");
  EXPECT_EQ(shown_up(0.2), "0.2");
  EXPECT_EQ(shown_up(3.0), "3");
  EXPECT_EQ(shown_up(0.0), "0");
  EXPECT_EQ(shown_up(-1.239), "-1.23");
}

TEST(Where, AreasAreWholeSquareMetres) { EXPECT_EQ(shown_area(12345.4), (Text{"12345 m2", "12345 平方米"})); }

}  // namespace
}  // namespace parktwin::criteria
