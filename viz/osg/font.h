#pragma once
// The typeface of all text: WenQuanYi Micro Hei, which has Latin and simplified Chinese shapes.
#include <osg/ref_ptr>
#include <osgText/Font>
#include <osgText/Text>  // so that its forward declaration is not taken for another Text
#include <span>

namespace parktwin::viz {

/// Read once per process. Throws std::runtime_error naming the Debian package when the file is not where Linux systems keep it.
[[nodiscard]] osg::ref_ptr<osgText::Font> label_font();

/// The first of the files that is a font.
[[nodiscard]] osg::ref_ptr<osgText::Font> font_at(std::span<const char* const> places);

}  // namespace parktwin::viz
