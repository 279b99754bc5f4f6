#include "viz/osg/canvas.h"

#include <cmath>
#include <numbers>
#include <osg/BlendFunc>
#include <osg/Camera>
#include <osgText/Text>

#include "viz/osg/font.h"

namespace parktwin::viz {
namespace {

osg::Vec4 vector_of(const Colour& colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

osg::ref_ptr<osgText::Text> text_of(const std::string& text, double size, osgText::Font* font) {
  osg::ref_ptr<osgText::Text> node = new osgText::Text;
  node->setFont(font);
  const auto resolution = static_cast<unsigned>(std::lround(size));
  node->setFontResolution(resolution, resolution);
  node->setCharacterSize(static_cast<float>(resolution));
  node->setText(text, osgText::String::ENCODING_UTF8);
  return node;
}

}  // namespace

Canvas::Canvas(int width, int height)
    : width_(width),
      height_(height),
      font_(label_font()),
      corners_(new osg::Vec3Array),
      colours_(new osg::Vec4Array),
      triangles_(new osg::DrawElementsUInt(GL_TRIANGLES)),
      texts_(new osg::Group) {}

void Canvas::fill(const std::vector<PixelPoint>& corners, const std::vector<Colour>& colours) {
  const auto first = static_cast<unsigned>(corners_->size());
  for (std::size_t i = 0; i < corners.size(); ++i) {
    corners_->push_back({static_cast<float>(corners[i].x), static_cast<float>(corners[i].y), 0.0F});
    colours_->push_back(vector_of(colours[colours.size() == 1 ? 0 : i]));
  }
  for (unsigned i = 1; i + 1 < corners.size(); ++i) {
    for (const unsigned corner : {0U, i, i + 1}) triangles_->push_back(first + corner);
  }
}

void Canvas::fill_box(const PixelBox& box, const Colour& colour, double corner_radius) {
  constexpr int steps = 6;
  std::vector<PixelPoint> corners;
  const double r = corner_radius;
  const PixelPoint centres[4] = {
      {box.right() - r, box.top() - r}, {box.left + r, box.top() - r}, {box.left + r, box.bottom + r}, {box.right() - r, box.bottom + r}};
  for (int quarter = 0; quarter < 4; ++quarter) {
    for (int step = 0; step <= (r > 0.0 ? steps : 0); ++step) {
      const double angle = (quarter + static_cast<double>(step) / steps) * std::numbers::pi / 2.0;
      corners.push_back({centres[quarter].x + r * std::cos(angle), centres[quarter].y + r * std::sin(angle)});
    }
  }
  fill(corners, {colour});
}

void Canvas::write(const std::string& text, PixelPoint at, const TextStyle& style) {
  if (text.empty()) return;
  osg::ref_ptr<osgText::Text> node = text_of(text, style.size, font_.get());
  const double width = text_width(text, style.size);
  const double shift = style.align == Align::left ? 0.0 : style.align == Align::centre ? width / 2.0 : width;
  node->setPosition({static_cast<float>(std::round(at.x - shift)), static_cast<float>(std::round(at.y)), 0.0F});
  node->setColor(vector_of(style.colour));
  if (style.halo) {
    node->setBackdropType(osgText::Text::OUTLINE);
    node->setBackdropColor({1.0F, 1.0F, 1.0F, 0.9F});
    node->setBackdropOffset(static_cast<float>(1.6 / style.size));
  }
  texts_->addChild(node.get());
}

double Canvas::text_width(const std::string& text, double size) const {
  if (text.empty()) return 0.0;
  const osg::BoundingBox box = text_of(text, size, font_.get())->getBoundingBox();
  return box.valid() ? box.xMax() - box.xMin() : 0.0;
}

osg::ref_ptr<osg::Node> Canvas::node() const {
  osg::ref_ptr<osg::Geometry> fills = new osg::Geometry;
  fills->setUseDisplayList(false);
  fills->setUseVertexBufferObjects(true);
  fills->setVertexArray(corners_.get());
  fills->setColorArray(colours_.get(), osg::Array::BIND_PER_VERTEX);
  fills->addPrimitiveSet(triangles_.get());
  fills->getOrCreateStateSet()->setRenderBinDetails(0, "RenderBin");
  texts_->getOrCreateStateSet()->setRenderBinDetails(1, "RenderBin");

  osg::ref_ptr<osg::Camera> camera = new osg::Camera;
  camera->setReferenceFrame(osg::Transform::ABSOLUTE_RF);
  camera->setRenderOrder(osg::Camera::NESTED_RENDER);
  camera->setProjectionMatrixAsOrtho2D(0.0, width_, 0.0, height_);
  camera->setViewMatrix(osg::Matrixd::identity());
  camera->setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
  camera->setCullingActive(false);
  camera->setClearMask(0);
  osg::StateSet& state = *camera->getOrCreateStateSet();
  state.setMode(GL_LIGHTING, osg::StateAttribute::OFF);
  state.setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
  state.setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
  state.setMode(GL_BLEND, osg::StateAttribute::ON);
  state.setAttributeAndModes(new osg::BlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA));
  state.setRenderBinDetails(100, "RenderBin");
  if (!triangles_->empty()) camera->addChild(fills.get());
  camera->addChild(texts_.get());
  return camera;
}

}  // namespace parktwin::viz
