#include "viz/osg/window/sheet_canvas.h"

#include <gtest/gtest.h>

#include <osg/Geode>
#include <osg/NodeVisitor>
#include <osgText/Text>

#include "viz/scene/colour_scale.h"

namespace parktwin::viz::window {
namespace {

class Count : public osg::NodeVisitor {
 public:
  Count() : osg::NodeVisitor(TRAVERSE_ALL_CHILDREN) {}
  void apply(osg::Drawable& drawable) override {
    if (dynamic_cast<osgText::Text*>(&drawable) != nullptr) ++texts;
    if (const auto* geometry = drawable.asGeometry())
      corners += geometry->getVertexArray() != nullptr ? static_cast<int>(geometry->getVertexArray()->getNumElements()) : 0;
  }
  int texts = 0;
  int corners = 0;
};

TEST(SheetCanvas, PutsShapesAndTextsOnTheCanvas) {
  Sheet sheet;
  sheet.shapes.emplace_back(Filled{{10.0, 10.0, 100.0, 50.0}, rgb(0xFFFFFF), 0.0});
  sheet.shapes.emplace_back(Line{{0.0, 0.0}, {30.0, 40.0}, 2.0, rgb(0x000000)});
  sheet.shapes.emplace_back(Line{{5.0, 5.0}, {5.0, 5.0}, 2.0, rgb(0x000000)});  // no length: nothing
  sheet.texts.push_back({"Layers 图层", {20.0, 20.0}, 17.0, rgb(0x000000)});
  Canvas canvas(200, 100);
  draw(canvas, sheet);
  Count count;
  canvas.node()->accept(count);
  EXPECT_EQ(count.texts, 1);
  EXPECT_EQ(count.corners, 8);
}

TEST(SheetCanvas, MeasuresAsTheCanvasWrites) {
  const TextWidth width = canvas_text_width();
  const Canvas canvas(10, 10);
  for (const char* text : {"Layers", "图层", "98.46 % → 51.2 %", ""}) {
    EXPECT_DOUBLE_EQ(width(text, 17.0), canvas.text_width(text, 17.0));
    EXPECT_DOUBLE_EQ(width(text, 17.0), canvas.text_width(text, 17.0));  // known by now
  }
  EXPECT_GT(width("Layers", 34.0), width("Layers", 17.0));
}

}  // namespace
}  // namespace parktwin::viz::window
