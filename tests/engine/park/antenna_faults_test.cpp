#include "engine/park/antenna_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Antenna measured() {
  Antenna antenna;
  antenna.id = "A-1";
  antenna.measured_gain = Decibel(17.0);
  antenna.horizontal_cut_db.assign(360, 3.0);
  antenna.vertical_cut_db.assign(360, 4.0);
  return antenna;
}

std::vector<std::string> texts(const Antenna& antenna) {
  std::vector<std::string> result;
  for (const auto& fault : faults_of(antenna)) result.push_back(std::string(fault.field) + ": " + fault.message);
  return result;
}

TEST(AntennaFaults, SoundAntennas) {
  EXPECT_THAT(texts(Antenna{}), IsEmpty());
  EXPECT_THAT(texts(measured()), IsEmpty());
  Antenna swept;
  swept.columns = 4;
  swept.ssb_beams_horizontal = 8;
  swept.ssb_beams_vertical = 8;
  EXPECT_THAT(texts(swept), IsEmpty());
}

TEST(AntennaFaults, CutsCoverEveryDegreeOfBothPlanes) {
  Antenna antenna = measured();
  antenna.vertical_cut_db.clear();
  EXPECT_THAT(texts(antenna),
              ElementsAre("vertical_cut_db: is missing, expected both cuts of a measured pattern: a value for each degree from 0 to 359"));
  antenna = measured();
  antenna.horizontal_cut_db.resize(350);
  antenna.vertical_cut_db.resize(361);
  antenna.measured_gain.reset();
  EXPECT_THAT(texts(antenna), ElementsAre("horizontal_cut_db: holds 350 values, expected 360: one for each degree from 0 to 359",
                                          "vertical_cut_db: holds 361 values, expected 360: one for each degree from 0 to 359",
                                          "measured_gain_dbi: is missing, expected the peak gain of the measured pattern"));
}

TEST(AntennaFaults, AFileAloneIsNoPattern) {
  Antenna antenna;
  antenna.pattern_file = "a.msi";
  EXPECT_THAT(texts(antenna), ElementsAre("pattern_file: names \"a.msi\", but the antenna holds no cuts; where files are not read, give "
                                          "horizontal_cut_db, vertical_cut_db and measured_gain_dbi"));
}

TEST(AntennaFaults, BeamsNeedElements) {
  Antenna antenna;
  antenna.rows = 1;
  antenna.ssb_beams_horizontal = 4;
  antenna.ssb_beams_vertical = 2;
  EXPECT_THAT(texts(antenna),
              ElementsAre("ssb_beams_horizontal: found 4, expected 1: the antenna has a single column and cannot steer across it",
                          "ssb_beams_vertical: found 2, expected 1: the antenna has a single row and cannot steer across it"));
  antenna = measured();
  antenna.columns = 4;
  antenna.ssb_beams_horizontal = 4;
  EXPECT_THAT(texts(antenna), ElementsAre("ssb_beams_horizontal: found 4, expected 1: the beam of a measured pattern is that of its cuts"));
  antenna = Antenna{};
  antenna.columns = 16;
  antenna.ssb_beams_horizontal = 13;
  antenna.ssb_beams_vertical = 5;
  EXPECT_THAT(texts(antenna), ElementsAre("ssb_beams_vertical: found 13 x 5 beams, expected at most 64 in all"));
}

TEST(AntennaFaults, ValidationNamesTheAntenna) {
  Antenna antenna = measured();
  antenna.vertical_cut_db[10] = std::nan("");
  antenna.horizontal_cut_db[3] = -1.0;
  Antenna bare = measured();
  bare.id = "A-2";
  bare.measured_gain.reset();
  Park park;
  park.antennas = Part<Table<Antenna>>(Table<Antenna>({antenna, bare}));
  Problems problems;
  validate(park, "p", problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(to_string(problem));
  EXPECT_THAT(lines, Contains("p: antennas A-1, field horizontal_cut_db: value 4 is -1, expected 0 to 100"));
  EXPECT_THAT(lines, Contains("p: antennas A-1, field vertical_cut_db: value 11 is nan, expected 0 to 100"));
  EXPECT_THAT(lines, Contains("p: antennas A-2, field measured_gain_dbi: is missing, expected the peak gain of the measured pattern"));
}

}  // namespace
}  // namespace parktwin
