#include "engine/storage/map_axes.h"

#include <gtest/gtest.h>

#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/memory_file.h"

namespace parktwin::storage::hdf5 {
namespace {

Site site_at(double easting, double northing) {
  Site site;
  site.crs = "EPSG:4549";
  site.crs_wkt = "PROJCS[\"a test\"]";
  site.origin_easting = Metres(easting);
  site.origin_northing = Metres(northing);
  return site;
}

Handle raster(hid_t group, const std::string& name, const GridFrame& frame) {
  return write_numbers(group, name, std::vector<float>(frame.size()),
                       {static_cast<hsize_t>(frame.rows), static_cast<hsize_t>(frame.columns)});
}

TEST(MapAxes, GeoTransformIsNorthUp) {
  const GridFrame frame{{-100.0, 50.0}, 2.5, 4, 3};
  EXPECT_EQ(geo_transform(site_at(545000.25, 3465000.0), frame), "544900.25 2.5 0 3465057.5 0 -2.5");
}

TEST(MapAxes, RastersOfAFrameShareScalesAndASecondFrameGetsItsOwn) {
  const testing::MemoryFile memory;
  const hid_t root = memory.root.get();
  const Site site = site_at(1000.0, 2000.0);
  const GridFrame coarse{{0.0, 0.0}, 10.0, 2, 3};
  const GridFrame fine{{0.0, 0.0}, 5.0, 4, 6};
  MapAxes axes(site);
  const Handle a = raster(root, "a", coarse);
  const Handle b = raster(root, "b", coarse);
  const Handle c = raster(root, "c", fine);
  axes.attach(root, a.get(), coarse);
  axes.attach(root, b.get(), coarse);
  axes.attach(root, c.get(), fine);
  axes.finish();
  EXPECT_EQ(read_numbers<double>(open_dataset(root, "x").get()), (std::vector<double>{1005, 1015}));
  EXPECT_EQ(read_numbers<double>(open_dataset(root, "y").get()), (std::vector<double>{2005, 2015, 2025}));
  EXPECT_EQ(shape_of(open_dataset(root, "x_2").get()), (Shape{4}));
  EXPECT_EQ(read_text_attribute(b.get(), "grid_mapping"), "crs");
  EXPECT_EQ(read_text_attribute(c.get(), "grid_mapping"), "crs_2");
  EXPECT_EQ(read_text_attribute(open_dataset(root, "crs").get(), "crs_wkt"), site.crs_wkt);
  const Handle users(H5Aopen(open_dataset(root, "x").get(), "REFERENCE_LIST", H5P_DEFAULT), "attribute");
  const Handle space(H5Aget_space(users.get()), "space");
  EXPECT_EQ(H5Sget_simple_extent_npoints(space.get()), 2);
}

TEST(MapAxes, WithoutKnownTextNoneIsInvented) {
  const testing::MemoryFile memory;
  Site site = site_at(0.0, 0.0);
  site.crs_wkt.clear();
  const GridFrame frame{{0.0, 0.0}, 10.0, 2, 3};
  MapAxes axes(site);
  const Handle a = raster(memory.root.get(), "a", frame);
  axes.attach(memory.root.get(), a.get(), frame);
  axes.finish();
  EXPECT_THROW((void)read_text_attribute(open_dataset(memory.root.get(), "crs").get(), "crs_wkt"), Failure);
}

}  // namespace
}  // namespace parktwin::storage::hdf5
