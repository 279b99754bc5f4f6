#include "importers/gdal_layers/source_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::Optional;

TEST(SourceFile, CommonMistakes) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "city.gdb");
  EXPECT_THAT(fault_of_source(folder.path() / "none.gpkg"), Optional(std::string("no such file")));
  EXPECT_THAT(fault_of_source(folder.path()), Optional(std::string("found a folder, expected a file")));
  EXPECT_THAT(fault_of_source(folder.write("empty.csv", "")), Optional(std::string("is empty")));
  EXPECT_THAT(fault_of_source(folder.write("a.txt", "\n<OGRVRTDataSource>")), Optional(::testing::HasSubstr("points to other files")));
  EXPECT_THAT(fault_of_source(folder.write("a.tif", "<VRTDataset rasterXSize=\"1\">")), Optional(::testing::HasSubstr("points to other")));
  EXPECT_EQ(fault_of_source(folder.write("full.csv", "id\n")), std::nullopt);
  EXPECT_EQ(fault_of_source(folder.path() / "city.gdb"), std::nullopt) << "a file geodatabase is a folder";
}

}  // namespace
}  // namespace parktwin::importers
