// Radio sites and cells that cannot be: each problem with its file, record, field and sentence. What only looks like a slip is a note of
// the simulator (tests/engine/simulators/radio/inventory_notes_test.cpp).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using testing::SampleFolder;
using testing::write_file;

/// The sample park with one cell of these values.
std::vector<std::string> problems_of_cell(const std::string& site, const std::string& antenna, const std::string& columns,
                                          const std::string& values) {
  const SampleFolder folder;
  write_file(folder.file("radio_cells.csv"), "id,site,antenna," + columns + "\nM-1-1," + site + "," + antenna + "," + values + "\n");
  return folder.problems();
}

std::vector<std::string> problems_of_field(const std::string& field, const std::string& value) {
  return problems_of_cell("M-1", "panel", field, value);
}

TEST(BadRadio, NumbersOutOfRange) {
  const std::string place = "radio_cells.csv: radio_cells M-1-1, field ";
  EXPECT_THAT(problems_of_field("transmit_power_dbm", "170"),
              ElementsAre(place + "transmit_power_dbm: found 170 dBm, expected at most 70 dBm"));
  EXPECT_THAT(problems_of_field("frequency_hz", "3.5"), ElementsAre(place + "frequency_hz: found 3.5 Hz, expected at least 400000000 Hz"));
  EXPECT_THAT(problems_of_field("frequency_hz", "3500e9"),
              ElementsAre(place + "frequency_hz: found 3500000000000 Hz, expected at most 100000000000 Hz"));
  EXPECT_THAT(problems_of_field("bandwidth_hz", "0"), ElementsAre(place + "bandwidth_hz: found 0 Hz, expected at least 1400000 Hz"));
  EXPECT_THAT(problems_of_field("subcarrier_spacing_hz", "30"),
              ElementsAre(place + "subcarrier_spacing_hz: found 30 Hz, expected at least 15000 Hz"));
  EXPECT_THAT(problems_of_field("load", "26"), ElementsAre(place + "load: found 26, expected at most 1"));
}

TEST(BadRadio, NumbersThatAreNone) {
  for (const std::string value : {"nan", "inf", "-inf"}) {
    for (const std::string field : {"transmit_power_dbm", "frequency_hz", "azimuth_deg"}) {
      EXPECT_THAT(problems_of_field(field, value), ElementsAre("radio_cells.csv: radio_cells M-1-1, field " + field + ": found \"" + value +
                                                               "\", expected a finite number"));
    }
  }
  EXPECT_THAT(problems_of_field("frequency_hz", "n78"),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field frequency_hz: found \"n78\", expected a number"));
}

TEST(BadRadio, SiteOrAntennaMissingOrUnknown) {
  EXPECT_THAT(problems_of_cell("", "panel", "load", "0.5"),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field site: is missing, expected site it belongs to"));
  EXPECT_THAT(problems_of_cell("M-1", "", "load", "0.5"),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field antenna: is missing, expected antenna type"));
  EXPECT_THAT(problems_of_cell("M-8", "dish", "load", "0.5"),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field site: refers to \"M-8\", which is not an id of radio_sites",
                          "radio_cells.csv: radio_cells M-1-1, field antenna: refers to \"dish\", which is not an id of antennas"));
}

TEST(BadRadio, HeightsOfSites) {
  for (const std::string value : {"0", "-25"}) {
    const SampleFolder folder;
    auto text = testing::text_of_file(folder.file("radio_sites.geojson"));
    const auto begin = text.find("\"height_m\": ") + 12;
    text.replace(begin, text.find_first_of(",} ", begin) - begin, value);
    write_file(folder.file("radio_sites.geojson"), text);
    EXPECT_THAT(folder.problems(),
                ElementsAre("radio_sites.geojson: radio_sites M-1, field height_m: found " + value + " m, expected at least 0.5 m"));
  }
}

}  // namespace
}  // namespace parktwin::importers
