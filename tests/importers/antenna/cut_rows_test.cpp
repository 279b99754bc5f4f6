#include "importers/antenna/cut_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts(const Problems& problems) {
  std::vector<std::string> result;
  for (const auto& problem : problems.list()) result.push_back(to_string(problem));
  return result;
}

TEST(CutRows, CollectsEveryDegreeOnce) {
  Problems problems;
  const std::string file = "f";
  CutRows rows("VERTICAL", file, problems);
  std::vector<std::string> lines;
  for (int degree = 359; degree >= 0; --degree) lines.push_back(std::to_string(degree) + " -0");
  lines[0] = "359 ; 100";
  for (std::size_t i = 0; i < lines.size(); ++i) rows.add({i + 1, lines[i]});
  const auto cut = rows.finish();
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(rows.rows(), 360U);
  ASSERT_EQ(cut.size(), 360U);
  EXPECT_DOUBLE_EQ(cut[359], 100.0);
  EXPECT_FALSE(std::signbit(cut[0]));
}

TEST(CutRows, AFaultyValueIsNotAMissingDegreeAsWell) {
  Problems problems;
  const std::string file = "f";
  CutRows rows("VERTICAL", file, problems);
  std::vector<std::string> lines;
  for (int degree = 0; degree < 360; ++degree) lines.push_back(std::to_string(degree) + (degree == 3 ? " inf" : " 1"));
  for (std::size_t i = 0; i < lines.size(); ++i) rows.add({i + 1, lines[i]});
  (void)rows.finish();
  EXPECT_THAT(texts(problems), ElementsAre("f: line 4: found the attenuation \"inf\", expected a number of dB from 0 to 100"));
}

}  // namespace
}  // namespace parktwin::importers
