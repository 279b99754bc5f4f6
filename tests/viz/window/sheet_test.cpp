#include "viz/window/sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::viz::window {
namespace {

using ::testing::ElementsAre;

/// A byte of Latin is one wide, a Chinese character two.
double width(const std::string& text, double size) {
  double total = 0.0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    total += code < 0x80U ? 1.0 : code >= 0xC0U ? 2.0 : 0.0;
  }
  return total * size;
}

TEST(Sheet, LatinBreaksAtSpacesAndChineseAnywhere) {
  EXPECT_THAT(wrapped("one two three", 8.0, 1.0, width), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("园区数据中心", 6.0, 1.0, width), ElementsAre("园区数", "据中心"));
  EXPECT_THAT(wrapped("5G 信号强度", 7.0, 1.0, width), ElementsAre("5G 信号", "强度"));
  EXPECT_THAT(wrapped("", 7.0, 1.0, width), ElementsAre(""));
}

TEST(Sheet, AWordThatFitsNoLineIsBroken) { EXPECT_THAT(wrapped("ab cdefghijk", 4.0, 1.0, width), ElementsAre("ab", "cdef", "ghij", "k")); }

TEST(Sheet, NoLineIsWiderThanAllowedAndNothingIsLost) {
  const std::string text = "Xunxuan Electronic Materials Co., Ltd. (E-085), 摄像与机器视觉: 1654.52 of 1846.95 samples/s";
  for (double allowed = 3.0; allowed < 60.0; allowed += 1.0) {
    std::string together;
    for (const std::string& line : wrapped(text, allowed, 1.0, width)) {
      EXPECT_LE(width(line, 1.0), allowed);
      together += line;
    }
    std::string without_spaces = text;
    std::erase(without_spaces, ' ');
    std::erase(together, ' ');
    EXPECT_EQ(together, without_spaces);
  }
}

TEST(Sheet, ShortenedTextsFit) {
  EXPECT_EQ(shortened("园区", 4.0, 1.0, width), "园区");
  EXPECT_EQ(shortened("Below the ground", 8.0, 1.0, width), "Below…");
  EXPECT_LE(width(shortened("园区数据中心", 7.0, 1.0, width), 1.0), 7.0);
}

TEST(Sheet, TheLastButtonLiesUppermost) {
  Sheet sheet;
  sheet.buttons.push_back({{0.0, 0.0, 100.0, 100.0}, Command::home, 0, false});
  Sheet other;
  other.buttons.push_back({{50.0, 50.0, 10.0, 10.0}, Command::part, 3, false});
  other.panels.push_back({0.0, 0.0, 100.0, 100.0});
  sheet.add(other);
  EXPECT_EQ(sheet.button_at({55.0, 55.0})->argument, 3);
  EXPECT_EQ(sheet.button_at({5.0, 5.0})->command, Command::home);
  EXPECT_EQ(sheet.button_at({500.0, 5.0}), nullptr);
  EXPECT_TRUE(sheet.covers({99.0, 1.0}));
  EXPECT_FALSE(sheet.covers({100.0, 1.0}));
}

}  // namespace
}  // namespace parktwin::viz::window
