#include "viz/window/measured_line.h"

#include <gtest/gtest.h>

#include <array>
#include <variant>

#include "viz/window/picking.h"

namespace parktwin::viz::window {
namespace {

TEST(MeasuredLine, RunsBetweenThePixelsOfItsPoints) {
  Viewpoint view;
  view.eye = {0.0, -500.0, 400.0};
  view.target = {0.0, 0.0, 0.0};
  const std::array points{Vector{-50.0, 10.0, 0.0}, Vector{80.0, 30.0, 20.0}};
  const PanelStyle style{1.0, {}, Language::en};
  const Sheet sheet = measured_line(style, view, points, 1280, 720);
  ASSERT_EQ(sheet.shapes.size(), 6U);
  const Line& line = std::get<Line>(sheet.shapes[1]);
  EXPECT_NEAR(line.from.x, pixel_of(view, points[0], 1280, 720)->x, 1e-9);
  EXPECT_NEAR(line.to.y, pixel_of(view, points[1], 1280, 720)->y, 1e-9);
  const std::array behind{points[0], Vector{0.0, -900.0, 800.0}};
  EXPECT_TRUE(measured_line(style, view, behind, 1280, 720).shapes.empty());
}

TEST(MeasuredLine, SaysAllFigures) {
  const Measurement down = measured({10.0, 20.0, 17.0}, {13.0, 24.0, 5.0});
  EXPECT_EQ(measurement_text(down, Language::en), "horizontal 5.0 m · height −12.0 m · straight 13.0 m · slope −67.4°");
  EXPECT_EQ(measurement_text(down, Language::zh), "水平 5.0 m · 高差 −12.0 m · 直线 13.0 m · 坡度 −67.4°");
}

}  // namespace
}  // namespace parktwin::viz::window
