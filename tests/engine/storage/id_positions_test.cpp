#include "engine/storage/id_positions.h"

#include <gtest/gtest.h>

#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/memory_file.h"

namespace parktwin::storage {
namespace {

TEST(IdPositions, FindsIdsOfTheParkInTheFile) {
  const testing::MemoryFile memory;
  const hdf5::Handle park = hdf5::create_group(memory.root.get(), "park");
  const hdf5::Handle zones = hdf5::create_group(park.get(), "zones");
  hdf5::write_texts(zones.get(), "id", {"Z-1", "区-2", "Z-3"}, {3});
  IdPositions positions(memory.root.get());
  EXPECT_EQ(positions.find("zones", "Z-1"), 0U);
  EXPECT_EQ(positions.find("zones", "区-2"), 1U);
  EXPECT_EQ(positions.find("zones", "Z-3"), 2U);
  EXPECT_THROW((void)positions.find("zones", "Z-4"), hdf5::Failure);
  EXPECT_THROW((void)positions.find("roads", "R-1"), hdf5::Failure);
}

}  // namespace
}  // namespace parktwin::storage
