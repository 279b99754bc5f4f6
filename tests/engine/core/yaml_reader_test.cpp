#include "engine/core/yaml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/random.h"

namespace parktwin::yaml {
namespace {

using testing::HasSubstr;

std::vector<Problem> problems_of(const std::string& text) {
  try {
    (void)parse_document(text, "f.yaml");
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

void expect_one(const std::string& text, const std::string& place, const std::string& part) {
  const auto problems = problems_of(text);
  ASSERT_EQ(problems.size(), 1u) << text;
  EXPECT_EQ(problems[0].file, "f.yaml");
  EXPECT_EQ(problems[0].place, place) << to_string(problems[0]);
  EXPECT_THAT(problems[0].message, HasSubstr(part));
}

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() / (std::string("parktwin_yaml_") + test->name() + "_" + std::to_string(getpid()));
    std::filesystem::create_directories(path_);
  }
  void TearDown() override { std::filesystem::remove_all(path_); }
  std::string message_for(const std::filesystem::path& file) {
    try {
      (void)read_document(file);
    } catch (const InputError& error) {
      return error.problems()[0].message;
    }
    return "";
  }
  std::filesystem::path path_;
};

TEST_F(Folder, ReadsAFileAndKeepsItsText) {
  const std::string text = "\xEF\xBB\xBF# scenario\r\nname: 北门\r\nlist: [1, 2]\r\n";
  std::ofstream(path_ / "a.yaml", std::ios::binary) << text;
  const Document document = read_document(path_ / "a.yaml");
  EXPECT_EQ(document.text, text);
  EXPECT_EQ(document.file, (path_ / "a.yaml").string());
  EXPECT_EQ(document.root["name"].Scalar(), "北门");
  EXPECT_EQ(place_of(document.root["list"][1]), "line 3, column 11");
}

TEST_F(Folder, SaysWhatIsWrongWithTheFile) {
  EXPECT_EQ(message_for(path_ / "missing.yaml"), "no such file");
  EXPECT_THAT(message_for(path_), HasSubstr("found a folder"));
  std::ofstream(path_ / "empty.yaml") << "";
  EXPECT_EQ(message_for(path_ / "empty.yaml"), "the file is empty");
  std::ofstream(path_ / "huge.yaml") << std::string((64u << 20) + 1, '#');
  EXPECT_THAT(message_for(path_ / "huge.yaml"), HasSubstr("more than 64 MiB"));
}

TEST(YamlDocument, RefusesEmptyDocuments) {
  for (const std::string text : {"", "\n \n", "# only a comment\n", "---\n", "---\n...\n", "~", "null\n"})
    expect_one(text, "", "the file is empty");
}

TEST(YamlDocument, ReportsSyntaxWithPlace) {
  expect_one("name: x\nlist: [1, 2\n", "line 2, column 1", "syntax error");
  expect_one("a: 1\n  b: 2\n", "line 2, column 4", "syntax error");
  expect_one("a:\n\tb: 2\n", "line 2, column 3", "indented by a tab");
  expect_one("a: \"open\n", "line 1, column 9", "syntax error");
  expect_one("a: *nowhere\n", "line 1, column 4", "syntax error");
}

TEST(YamlDocument, RefusesBytesThatAreNotUtf8) {
  expect_one("name: x\ntown: M\xFCnchen\n", "line 2, column 8", "0xFC");
  expect_one(std::string("name: \0x\n", 9), "line 1, column 7", "0x00");
  expect_one("\xFF\xFEn\0", "line 1, column 1", "0xFF");
}

TEST(YamlDocument, ReportsEveryKeyGivenTwice) {
  const auto problems = problems_of("a: 1\nb: {c: 1, c: 2}\na: 2\nd:\n  - {e: 1}\n  - {e: 1}\n'a': 3\n");
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].place, "line 2, column 11");
  EXPECT_EQ(problems[1].place, "line 3, column 1");
  EXPECT_THAT(problems[1].message, HasSubstr("first on line 1"));
  EXPECT_EQ(problems[2].place, "line 7, column 1");
}

TEST(YamlDocument, RefusesKeysThatAreNotNames) {
  expect_one("? [a, b]\n: 1\n", "line 1, column 3", "a list or mapping as a key");
  expect_one("? {a: b}\n: 1\n", "line 1, column 3", "a list or mapping as a key");
  expect_one("~: 1\n", "line 1, column 1", "a key without text");
}

TEST(YamlDocument, RefusesASecondDocument) { expect_one("a: 1\n---\nb: 2\n", "", "a second YAML document"); }

TEST(YamlDocument, AllowsAliasesWithinLimits) {
  const Document document = parse_document("a: &x [1, 2]\nb: *x\nc: [*x, *x]\n", "f.yaml");
  EXPECT_EQ(document.root["c"][1][0].Scalar(), "1");
  expect_one("a: &x [1, *x]\n", "line 1, column 11", "inside the value it stands for");
  std::string laughs = "a0: &a0 [l, l, l, l, l, l, l, l, l, l]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string here = std::to_string(i);
    const std::string below = "*a" + std::to_string(i - 1);
    laughs += "a" + here + ": &a" + here + " [" + below;
    for (int j = 1; j < 10; ++j) laughs += ", " + below;
    laughs += "]\n";
  }
  const auto problems = problems_of(laughs);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems[0].message, HasSubstr("more than 1000000 nodes"));
}

TEST(YamlDocument, RefusesDeepNesting) {
  expect_one(std::string(101, '[') + std::string(101, ']'), "line 1, column 101", "nested more than 100 deep");
  EXPECT_EQ(problems_of(std::string(100, '[') + std::string(100, ']')).size(), 0u);
  EXPECT_EQ(problems_of(std::string(200000, '[')).size(), 1u);
  EXPECT_EQ(problems_of(std::string(200000, '{')).size(), 1u);
}

TEST(YamlDocument, NeverFailsOtherwiseThanByInputError) {
  const std::string alphabet = "ab:-[]{},#&*!|>'\"%@`? \n\n\t01.~<=x";
  for (std::uint32_t entity = 0; entity < 5000; ++entity) {
    const RandomSequence random(7, 1, entity);
    std::string text;
    for (std::uint32_t i = 0; i < 1 + entity % 40; ++i) text += alphabet[random.below(i, static_cast<std::uint32_t>(alphabet.size()))];
    try {
      const Document document = parse_document(text, "f.yaml");
      EXPECT_TRUE(document.root.IsDefined());
      Problems problems;
      (void)check_keys(document.root, {}, "f.yaml", problems);
    } catch (const InputError& error) {
      EXPECT_FALSE(error.problems().empty());
    }
  }
}

TEST(YamlPlace, CountsFromOne) {
  const Document document = parse_document("a: 1\nb:\n  - x\n  - {c: y}\nd:\n", "f.yaml");
  EXPECT_EQ(place_of(document.root), "line 1, column 1");
  EXPECT_EQ(place_of(document.root["b"][1]["c"]), "line 4, column 9");
  EXPECT_EQ(place_of(document.root["nothing"]), "");
}

}  // namespace
}  // namespace parktwin::yaml
