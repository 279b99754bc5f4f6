#include "viz/osg/font.h"

#include <gtest/gtest.h>
#include <array>
#include <osgText/Glyph>
#include <stdexcept>
#include <string>

namespace parktwin::viz {
namespace {

TEST(Font, HasSimplifiedChineseShapesThatDiffer) {
  const auto font = label_font();
  ASSERT_TRUE(font.valid());
  const osgText::FontResolution resolution(32, 32);
  const osgText::Glyph* park = font->getGlyph(resolution, 0x56ED);       // 园
  const osgText::Glyph* area = font->getGlyph(resolution, 0x533A);       // 区
  const osgText::Glyph* missing = font->getGlyph(resolution, 0x10FFF0);  // no such character
  ASSERT_NE(park, nullptr);
  ASSERT_NE(area, nullptr);
  const auto ink = [](const osgText::Glyph* glyph) {
    long total = 0;
    for (unsigned i = 0; i < glyph->getTotalSizeInBytes(); ++i) total += glyph->data()[i];
    return total;
  };
  EXPECT_GT(ink(park), 0);
  EXPECT_NE(ink(park), ink(area));
  EXPECT_TRUE(missing == nullptr || ink(park) != ink(missing));
}

TEST(Font, AMissingOneIsNamedWithItsPackage) {
  constexpr std::array<const char*, 2> places{"/nowhere/wqy-microhei.ttc", "/nowhere/other.ttc"};
  try {
    static_cast<void>(font_at(places));
    FAIL() << "found a font";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere/wqy-microhei.ttc (Debian package fonts-wqy-microhei)"), std::string::npos);
  }
}

}  // namespace
}  // namespace parktwin::viz
