#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "importers/gdal_layers/raster.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

const LocalFrame frame{"EPSG:4549", {512300.0, 3456700.0}};

Grid<float> hills() {
  Grid<float> grid({{-120.0, 35.5}, 12.5, 211, 97});
  for (std::size_t i = 0; i < grid.values.size(); ++i)
    grid.values[i] = static_cast<float>(RandomSequence(5, 0, static_cast<std::uint32_t>(i)).uniform(0, -3, 90));
  return grid;
}

TEST(WriteRaster, ComesBackBitForBit) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "hills.tif";
  write_raster(hills(), frame, file);
  Problems problems;
  const auto back = read_raster_as_is({file, frame, "", std::nullopt}, problems);
  ASSERT_TRUE(back) << to_string(problems.list().front());
  EXPECT_EQ(back->grid.frame, hills().frame);
  EXPECT_EQ(back->grid.values, hills().values);
  EXPECT_EQ(back->filled_share, 0.0);
}

TEST(WriteRaster, SameGridSameBytes) {
  const testing::TemporaryFolder folder;
  write_raster(hills(), frame, folder.path() / "a.tif");
  write_raster(hills(), frame, folder.path() / "b.tif");
  EXPECT_EQ(testing::bytes_of(folder.path() / "a.tif"), testing::bytes_of(folder.path() / "b.tif"));
}

TEST(WriteRaster, SaysWhatCannotBeWritten) {
  const testing::TemporaryFolder folder;
  const auto blocked = folder.write("file", "text") / "hills.tif";
  EXPECT_THROW(write_raster(hills(), frame, blocked), OutputError);
  EXPECT_THROW(write_raster(hills(), {"EPSG:999999", {}}, folder.path() / "hills.tif"), OutputError);
}

}  // namespace
}  // namespace parktwin::importers
