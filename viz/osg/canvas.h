#pragma once
// A flat sheet over the picture, in pixels from the lower left corner: filled shapes first, text over them.
#include <osg/Geometry>
#include <osg/Group>
#include <osg/ref_ptr>
#include <osgText/Font>
#include <osgText/Text>  // as in font.h
#include <string>
#include <vector>

#include "viz/scene/pixels.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

enum class Align { left, centre, right };

struct TextStyle {
  double size = 18.0;  ///< height of a capital letter and its accent, pixels
  Colour colour;
  Align align = Align::left;
  bool halo = false;  ///< white outline, for text over a picture
};

class Canvas {
 public:
  Canvas(int width, int height);

  /// Convex, counter-clockwise; one colour per corner or one for all.
  void fill(const std::vector<PixelPoint>& corners, const std::vector<Colour>& colours);
  void fill_box(const PixelBox& box, const Colour& colour, double corner_radius = 0.0);
  /// `y` is the base line.
  void write(const std::string& text, PixelPoint at, const TextStyle& style);
  [[nodiscard]] double text_width(const std::string& text, double size) const;

  /// A camera that lays the sheet over whatever was drawn before it.
  [[nodiscard]] osg::ref_ptr<osg::Node> node() const;

 private:
  int width_;
  int height_;
  osg::ref_ptr<osgText::Font> font_;
  osg::ref_ptr<osg::Vec3Array> corners_;
  osg::ref_ptr<osg::Vec4Array> colours_;
  osg::ref_ptr<osg::DrawElementsUInt> triangles_;
  osg::ref_ptr<osg::Group> texts_;
};

}  // namespace parktwin::viz
