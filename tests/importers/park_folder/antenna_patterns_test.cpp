#include "importers/park_folder/antenna_patterns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/park_folder/park_folder.h"
#include "tests/importers/antenna/pattern_text.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using testing::ant_text;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::msi_text;
using ::testing::Not;
using testing::SampleFolder;
using testing::text_of_file;
using testing::write_file;

const Antenna& antenna_of(const LoadedPark& loaded, const char* id) { return (*loaded.park.antennas)[loaded.park.antennas->find(id)]; }

/// Gives the sample this table of antennas; its only radio cell uses "panel".
void set_antennas(const SampleFolder& folder, const std::string& table) { write_file(folder.file("antennas.csv"), table); }

TEST(AntennaPatterns, ComeFromTheFileTheTableNames) {
  const SampleFolder folder;
  set_antennas(folder,
               "id,pattern_file,measured_gain_dbi,measured_downtilt_deg\npanel,patterns/a.msi,,\nown,patterns/a.msi,"
               "16,2\nscreen,b.ant,12,\nplain,,,\n");
  std::filesystem::create_directories(folder.file("patterns"));
  write_file(folder.file("patterns/a.msi"), msi_text());
  write_file(folder.file("b.ant"), ant_text());
  const LoadedPark loaded = read_park_folder(folder.path());
  const Antenna& panel = antenna_of(loaded, "panel");
  EXPECT_NEAR(panel.measured_gain->value(), 18.0, 1e-12);
  EXPECT_EQ(panel.measured_downtilt, Degrees(4.0));
  EXPECT_EQ(panel.measured_frequency, megahertz(3500.0));
  ASSERT_EQ(panel.horizontal_cut_db.size(), 360U);
  EXPECT_DOUBLE_EQ(panel.horizontal_cut_db[100], 5.0);
  EXPECT_DOUBLE_EQ(panel.vertical_cut_db[100], 2.0);
  EXPECT_EQ(antenna_of(loaded, "own").measured_gain, Decibel(16.0));  // the record's own values count before the file's
  EXPECT_EQ(antenna_of(loaded, "own").measured_downtilt, Degrees(2.0));
  EXPECT_EQ(antenna_of(loaded, "screen").vertical_cut_db, panel.vertical_cut_db);
  EXPECT_TRUE(antenna_of(loaded, "plain").horizontal_cut_db.empty());
  std::vector<std::string> notes;
  for (const auto& note : loaded.notes) notes.push_back(note.place + ": " + note.text);
  EXPECT_THAT(notes, ElementsAre("antennas screen: b.ant names no electrical tilt; the direction of its vertical cut's peak was taken"));
}

TEST(AntennaPatterns, WrittenParkNeedsNoPatternFiles) {
  const SampleFolder folder;
  set_antennas(folder, "id,pattern_file\npanel,a.msi\n");
  write_file(folder.file("a.msi"), msi_text());
  const LoadedPark loaded = read_park_folder(folder.path());
  const auto elsewhere = folder.path().parent_path() / "again";
  write_park_folder(loaded.park, elsewhere);
  EXPECT_FALSE(std::filesystem::exists(elsewhere / "a.msi"));
  EXPECT_EQ(content_hash_of(read_park_folder(elsewhere).park), content_hash_of(loaded.park));
}

TEST(AntennaPatterns, ProblemsOfTheFileAreReportedWithTheAntenna) {
  const SampleFolder folder;
  set_antennas(folder, "id,pattern_file\npanel,a.msi\nother,none.ant\n");
  write_file(folder.file("a.msi"), testing::msi_head() + "HORIZONTAL 2\n0 1\n1 x\n");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("antennas.csv: antennas panel, field pattern_file: names \"a.msi\", which cannot be used",
                  "a.msi: line 13: found the attenuation \"x\", expected a number of dB from 0 to 100",
                  "a.msi: section HORIZONTAL: misses 358 of 360 degrees: 2, 3, 4, 5, 6 ...", "a.msi: has no section VERTICAL",
                  "antennas.csv: antennas other, field pattern_file: names \"none.ant\", which cannot be used", "none.ant: no such file"));
}

TEST(AntennaPatterns, FormatsWithoutGainNeedItInTheTable) {
  const SampleFolder folder;
  set_antennas(folder, "id,pattern_file\npanel,b.ant\n");
  write_file(folder.file("b.ant"), ant_text());
  EXPECT_THAT(folder.problems(),
              ElementsAre("antennas.csv: antennas panel, field measured_gain_dbi: is missing, expected the peak gain of the "
                          "measured pattern"));
}

TEST(AntennaPatterns, CutsInTheTable) {
  const SampleFolder folder;
  set_antennas(folder, "id,measured_gain_dbi,horizontal_cut_db,vertical_cut_db\npanel,15,0 1 2,\n");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("antennas.csv: antennas panel, field horizontal_cut_db: holds 3 values, expected 360: one for each degree from 0 to "
                  "359",
                  "antennas.csv: antennas panel, field vertical_cut_db: is missing, expected both cuts of a measured pattern: a value "
                  "for each degree from 0 to 359"));
  set_antennas(folder, "id,horizontal_cut_db\npanel,0 1 many\n");
  EXPECT_THAT(folder.problems(),
              ElementsAre("antennas.csv: antennas panel, field horizontal_cut_db: value 3: found \"many\", expected a number"));
}

// Tables of parks without measured antennas, beams or limits look as they did before these fields were there.
TEST(AntennaPatterns, RareFieldsHaveNoColumnWhereNobodyUsesThem) {
  const SampleFolder folder;
  set_antennas(folder, "id,pattern_file\npanel,\n");
  const auto elsewhere = folder.path().parent_path() / "again";
  write_park_folder(read_park_folder(folder.path()).park, elsewhere);
  const std::string table = text_of_file(elsewhere / "antennas.csv");
  EXPECT_THAT(table, HasSubstr("omnidirectional\npanel"));
  set_antennas(folder, "id,columns,ssb_beams_horizontal\npanel,4,8\n");
  write_park_folder(read_park_folder(folder.path()).park, elsewhere);
  const std::string swept = text_of_file(elsewhere / "antennas.csv");
  EXPECT_THAT(swept, HasSubstr("omnidirectional,ssb_beams_horizontal\npanel"));
  EXPECT_THAT(swept, Not(HasSubstr("vertical_cut_db")));
}

}  // namespace
}  // namespace parktwin::importers
