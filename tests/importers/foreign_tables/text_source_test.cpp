#include "importers/foreign_tables/text_source.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

std::string fault_of_text(const std::string& bytes, std::uint64_t most = most_source_bytes) {
  const testing::TemporaryFolder folder;
  Problems problems;
  static_cast<void>(read_text_source(folder.write("a.txt", bytes), problems, most));
  return problems.empty() ? "" : problems.list()[0].place + ": " + problems.list()[0].message;
}

TEST(TextSource, IsWholeUtf8WithinItsBounds) {
  const testing::TemporaryFolder folder;
  Problems problems;
  EXPECT_EQ(read_text_source(folder.write("a.txt", "\xEF\xBB\xBFpark\n园区"), problems).value(), "park\n园区");
  EXPECT_FALSE(read_text_source(folder.path() / "none.txt", problems));
  EXPECT_FALSE(read_text_source(folder.path(), problems));
  EXPECT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(fault_of_text(""), ": is empty");
  EXPECT_EQ(fault_of_text("ab\n\xC3\xFB"), "line 2: is not UTF-8 from here on");
  EXPECT_EQ(fault_of_text(std::string("a\0b", 3)), "line 1: is not UTF-8 from here on");
  EXPECT_EQ(fault_of_text(std::string(3U << 20U, 'a'), 1U << 20U), ": holds 3 MiB, expected at most 1");
}

std::string fault_of_json(const std::string& text) {
  Problems problems;
  static_cast<void>(parse_json(text, "a.json", problems));
  return problems.empty() ? "" : problems.list()[0].place + ": " + problems.list()[0].message;
}

TEST(TextSource, JsonSaysWhereItBreaks) {
  EXPECT_EQ(fault_of_json("{\"a\": [1, 2]}"), "");
  EXPECT_EQ(fault_of_json("{\"a\":\n 1,\n"), "line 3, column 1: ends in the middle of a value, expected whole JSON");
  EXPECT_EQ(fault_of_json("{\"a\":\n  nul}"), "line 2, column 6: is no JSON from here on");
  EXPECT_NE(fault_of_json("[1e999]"), "");
  EXPECT_NE(fault_of_json(std::string(200000, '[')), "");  // deep nesting is no trouble for the stack
}

}  // namespace
}  // namespace parktwin::importers
