#include "viz/osg/font.h"

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace parktwin::viz {

osg::ref_ptr<osgText::Font> label_font() {
  constexpr std::array<const char*, 4> places{
      "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
      "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc", "/usr/local/share/fonts/wqy-microhei.ttc"};
  return font_at(places);
}

osg::ref_ptr<osgText::Font> font_at(std::span<const char* const> places) {
  for (const char* place : places) {
    std::error_code ignored;
    if (!std::filesystem::exists(place, ignored)) continue;
    osg::ref_ptr<osgText::Font> font = osgText::readRefFontFile(place);
    if (font.valid()) return font;
  }
  throw std::runtime_error(std::string("the font WenQuanYi Micro Hei is missing: expected at ") + places.front() +
                           " (Debian package fonts-wqy-microhei)");
}

}  // namespace parktwin::viz
