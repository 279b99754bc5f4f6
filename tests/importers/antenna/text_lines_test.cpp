#include "importers/antenna/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

TEST(TextLines, LinesAreTrimmedAndNumbered) {
  const auto lines = lines_of(" a \r\n\r\n\tb b\n\nlast\x1a");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].text, "a");
  EXPECT_EQ(lines[1].text, "b b");
  EXPECT_EQ(lines[1].number, 3U);
  EXPECT_EQ(lines[2].text, "last");
  EXPECT_EQ(place_of(lines[2]), "line 5");
  EXPECT_TRUE(lines_of("\r\n \n").empty());
}

TEST(TextLines, Words) {
  EXPECT_THAT(words_of("GAIN  15.5\tdBi"), ElementsAre("GAIN", "15.5", "dBi"));
  EXPECT_THAT(words_of(" 0, 1.5 ;"), ElementsAre("0", "1.5"));
  EXPECT_TRUE(words_of(",; ").empty());
}

TEST(TextLines, Numbers) {
  EXPECT_EQ(number_of("+12.50"), 12.5);
  EXPECT_EQ(number_of("-1e1"), -10.0);
  for (const char* word : {"", "+", "+-1", "nan", "-inf", "1e999", "12a", "0x10", "1,5"}) EXPECT_EQ(number_of(word), std::nullopt) << word;
  std::string_view rest;
  EXPECT_EQ(leading_number("15.5dBi", rest), 15.5);
  EXPECT_EQ(rest, "dBi");
}

TEST(TextLines, QuotesShowOnlyWhatCanBeShown) {
  EXPECT_EQ(shown_text("a\tb\xB0"), "\"a?b?\"");
  EXPECT_EQ(shown_text(std::string(50, 'x')), "\"" + std::string(40, 'x') + "...\"");
  EXPECT_EQ(upper_case("dBi"), "DBI");
}

TEST(TextLines, ControlBytes) {
  EXPECT_EQ(first_control_byte("text\r\n\twith \xB0 and \xE5\x9B\xAD\n\x1a"), std::string_view::npos);
  EXPECT_EQ(first_control_byte(std::string_view("ab\0c", 4)), 2U);
  EXPECT_EQ(first_control_byte("a\x1a b"), 1U);
}

}  // namespace
}  // namespace parktwin::importers
