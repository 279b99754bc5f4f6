#include "importers/enterprise_registry/credit_code.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

constexpr std::string_view set = "0123456789ABCDEFGHJKLMNPQRTUWXY";

TEST(CreditCode, TheExampleInUseChecks) {
  EXPECT_EQ(check_character("91350100M000100Y4"), std::optional('3'));  // 91350100M000100Y43, the usual example of GB 32100
  EXPECT_EQ(fault_of_credit_code("91350100M000100Y43"), std::nullopt);
  EXPECT_EQ(fault_of_credit_code("91350100M000100Y44"), "found the check character 4, expected 3");
  EXPECT_EQ(fault_of_credit_code("91350100M000100Y4"), "found 17 characters, expected 18");
  EXPECT_EQ(fault_of_credit_code("91350100I000100Y43"), "found the character I, expected digits and capitals without I, O, S, V, Z");
}

/// The weights as the standard lists them, instead of powers of 3.
char by_the_table(const std::string& first_17) {
  constexpr int weights[17] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  std::size_t sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += static_cast<std::size_t>(weights[i]) * set.find(first_17[i]);
  const std::size_t rest = 31 - sum % 31;
  return set[rest == 31 ? 0 : rest];
}

TEST(CreditCode, EveryWrongCharacterAndMostSwapsAreSeen) {
  for (std::uint32_t i = 0; i < 200; ++i) {
    const RandomSequence random(3, 0, i);
    std::string code;
    for (std::uint32_t k = 0; k < 17; ++k) code += set[random.below(k, 31)];
    EXPECT_EQ(check_character(code), std::optional(by_the_table(code)));
    code += *check_character(code);
    ASSERT_EQ(fault_of_credit_code(code), std::nullopt);
    auto wrong = code;
    const auto at = random.below(20, 18);
    wrong[at] = set[(set.find(wrong[at]) + 1 + random.below(21, 30)) % 31];
    EXPECT_TRUE(fault_of_credit_code(wrong)) << code << ' ' << wrong;
    auto swapped = code;
    std::swap(swapped[3], swapped[4]);
    EXPECT_EQ(fault_of_credit_code(swapped).has_value(), swapped != code);
  }
}

TEST(CreditCode, IsTidiedFirst) {
  EXPECT_EQ(tidy_credit_code(" ９1350100-m000100y43 "), "91350100M000100Y43");
  EXPECT_FALSE(check_character("9135"));
}

}  // namespace
}  // namespace parktwin::importers
