#include "engine/storage/hdf5_image.h"

#include <gtest/gtest.h>

#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage::hdf5 {
namespace {

TEST(Hdf5Image, IsTheFileAsItWouldBeOnDisk) {
  const testing::ScratchFolder scratch("image");
  const Session session;
  std::vector<std::byte> bytes;
  {
    const Handle file = create_file_in_memory();
    write_numbers(file.get(), "numbers", std::vector<std::int32_t>{4, -5, 6}, {3});
    bytes = image_of(file);
  }
  const auto path = scratch.path() / "file.h5";
  testing::write_file(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  EXPECT_EQ(scratch.entries().size(), 1U);  // nothing was written by the library itself
  const Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "cannot open");
  EXPECT_EQ(read_numbers<std::int32_t>(open_dataset(file.get(), "numbers").get()), (std::vector<std::int32_t>{4, -5, 6}));
}

}  // namespace
}  // namespace parktwin::storage::hdf5
