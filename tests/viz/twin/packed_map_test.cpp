#include "viz/twin/packed_map.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/twin/unpacking.h"
#include "viz/scene/map_drape.h"

namespace parktwin::viz::twin {
namespace {

struct Mapped {
  Park park = viz::testing::hand_made_park();
  Results results = viz::testing::hand_made_results(park);
};

// The same field at the same place has the same colour on the page as in `render`, which draws this drape.
TEST(PackedMap, EveryPixelIsThatOfTheDrape) {
  const Mapped here;
  for (const auto& [layer, name] : names_of(Layer{})) {
    const auto drape = map_drape(here.park, here.results, layer);
    if (!drape) continue;
    for (const std::int32_t largest : {100000, 60}) {
      const Packed packed = packed_map(numbered_map(*drape, layer, largest));
      const auto numbers = testing::read_map(packed.head, packed.bytes);
      const auto columns = packed.head["columns"].get<std::int32_t>();
      const auto rows = packed.head["rows"].get<std::int32_t>();
      EXPECT_LE(std::max(columns, rows), largest);
      const auto step = static_cast<std::int32_t>(std::lround(packed.head["cell"].get<double>() / drape->frame.cell_size));
      for (std::int32_t row = 0; row < rows; ++row) {
        for (std::int32_t column = 0; column < columns; ++column) {
          const auto& pixel = drape->pixels[drape->frame.index(column * step, row * step)];
          const Json& colour = packed.head["colours"].at(numbers[static_cast<std::size_t>(row * columns + column)]);
          ASSERT_EQ(colour[3], pixel[3]) << name;
          if (pixel[3] == 0) continue;
          for (std::size_t k = 0; k < 3; ++k) ASSERT_EQ(colour[k], pixel[k]) << name << " at " << column << ", " << row;
        }
      }
    }
  }
}

TEST(PackedMap, NumbersOfAScaleStandForValues) {
  const Mapped here;
  const auto& field = here.results.radio.sinr_db;
  const Packed packed = packed_map(numbered_map(*map_drape(here.park, here.results, Layer::sinr), Layer::sinr, 100000));
  const auto numbers = testing::read_map(packed.head, packed.bytes);
  std::size_t told = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Json& value = packed.head["values"].at(numbers[i]);
    if (value.is_null()) continue;
    ++told;
    const double shown = std::clamp(static_cast<double>(field.values[i]), sinr_range.low, sinr_range.high);
    ASSERT_NEAR(value.get<double>(), shown, 2.0 * (sinr_range.high - sinr_range.low) / 255.0);  // neighbouring steps may share a colour
  }
  EXPECT_GT(told, numbers.size() / 3);
}

TEST(PackedMap, LayersWithoutAScaleHaveNoValues) {
  const Mapped here;
  const Packed packed = packed_map(numbered_map(*map_drape(here.park, here.results, Layer::best_server), Layer::best_server, 500));
  for (const Json& value : packed.head["values"]) EXPECT_TRUE(value.is_null());
}

TEST(PackedMap, AMapThatDiffersLittleFromAnEarlierOneTellsWhatChanged) {
  const Mapped here;
  const auto drape = map_drape(here.park, here.results, Layer::sinr);
  auto other = *drape;
  for (std::size_t i = 0; i < 40; ++i) other.pixels[other.pixels.size() / 2 + i] = scale_pixel(i);
  const std::array earlier{EarlierMap{numbered_map(*map_drape(here.park, here.results, Layer::rsrp), Layer::rsrp, 100000), 3},
                           EarlierMap{numbered_map(*drape, Layer::sinr, 100000), 7}};
  const NumberedMap map = numbered_map(other, Layer::sinr, 100000);
  const Packed packed = packed_map(map, earlier);
  EXPECT_EQ(packed.head["coding"], "changed");
  EXPECT_EQ(packed.head["from"], 7U);
  EXPECT_EQ(testing::read_map(packed.head, packed.bytes, 0, earlier[1].map.numbers), map.numbers);
}

TEST(PackedMap, AMapOfOtherCellsTellsNothing) {
  const Mapped here;
  const auto drape = map_drape(here.park, here.results, Layer::sinr);
  const std::array earlier{EarlierMap{numbered_map(*drape, Layer::sinr, 60), 7}};
  const Packed packed = packed_map(numbered_map(*drape, Layer::sinr, 100000), earlier);
  EXPECT_FALSE(packed.head.contains("from"));
}

}  // namespace
}  // namespace parktwin::viz::twin
