#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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

TEST(ImportCommand, SaysWhatBecameOfEachSourceAndStrictTakesNoGuesses) {
  const Workplace workplace;
  const std::string recipe = std::string(PARKTWIN_SOURCE_DIR) + "/data/recipes/example.yaml";
  const auto strict = call({"import", recipe, "--out", workplace.path("strict"), "--strict"});
  EXPECT_EQ(strict.code, 3);
  EXPECT_THAT(strict.err, testing::HasSubstr("strict import takes no guesses"));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("strict")));
  const auto as_json = call({"import", recipe, "--out", workplace.path("park"), "--json"});
  ASSERT_EQ(as_json.code, 0) << as_json.err;
  const auto document = nlohmann::json::parse(as_json.out);
  EXPECT_EQ(document["enterprises"], document["sources"][0]["records"]);
  EXPECT_FALSE(document["sources"][0]["findings"].empty());
  EXPECT_EQ(call({"validate", workplace.path("park")}).code, 0);
}

TEST(ImportCommand, EveryRecipeThatComesWithTheProgramGivesASoundPark) {
  const Workplace workplace;
  for (const std::string name : {"networks", "operator", "registry"}) {
    const std::string recipe = std::string(PARKTWIN_SOURCE_DIR) + "/data/recipes/" + name + ".yaml";
    EXPECT_EQ(call({"validate", recipe}).code, 0) << name;
    const auto imported = call({"import", recipe, "--out", workplace.path(name), "--json"});
    ASSERT_EQ(imported.code, 0) << imported.err;
    EXPECT_EQ(call({"validate", workplace.path(name)}).code, 0) << name;
    const auto document = nlohmann::json::parse(imported.out);
    for (const auto& source : document["sources"]) EXPECT_GT(source["records"].get<int>(), 0) << source["name"];
  }
  const auto open = read_file(workplace.path("registry") + "/to_confirm.csv");
  EXPECT_THAT(open, testing::HasSubstr("building,enterprise,confidence,reasons\n"));
  EXPECT_THAT(open, testing::HasSubstr("parcel 0.45"));  // two enterprises name one parcel
  EXPECT_FALSE(std::filesystem::exists(workplace.path("networks") + "/to_confirm.csv"));
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
