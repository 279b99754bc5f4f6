#include "engine/core/utf8.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin {
namespace {

TEST(Utf8, AcceptsWellFormedText) {
  for (const std::string text : {"", "plain", "北门 · café", "\xF0\x9F\x8F\xAD", "\xEF\xBB\xBFmark", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
    EXPECT_EQ(first_invalid_utf8(text), std::string::npos) << text;
  }
}

// Markus Kuhn, "UTF-8 decoder capability and stress test", sections 3 to 5: what a decoder has to refuse.
TEST(Utf8, FindsTheFirstBadByte) {
  const std::pair<std::string, std::size_t> cases[] = {{"\x80", 0},
                                                       {"ab\xBF", 2},
                                                       {"\xC0\x80", 0},
                                                       {"\xC1\xBF", 0},
                                                       {"\xE0\x9F\xBF", 0},
                                                       {"\xF0\x8F\xBF\xBF", 0},
                                                       {"\xED\xA0\x80", 0},
                                                       {"\xF4\x90\x80\x80", 0},
                                                       {"x\xE5\x8C", 1},
                                                       {"\xFE", 0},
                                                       {"\xFF", 0},
                                                       {"\xC3(", 0},
                                                       {std::string("a\0b", 3), 1}};
  for (const auto& [text, position] : cases) EXPECT_EQ(first_invalid_utf8(text), position);
}

std::string encoded(std::uint32_t c) {
  std::string text;
  const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6), add(0x80 | (c & 63));
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 63)), add(0x80 | (c & 63));
  } else {
    add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 63)), add(0x80 | (c >> 6 & 63)), add(0x80 | (c & 63));
  }
  return text;
}

TEST(Utf8, AcceptsExactlyTheScalarValues) {
  for (std::uint32_t c = 1; c <= 0x110000; c += c < 0x1000 ? 1 : 13) {
    const bool scalar = c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
    EXPECT_EQ(first_invalid_utf8(encoded(c)) == std::string::npos, scalar) << c;
  }
}

TEST(Utf8, ShortensBetweenCharacters) {
  const std::string text = "智能园区 twin";
  for (std::size_t bytes = 0; bytes < 20; ++bytes) {
    const std::string cut = shortened(text, bytes);
    EXPECT_EQ(first_invalid_utf8(cut), std::string::npos) << bytes;
    EXPECT_LE(cut.size(), bytes + (bytes < text.size() ? 3 : 0));
  }
  EXPECT_EQ(shortened(text, 8), "智能…");
  EXPECT_EQ(shortened(text, 17), text);
}

}  // namespace
}  // namespace parktwin
