#include "importers/park_folder/inner_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(InnerPath, ClimbingAndAbsolutePathsLeaveTheFolder) {
  for (const char* file : {"a.csv", "layers/a.gpkg", "layers/../a.csv", "./a.csv", "..a.csv"}) EXPECT_TRUE(stays_inside(file)) << file;
  for (const char* file : {"/etc/passwd", "../a.csv", "a/../../b", "..", "./../x", "/vsicurl/http://localhost/a.csv", "//a"})
    EXPECT_FALSE(stays_inside(file)) << file;
}

TEST(InnerPath, NoFileOfAParkLiesElsewhere) {
  const testing::SampleFolder folder;
  const std::string text = testing::text_of_file(folder.file("park.yaml"));
  for (const std::string key : {"boundary: {", "zones: {", "enterprises: {"}) {
    const auto at = text.find(key + "file: ");
    ASSERT_NE(at, std::string::npos) << key;
    for (const std::string to : {"../../etc/passwd", "/etc/passwd"}) {
      testing::write_file(folder.file("park.yaml"),
                          text.substr(0, at) + key + "file: \"" + to + "\"}" + text.substr(text.find('}', at) + 1));
      EXPECT_THAT(folder.problems(), Contains(HasSubstr("file: \"" + to + "\" leads out of the folder"))) << key;
    }
  }
  for (const std::string file : {"terrain.tif", "weather.epw"}) {
    testing::write_file(folder.file("park.yaml"), text);
    testing::replace_in_file(folder.file("park.yaml"), "file: " + file, "file: ../" + file);
    EXPECT_THAT(folder.problems(), Contains(HasSubstr("file: \"../" + file + "\" leads out of the folder")));
  }
  testing::write_file(folder.file("park.yaml"), text);
  testing::write_file(folder.file("antennas.csv"), "id,pattern_file\npanel,../../etc/passwd\n");
  EXPECT_THAT(folder.problems(), Contains(HasSubstr("\"../../etc/passwd\" leads out of the folder")));
}

}  // namespace
}  // namespace parktwin::importers
