#include "importers/park_folder/staged_folder.h"

#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;
using testing::text_of_file;

std::size_t entries(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }

TEST(StagedFolder, NothingIsSeenBeforeItIsComplete) {
  const TemporaryFolder folder;
  const auto place = folder.path() / "deep" / "park";
  StagedFolder staged(place, "park.yaml");
  staged.write("park.yaml", "one");
  EXPECT_FALSE(fs::exists(place));
  staged.commit();
  EXPECT_EQ(text_of_file(place / "park.yaml"), "one");
  EXPECT_EQ(entries(folder.path() / "deep"), 1u);
}

TEST(StagedFolder, AbandonedWorkLeavesTheOldFolderWhole) {
  const TemporaryFolder folder;
  const auto place = folder.path() / "park";
  {
    StagedFolder staged(place, "park.yaml");
    staged.write("park.yaml", "one");
    staged.commit();
  }
  {
    const StagedFolder staged(place, "park.yaml");
    staged.write("park.yaml", "two");
  }
  EXPECT_EQ(text_of_file(place / "park.yaml"), "one");
  EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(StagedFolder, KeepsWhatPeopleWroteBesideTheData) {
  const TemporaryFolder folder;
  const auto place = folder.path() / "park";
  for (const char* version : {"one", "two"}) {
    StagedFolder staged(place, "park.yaml");
    staged.write("park.yaml", version);
    staged.commit();
    if (std::string(version) == "one") {
      write_text_file(place / "SOURCE.md", "asked the park office");
      write_text_file(place / "old_layer.csv", "id");
    }
  }
  EXPECT_EQ(text_of_file(place / "park.yaml"), "two");
  EXPECT_EQ(text_of_file(place / "SOURCE.md"), "asked the park office");
  EXPECT_FALSE(fs::exists(place / "old_layer.csv"));
}

TEST(StagedFolder, ATrailingSlashChangesNothing) {
  const TemporaryFolder folder;
  StagedFolder staged(folder.path() / "park/", "park.yaml");
  staged.write("park.yaml", "one");
  staged.commit();
  EXPECT_TRUE(fs::exists(folder.path() / "park" / "park.yaml"));
}

TEST(StagedFolder, RefusesPlacesThatAreNotItsOwn) {
  const TemporaryFolder folder;
  testing::write_file(folder.path() / "file", "text");
  EXPECT_THROW(StagedFolder(folder.path() / "file", "park.yaml"), OutputError);
  EXPECT_THROW(StagedFolder(folder.path() / "file" / "park", "park.yaml"), OutputError);
  EXPECT_THROW(StagedFolder(folder.path(), "park.yaml"), OutputError);
  fs::create_directory(folder.path() / "empty");
  EXPECT_NO_THROW(StagedFolder(folder.path() / "empty", "park.yaml"));
}

TEST(StagedFolder, AFullDeviceIsAnError) {
  try {
    write_text_file("/dev/full", std::string(100000, 'x'));
    FAIL() << "no error";
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(), "/dev/full: cannot be written (No space left on device)");
  }
}

}  // namespace
}  // namespace parktwin::importers
