#include "engine/core/nearest_name.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/core/random.h"

namespace parktwin {
namespace {

TEST(NearestName, FindsSlips) {
  const std::vector<std::string_view> known = {"tilt", "azimuth_deg", "name", "name_zh"};
  EXPECT_EQ(nearest_name("nmae", known), "name");
  EXPECT_EQ(nearest_name("azimut_dge", known), "azimuth_deg");
  EXPECT_EQ(nearest_name("nam", known), "name");
  EXPECT_EQ(nearest_name("colour", known), "");
  EXPECT_EQ(nearest_name("", known), "");
  EXPECT_EQ(nearest_name(std::string(1000, 'x'), known), "");
  EXPECT_EQ(nearest_name("name", {}), "");
}

TEST(NearestName, PrefersTheFirstOfEquallyNear) {
  const std::vector<std::string_view> known = {"S-001", "S-002", "S-003"};
  EXPECT_EQ(nearest_name("S-004", known), "S-001");
  EXPECT_EQ(nearest_name("S-030", known), "S-003");
}

// Published examples: kitten/sitting has distance 3, of Levenshtein; CA/ABC has 3 by optimal string alignment (2 by full
// Damerau-Levenshtein). A length of 9 allows 3, one of 8 only 2.
TEST(NearestName, AllowsAThirdOfTheLength) {
  const std::vector<std::string_view> known = {"abcdefghi"};
  EXPECT_EQ(nearest_name("abcdefxyz", known), "abcdefghi");
  EXPECT_EQ(nearest_name("abcdexyz", known), "");
  EXPECT_EQ(nearest_name("CA", std::vector<std::string_view>{"ABC"}), "");
}

std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  if (a.back() == b.back()) return slow_distance(a.substr(0, a.size() - 1), b.substr(0, b.size() - 1));
  std::size_t best = 1 + std::min({slow_distance(a.substr(0, a.size() - 1), b), slow_distance(a, b.substr(0, b.size() - 1)),
                                   slow_distance(a.substr(0, a.size() - 1), b.substr(0, b.size() - 1))});
  const bool swapped = a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2];
  if (swapped) best = std::min(best, 1 + slow_distance(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)));
  return best;
}

TEST(NearestName, AgreesWithTheRecursiveDefinition) {
  for (std::uint32_t entity = 0; entity < 300; ++entity) {
    const RandomSequence random(5, 3, entity);
    std::uint32_t draw = 0;
    std::vector<std::string> words(6);
    for (auto& word : words) {
      const std::uint32_t size = 1 + random.below(draw++, 6);
      for (std::uint32_t i = 0; i < size; ++i) word += static_cast<char>('a' + random.below(draw++, 3));
    }
    const std::vector<std::string_view> known(words.begin() + 1, words.end());
    std::string expected;
    std::size_t best = std::max<std::size_t>(1, words[0].size() / 3) + 1;
    for (const auto word : known) {
      if (const std::size_t distance = slow_distance(words[0], word); distance < best) {
        best = distance;
        expected = word;
      }
    }
    EXPECT_EQ(nearest_name(words[0], known), expected) << words[0];
  }
}

}  // namespace
}  // namespace parktwin
