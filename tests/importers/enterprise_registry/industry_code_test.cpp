#include "importers/enterprise_registry/industry_code.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

std::string read(std::string_view text) {
  std::string fault;
  const auto code = parse_industry_code(text, fault);
  if (!code) return fault;
  const auto sector = sector_of(*code);
  return code->text + " " + (sector ? std::string(name_of(*sector)) : "?");
}

TEST(IndustryCode, LettersAndDigitsInEveryForm) {
  EXPECT_EQ(read("C3922 通信终端设备制造"), "C3922 electronics");
  EXPECT_EQ(read("3922"), "C3922 electronics");
  EXPECT_EQ(read("39"), "C39 electronics");
  EXPECT_EQ(read("ｃ272"), "C272 pharmaceuticals");
  EXPECT_EQ(read("C"), "C ?");
  EXPECT_EQ(read("G"), "G logistics");
  EXPECT_EQ(read("I65"), "I65 software");
  EXPECT_EQ(read("M7320"), "M7320 research");
  EXPECT_EQ(read("4411"), "D4411 energy");
  EXPECT_EQ(read("F5164"), "F5164 other");
}

TEST(IndustryCode, WhatIsNoneIsNamed) {
  EXPECT_EQ(read("C6510"), "found C before the division 65, which belongs to I");
  EXPECT_EQ(read("C99"), "found the division 99, expected 01 to 97");
  EXPECT_EQ(read("00"), "found the division 00, expected 01 to 97");
  for (const char* none : {"", "电子信息", "C3", "39221", "C39x", "Zebra", "Food"})
    EXPECT_NE(read(none).find("expected a code of GB/T 4754 such as C3922"), std::string::npos) << none << ": " << read(none);
}

}  // namespace
}  // namespace parktwin::importers
