#include "viz/scene/map_drape.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

struct Mapped {
  Park park = testing::hand_made_park();
  Results results = testing::hand_made_results(park);
  [[nodiscard]] std::array<std::uint8_t, 4> pixel(Layer layer, Point p) const {
    const auto drape = map_drape(park, results, layer);
    return drape->pixels[drape->frame.index(drape->frame.column_of(p.x), drape->frame.row_of(p.y))];
  }
  [[nodiscard]] double value(const Grid<float>& grid, Point p) const { return grid.at(grid.frame.column_of(p.x), grid.frame.row_of(p.y)); }
};

void expect_colour(const std::array<std::uint8_t, 4>& pixel, const Colour& colour) {
  const auto wanted = to_bytes(colour);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(pixel[i], wanted[i], 2.0);
}

TEST(MapDrape, PixelsShowTheValueOnTheScale) {
  const Mapped here;
  const Point parcel{620.0, 250.0};  // not public
  expect_colour(here.pixel(Layer::rsrp, parcel), scale_colour(rsrp_range.position(here.value(here.results.radio.rsrp_dbm, parcel))));
  expect_colour(here.pixel(Layer::sinr, parcel), scale_colour(sinr_range.position(here.value(here.results.radio.sinr_db, parcel))));
  expect_colour(here.pixel(Layer::rsrq, parcel), scale_colour(rsrq_range.position(here.value(here.results.radio.rsrq_db, parcel))));
  expect_colour(here.pixel(Layer::throughput_down, parcel),
                scale_colour(throughput_range.position(here.value(here.results.radio.throughput_down_mbit_s, parcel))));
}

TEST(MapDrape, UnservedPublicGroundIsMarkedAndParcelsAreNot) {
  const Mapped here;
  expect_colour(here.pixel(Layer::rsrp, {1590.0, 500.0}), map_colour::unserved());  // road, below −105 dBm
  expect_colour(here.pixel(Layer::unserved, {1590.0, 500.0}), map_colour::unserved());
  expect_colour(here.pixel(Layer::unserved, {500.0, 335.0}), map_colour::by_radio());
  EXPECT_EQ(here.pixel(Layer::unserved, {620.0, 250.0})[3], 0);
}

TEST(MapDrape, NoSignalInsideAndNothingOutside) {
  const Mapped here;
  expect_colour(here.pixel(Layer::rsrp, {1450.0, 940.0}), map_colour::no_signal());
  expect_colour(here.pixel(Layer::best_server, {1450.0, 940.0}), map_colour::no_signal());
  EXPECT_EQ(here.pixel(Layer::rsrp, {-15.0, 500.0})[3], 0);
}

TEST(MapDrape, BestServersHaveTheirColours) {
  const Mapped here;
  const Point p{620.0, 250.0};
  const auto& grid = here.results.radio.best_server;
  expect_colour(here.pixel(Layer::best_server, p), distinct_colour(grid.at(grid.frame.column_of(p.x), grid.frame.row_of(p.y))));
}

TEST(MapDrape, ClearPixelsBesideTheMapCarryItsColour) {
  const Mapped here;
  const auto drape = map_drape(here.park, here.results, Layer::sinr);
  const std::int32_t row = drape->frame.row_of(500.0);
  const auto& outside = drape->pixels[drape->frame.index(drape->frame.column_of(-2.0), row)];
  const auto& inside = drape->pixels[drape->frame.index(drape->frame.column_of(2.0), row)];
  EXPECT_EQ(outside[3], 0);
  EXPECT_NEAR(outside[1], inside[1], 6.0);
}

TEST(MapDrape, NoneWithoutALayerOrAMap) {
  const Mapped here;
  EXPECT_FALSE(map_drape(here.park, here.results, Layer::none).has_value());
  EXPECT_FALSE(map_drape(here.park, Results{}, Layer::rsrp).has_value());
}

}  // namespace
}  // namespace parktwin::viz
