#include "viz/osg/font.h"

#include <gtest/gtest.h>
#include <osgText/Glyph>

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

}  // namespace
}  // namespace parktwin::viz
