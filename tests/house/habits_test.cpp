// Sizes, mirrored tests, names, unfinished words, and documents that keep up with the code.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/house/source_tree.h"

namespace parktwin::house {
namespace {

const std::vector<std::string> rooms = {"cli", "engine", "importers", "viz"};
const std::vector<std::string> everything = {"cli", "engine", "importers", "viz", "tests"};

TEST(Habits, FilesStayShort) {
  for (const auto& file : sources(everything)) EXPECT_LE(file.lines.size(), 400U) << file.path;
}

TEST(Habits, EverySourceHasItsMirroredTest) {
  for (const auto& file : sources(rooms)) {
    if (!file.path.ends_with(".cpp") || file.path == "cli/main.cpp") continue;
    const auto mirrored = "tests/" + file.path.substr(0, file.path.size() - 4) + "_test.cpp";
    EXPECT_TRUE(std::filesystem::exists(root() / mirrored)) << file.path << " has no " << mirrored;
  }
}

TEST(Habits, HeadersSayWhatTheyAnswer) {
  for (const auto& file : sources(rooms)) {
    if (!file.path.ends_with(".h")) continue;
    ASSERT_GE(file.lines.size(), 2U) << file.path;
    EXPECT_EQ(file.lines[0], "#pragma once") << file.path;
    EXPECT_TRUE(file.lines[1].starts_with("// ")) << file.path << " does not begin with a comment on what it answers";
  }
}

TEST(Habits, NamesSayWhatThingsAre) {
  const std::regex vague("\\b(class|struct|enum class|enum)\\s+\\w*(Manager|Helper|Utils|Util|Handler|Info)\\b");
  for (const auto& file : sources(everything)) {
    for (const auto& line : file.lines) EXPECT_FALSE(std::regex_search(line, vague)) << file.path << ": " << line;
  }
}

TEST(Habits, NothingUnfinishedIsLeftBehind) {
  // Written in two halves so that this file does not find itself.
  const std::regex unfinished(
      std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK|not imple" + "mented|DISA" + "BLED_|GTEST_" + "SKIP)\\b",
      std::regex::icase);
  for (const auto& file : sources(everything)) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], unfinished)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Habits, NoPathOfOneMachine) {
  const std::regex machine(std::string("(^|[^A-Za-z.])/(wo") + "rk|ro" + "ot|ho" + "me)/");
  for (const auto& file : sources(everything)) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], machine)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Habits, EveryPackageIsExplained) {
  const auto reasons = read("docs/dependencies.md");
  std::istringstream packages(read("docs/debian-packages.txt"));
  int count = 0;
  for (std::string line; std::getline(packages, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    ++count;
    EXPECT_NE(reasons.find("`" + line + "`"), std::string::npos) << line << " is not explained in docs/dependencies.md";
  }
  EXPECT_GT(count, 20);
}

TEST(Habits, EveryFolderOfDataNamesItsSources) {
  for (const auto& entry : std::filesystem::directory_iterator(root() / "data")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(std::filesystem::exists(entry.path() / "SOURCE.md")) << entry.path().filename();
  }
}

}  // namespace
}  // namespace parktwin::house
