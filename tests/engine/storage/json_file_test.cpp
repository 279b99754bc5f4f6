#include "engine/storage/json_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

std::string problem_of(const std::filesystem::path& file) {
  try {
    (void)read_json(file, "the diary of a run");
  } catch (const InputError& error) {
    return to_string(error.problems().at(0));
  }
  return "";
}

TEST(JsonFile, DocumentsComeBackAndOthersAreRefused) {
  const testing::ScratchFolder scratch("json");
  const auto file = scratch.path() / "a.json";
  EXPECT_EQ(problem_of(file), file.string() + ": the file is missing or cannot be read; expected the diary of a run");
  testing::write_file(file, "{\"a\": [1, 2]}");
  EXPECT_EQ(read_json(file, "x")["a"][1], 2);
  testing::write_file(file, "{\"a\": [1, ");
  EXPECT_THAT(problem_of(file), ::testing::HasSubstr(": byte 11: found no complete JSON document"));
  testing::write_file(file, "{\"a\": 171e09128}");
  EXPECT_THAT(problem_of(file), ::testing::HasSubstr("holds a number that is too large"));
}

}  // namespace
}  // namespace parktwin::storage
