#include "importers/antenna/antenna_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/core/random.h"
#include "tests/importers/antenna/pattern_text.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using testing::ant_text;
using ::testing::ElementsAre;
using testing::msi_text;
using testing::TemporaryFolder;

std::vector<std::string> problems_of(const std::filesystem::path& file) {
  std::vector<std::string> texts;
  try {
    (void)read_antenna_file(file);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) {
      EXPECT_EQ(problem.file, file.string());
      texts.push_back((problem.place.empty() ? "" : problem.place + ": ") + problem.message);
    }
  }
  return texts;
}

TEST(AntennaFile, FormatsByExtension) {
  const TemporaryFolder folder;
  const auto msi = read_antenna_file(folder.write("a.msi", msi_text()));
  const auto pln = read_antenna_file(folder.write("b.PLN", msi_text()));
  const auto ant = read_antenna_file(folder.write("panel 7.ant", ant_text()));
  EXPECT_EQ(msi.horizontal_db, pln.horizontal_db);
  EXPECT_EQ(msi.horizontal_db, ant.horizontal_db);
  EXPECT_EQ(msi.vertical_db, ant.vertical_db);
  EXPECT_EQ(ant.name, "panel 7");
  EXPECT_THAT(problems_of(folder.write("a.txt", msi_text())), ElementsAre("has the extension \".txt\", expected .msi, .pln or .ant"));
}

TEST(AntennaFile, LineEndsAndByteOrderMarkDoNotMatter) {
  const TemporaryFolder folder;
  const auto plain = read_antenna_file(folder.write("a.msi", msi_text()));
  const auto windows = read_antenna_file(folder.write("b.msi", "\xEF\xBB\xBF" + msi_text("\r\n") + "\x1a"));
  EXPECT_EQ(windows.name, plain.name);
  EXPECT_EQ(windows.gain, plain.gain);
  EXPECT_EQ(windows.horizontal_db, plain.horizontal_db);
  EXPECT_EQ(windows.vertical_db, plain.vertical_db);
}

TEST(AntennaFile, WhatIsNoPatternFile) {
  const TemporaryFolder folder;
  EXPECT_THAT(problems_of(folder.path() / "none.msi"), ElementsAre("no such file"));
  std::filesystem::create_directories(folder.path() / "folder.msi");
  EXPECT_THAT(problems_of(folder.path() / "folder.msi"), ElementsAre("found a folder, expected a file"));
  EXPECT_THAT(problems_of(folder.write("empty.msi", "")), ElementsAre("is empty"));
  EXPECT_THAT(problems_of(folder.write("blank.ant", "\xEF\xBB\xBF \r\n\n")), ElementsAre("is empty"));
  EXPECT_THAT(problems_of(folder.write("zero.msi", std::string("GAIN\0", 5))), ElementsAre("byte 5: is not text"));
  EXPECT_THAT(problems_of(folder.write("large.msi", std::string((1U << 20U) + 1, ' '))),
              ElementsAre("has 1048577 bytes, expected a pattern of at most 1048576"));
}

// Damaged files never crash, and never pass in silence for whole ones.
TEST(AntennaFile, DamageIsAlwaysAnInputError) {
  const TemporaryFolder folder;
  const RandomSequence random(1, 0, 0);
  const std::string whole = msi_text();
  for (std::uint32_t i = 0; i < 150; ++i) {
    std::string noise;
    for (std::uint32_t k = 0; k < 300; ++k) noise += static_cast<char>(random.below(1000 * i + k, 256));
    EXPECT_FALSE(problems_of(folder.write("noise.msi", noise)).empty());
    EXPECT_FALSE(problems_of(folder.write("noise.ant", noise)).empty());
    const std::string cut = whole.substr(0, random.below(1000 * i + 400, static_cast<std::uint32_t>(whole.size() - 8)));
    EXPECT_FALSE(problems_of(folder.write("cut.msi", cut)).empty());
  }
}

}  // namespace
}  // namespace parktwin::importers
