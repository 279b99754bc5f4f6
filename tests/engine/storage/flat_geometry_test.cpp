#include "engine/storage/flat_geometry.h"

#include <gtest/gtest.h>

#include "tests/engine/storage/random_run.h"

namespace parktwin::storage {
namespace {

TEST(FlatGeometry, LaysOutAMultipolygonLevelByLevel) {
  const Polygon square{{{0, 0}, {4, 0}, {4, 4}}, {{{1, 1}, {1, 2}, {2, 1}}}};
  FlatGeometry flat;
  flat.add(MultiPolygon{{square, Polygon{{{9, 9}, {10, 9}, {9, 10}}, {}}}});
  flat.add(MultiPolygon{});
  EXPECT_EQ(flat.xy.size(), 18U);
  EXPECT_EQ(flat.rings, (Offsets{0, 3, 6, 9}));
  EXPECT_EQ(flat.polygons, (Offsets{0, 2, 3}));
  EXPECT_EQ(flat.shapes, (Offsets{0, 2, 2}));
}

template <class Shape>
void expect_round_trip(std::uint64_t seed) {
  testing::RandomFill random(seed);
  std::vector<Shape> shapes(20);
  FlatGeometry flat;
  for (Shape& shape : shapes) {
    random.fill(shape);
    flat.add(shape);
  }
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    Shape found;
    flat.get(i, found);
    EXPECT_EQ(found, shapes[i]) << "shape " << i;
  }
}

TEST(FlatGeometry, GivesBackWhatWasAdded) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    expect_round_trip<Point>(seed);
    expect_round_trip<LineString>(seed);
    expect_round_trip<Polygon>(seed);
    expect_round_trip<MultiPolygon>(seed);
  }
}

TEST(FlatGeometry, RefusesOffsetsThatDoNotFit) {
  EXPECT_TRUE(offsets_fit({0}, 0));
  EXPECT_TRUE(offsets_fit({0, 2, 2, 5}, 5));
  EXPECT_FALSE(offsets_fit({}, 0));
  EXPECT_FALSE(offsets_fit({1, 5}, 5));
  EXPECT_FALSE(offsets_fit({0, 4}, 5));
  EXPECT_FALSE(offsets_fit({0, 4, 3, 5}, 5));
}

}  // namespace
}  // namespace parktwin::storage
