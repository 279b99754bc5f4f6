#include "cli/open_park.h"

#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(OpenPark, AFolderAndItsParkFileAreTheSamePark) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto by_folder = open_park(workplace.path("park"));
  const auto by_file = open_park(workplace.path("park/park.yaml"));
  EXPECT_EQ(content_hash_of(by_folder.park), content_hash_of(by_file.park));
  EXPECT_EQ(by_folder.park.enterprises->size(), 5U);
}

TEST(OpenPark, WhatIsNeitherFolderNorRecipeIsRefused) {
  const Workplace workplace;
  EXPECT_THROW(static_cast<void>(open_park(workplace.path("none"))), InputError);
  EXPECT_THROW(static_cast<void>(open_park(workplace.write("text.yaml", "hello"))), InputError);
}

}  // namespace
}  // namespace parktwin::cli
