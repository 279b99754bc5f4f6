#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

// A park folder is a source like any other: importing it writes the same park.
TEST(ImportCommand, OfAParkFolderWritesTheSamePark) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  ASSERT_EQ(call({"import", workplace.path("park"), "--out", workplace.path("copy")}).code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(workplace.path("park"))) {
    EXPECT_EQ(read_file(entry.path()), read_file(workplace.folder() / "copy" / entry.path().filename())) << entry.path();
  }
}

TEST(ImportCommand, AMissingRecipeIsInvalidInputAndWritesNothing) {
  const Workplace workplace;
  const auto outcome = call({"import", workplace.path("none.yaml"), "--out", workplace.path("copy")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, testing::HasSubstr("none.yaml"));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("copy")));
}

}  // namespace
}  // namespace parktwin::cli
