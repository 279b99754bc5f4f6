#include "engine/core/grid.h"

#include <gtest/gtest.h>

#include "tests/engine/core/random_polygons.h"

namespace parktwin {
namespace {

TEST(GridFrame, PlacesCellsFromTheSouthWest) {
  const GridFrame frame{{100, 200}, 2.0, 5, 4};
  EXPECT_EQ(frame.size(), 20U);
  EXPECT_EQ(frame.index(3, 2), 13U);
  EXPECT_EQ(frame.centre(0, 0), (Point{101, 201}));
  EXPECT_EQ(frame.column_of(105.9), 2);
  EXPECT_EQ(frame.column_of(99.9), -1);
  EXPECT_EQ(frame.row_of(206.0), 3);
  EXPECT_TRUE(frame.holds(4, 3));
  EXPECT_FALSE(frame.holds(5, 0));
  EXPECT_FALSE(frame.holds(0, 4));
  EXPECT_FALSE(frame.holds(-1, 0));
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const Point centre = frame.centre(column, row);
      EXPECT_EQ(frame.column_of(centre.x), column);
      EXPECT_EQ(frame.row_of(centre.y), row);
    }
  }
}

TEST(FrameCovering, IsAlignedAndAsSmallAsPossible) {
  EXPECT_EQ(frame_covering({{-3.5, 1.0}, {4.0, 2.5}}, 2.0), (GridFrame{{-4, 0}, 2.0, 4, 2}));
  EXPECT_EQ(frame_covering({{4.0, 4.0}, {8.0, 8.0}}, 2.0), (GridFrame{{4, 4}, 2.0, 2, 2}));
  EXPECT_EQ(frame_covering({{4.0, 4.0}, {4.0, 4.0}}, 2.0), (GridFrame{{4, 4}, 2.0, 1, 1}));
  EXPECT_THROW(static_cast<void>(frame_covering({{0, 0}, {1, 1}}, 0.0)), BrokenPromise);
  const RandomSequence random(1, 1, 1);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const Box box{{random.uniform(4 * i, -500, 0), random.uniform(4 * i + 1, -500, 0)},
                  {random.uniform(4 * i + 2, 1, 500), random.uniform(4 * i + 3, 1, 500)}};
    const GridFrame frame = frame_covering(box, 5.0);
    EXPECT_LE(frame.origin.x, box.low.x);
    EXPECT_GT(frame.origin.x + 5.0, box.low.x);
    EXPECT_GE(frame.origin.x + 5.0 * frame.columns, box.high.x);
    EXPECT_LT(frame.origin.x + 5.0 * (frame.columns - 1), box.high.x);
    EXPECT_GE(frame.origin.y + 5.0 * frame.rows, box.high.y);
    EXPECT_LT(frame.origin.y + 5.0 * (frame.rows - 1), box.high.y);
  }
}

TEST(ForEachRun, VisitsExactlyTheCellsWhoseCentreIsInside) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const StarPolygon star = random_star(number, 60.0);
    const GridFrame frame{{-70, -50}, 1.5, 90, 70};  // many polygons stick out of it
    Grid<int> visits(frame);
    std::int32_t last_row = -1;
    for_each_run(frame, star.polygon, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
      EXPECT_GE(row, last_row);
      EXPECT_LT(begin, end);
      last_row = row;
      for (std::int32_t column = begin; column < end; ++column) ++visits.at(column, row);
    });
    for (std::int32_t row = 0; row < frame.rows; ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        ASSERT_EQ(visits.at(column, row), contains(star.polygon, frame.centre(column, row)) ? 1 : 0)
            << number << ": " << column << ", " << row;
      }
    }
  }
}

TEST(ForEachRun, GoesThroughAllPolygonsOfAShapeAndSkipsDegenerateOnes) {
  const GridFrame frame{{0, 0}, 1.0, 10, 10};
  const auto square = [](double at) { return Polygon{{{at, at}, {at + 2, at}, {at + 2, at + 2}, {at, at + 2}}, {}}; };
  int cells = 0;
  const auto count = [&cells](std::int32_t, std::int32_t begin, std::int32_t end) { cells += end - begin; };
  for_each_run(frame, MultiPolygon{{square(1), square(6), Polygon{}, Polygon{{{0, 0}, {9, 9}}, {}}, square(-20), square(40)}}, count);
  EXPECT_EQ(cells, 8);
}

TEST(Grid, RefusesCellsOutsideIt) {
  Grid<int> grid(GridFrame{{0, 0}, 1.0, 3, 2}, 7);
  EXPECT_EQ(grid.at(2, 1), 7);
  grid.at(2, 1) = 9;
  EXPECT_EQ(grid.values.back(), 9);
  EXPECT_THROW(static_cast<void>(grid.at(3, 0)), BrokenPromise);
  EXPECT_THROW(static_cast<void>(std::as_const(grid).at(0, -1)), BrokenPromise);
  EXPECT_TRUE(Grid<int>().empty());
}

TEST(Sample, ReproducesAPlaneBetweenCentresAndIsConstantBeyond) {
  Grid<float> grid(GridFrame{{-8, 16}, 4.0, 6, 5});
  const auto plane = [](Point p) { return 3.0 + 0.5 * p.x - 0.25 * p.y; };
  for (std::int32_t row = 0; row < 5; ++row) {
    for (std::int32_t column = 0; column < 6; ++column) grid.at(column, row) = static_cast<float>(plane(grid.frame.centre(column, row)));
  }
  const RandomSequence random(5, 5, 5);
  for (std::uint32_t i = 0; i < 500; ++i) {
    const Point p{random.uniform(2 * i, -30, 40), random.uniform(2 * i + 1, 0, 60)};
    const Point clamped{std::clamp(p.x, -6.0, 14.0), std::clamp(p.y, 18.0, 34.0)};
    EXPECT_NEAR(sample(grid, p), plane(clamped), 1e-5);
  }
}

TEST(Sample, WorksOnSingleCellsRowsAndColumns) {
  EXPECT_EQ(sample(Grid<float>(GridFrame{{0, 0}, 1.0, 1, 1}, 4.0F), {9, -9}), 4.0);
  Grid<float> row(GridFrame{{0, 0}, 1.0, 2, 1});
  row.values = {1.0F, 3.0F};
  EXPECT_EQ(sample(row, {1.0, 5.0}), 2.0);
  Grid<float> column(GridFrame{{0, 0}, 1.0, 1, 2});
  column.values = {1.0F, 3.0F};
  EXPECT_EQ(sample(column, {-5.0, 1.0}), 2.0);
  EXPECT_THROW(static_cast<void>(sample(Grid<float>(), {0, 0})), BrokenPromise);
}

}  // namespace
}  // namespace parktwin
