// Radio sites and cells that cannot be: each problem with its file, record, field and sentence. What only looks like a slip is a note of
// the simulator (tests/engine/simulators/radio/inventory_notes_test.cpp).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using testing::SampleFolder;
using ::testing::StartsWith;
using testing::write_file;

using Columns = std::map<std::string, std::string>;

/// One cell with all that is asked for and these columns; "-" leaves a column out.
std::string table_of_cell(const Columns& changed) {
  Columns columns{{"site", "M-1"},           {"antenna", "panel"},     {"azimuth_deg", "0"},
                  {"frequency_hz", "2.6e9"}, {"bandwidth_hz", "60e6"}, {"transmit_power_dbm", "46"}};
  for (const auto& [name, value] : changed) columns[name] = value;
  std::string names = "id";
  std::string values = "M-1-1";
  for (const auto& [name, value] : columns) {
    if (value == "-") continue;
    names += "," + name;
    values += "," + value;
  }
  return names + "\n" + values + "\n";
}

std::vector<std::string> problems_of_cell(const Columns& changed) {
  const SampleFolder folder;
  write_file(folder.file("radio_cells.csv"), table_of_cell(changed));
  return folder.problems();
}

std::vector<std::string> problems_of_field(const std::string& field, const std::string& value) {
  return problems_of_cell({{field, value}});
}

TEST(BadRadio, WhatDecidesTheMapIsNeverAssumed) {
  EXPECT_TRUE(problems_of_cell({}).empty());
  const Columns meanings{{"azimuth_deg", "boresight, clockwise from north; any when the antenna is omnidirectional"},
                         {"frequency_hz", "carrier frequency"},
                         {"bandwidth_hz", "channel bandwidth"},
                         {"transmit_power_dbm", "total power over the bandwidth, before antenna gain"}};
  for (const auto& [field, meaning] : meanings) {
    EXPECT_THAT(problems_of_field(field, ""),
                ElementsAre("radio_cells.csv: radio_cells M-1-1, field " + field + ": is missing, expected " + meaning));
    EXPECT_THAT(problems_of_field(field, "-"),
                ElementsAre(StartsWith("radio_cells.csv: layer radio_cells: has no column " + field + " for " + meaning + "; found ")));
  }
}

TEST(BadRadio, ADefaultOfTheParkFileStandsForWhatIsMissing) {
  for (const std::string value : {"", "-"}) {
    const SampleFolder folder;
    write_file(folder.file("radio_cells.csv"), table_of_cell({{"transmit_power_dbm", value}}));
    testing::replace_in_file(folder.file("park.yaml"), "file: radio_cells.csv",
                             "file: radio_cells.csv, defaults: {transmit_power_dbm: 31}");
    EXPECT_TRUE(folder.problems().empty());
    EXPECT_EQ(read_park_folder(folder.path()).park.radio_cells->records()[0].transmit_power, Dbm(31.0));
  }
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
  EXPECT_THAT(problems_of_field("site", ""),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field site: is missing, expected site it belongs to"));
  EXPECT_THAT(problems_of_field("antenna", ""),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field antenna: is missing, expected antenna type"));
  EXPECT_THAT(problems_of_cell({{"site", "M-8"}, {"antenna", "dish"}}),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field site: refers to \"M-8\", which is not an id of radio_sites",
                          "radio_cells.csv: radio_cells M-1-1, field antenna: refers to \"dish\", which is not an id of antennas"));
}

/// The sample park with this height of its mast.
std::vector<std::string> problems_of_height(const std::string& value) {
  const SampleFolder folder;
  auto text = testing::text_of_file(folder.file("radio_sites.geojson"));
  const auto begin = text.find("\"height_m\": ") + 12;
  text.replace(begin, text.find_first_of(",} ", begin) - begin, value);
  write_file(folder.file("radio_sites.geojson"), text);
  return folder.problems();
}

TEST(BadRadio, HeightsOfSites) {
  for (const std::string value : {"0", "-25"}) {
    EXPECT_THAT(problems_of_height(value),
                ElementsAre("radio_sites.geojson: radio_sites M-1, field height_m: found " + value + " m, expected at least 0.5 m"));
  }
  EXPECT_THAT(
      problems_of_height("null"),
      ElementsAre("radio_sites.geojson: radio_sites M-1, field height_m: is missing, expected antenna height above ground, or above "
                  "the roof of its building"));
}

// Everything about a flow at once: what the columns hold and what follows from the network.
TEST(BadRadio, TsnFlows) {
  const SampleFolder folder;
  write_file(folder.file("tsn_flows.csv"),
             "id,talker,listener,class,priority,vlan,period_ns,payload_bytes,deadline_ns,path\n"
             "F-1,core,core,scheduled,,1,1000000,100,500000,\n"
             "F-2,core,N-404,class_c,8,5000,1000,1501,0,L-9\n"
             "F-3,access,core,strict_priority,,2,2000,1500,100000,L-1\n"
             "F-4,access,core,class_a,3,1,1000000,100,500000,\n"
             "F-5,access,core,scheduled,,1,10000000019,100,500000,\n");
  const std::string place = "tsn_flows.csv: tsn_flows F-";
  EXPECT_THAT(
      folder.problems(),
      ::testing::UnorderedElementsAre(
          place + "1, field listener: found core, expected another node than the talker",
          place + "2, field listener: refers to \"N-404\", which is not an id of network_nodes",
          place + "2, field class: found \"class_c\", expected one of scheduled, class_a, class_b, asynchronous, strict_priority",
          place + "2, field priority: found 8, expected at most 7", place + "2, field vlan: found 5000, expected at most 4094",
          place + "2, field payload_bytes: found 1501 B, expected at most 1500 B",
          place + "2, field deadline_ns: found 0 ns, expected at least 1 ns",
          place + "2, field path: refers to \"L-9\", which is not an id of network_links",
          place + "3, field vlan: found 2, which link L-1 of its path does not carry",
          place +
              "3, field period_ns: found 2000 ns, expected at least the 12336 ns that a frame takes at 1000 Mbit/s, the slowest link of "
              "its path",
          place + "4, field priority: found class_a with priority 3, which F-3 has for strict_priority, expected one class per priority",
          place + "5, field period_ns: found 10000000019 ns, expected a common cycle of all scheduled flows of at most 10 s; with those "
                  "before it is 10000000019 times 1000000 ns"));
}

// Several rows at once, each with its field.
TEST(BadRadio, NetworkSlices) {
  const SampleFolder folder;
  write_file(folder.file("network_slices.csv"),
             "id,guaranteed_share,highest_share,weight,enterprises\nNS-1,0.6,0.5,1,\nNS-2,30,100,-1,E-404\nNS-3,a third,1,1,\n");
  const std::string place = "network_slices.csv: network_slices NS-";
  EXPECT_THAT(folder.problems(), ::testing::UnorderedElementsAre(
                                     place + "1, field guaranteed_share: found 0.6, expected at most the slice's highest_share 0.5",
                                     place + "2, field guaranteed_share: found 30, expected at most 1",
                                     place + "2, field highest_share: found 100, expected at most 1",
                                     place + "2, field weight: found -1, expected at least 0.001",
                                     place + "2, field enterprises: refers to \"E-404\", which is not an id of enterprises",
                                     place + "3, field guaranteed_share: found \"a third\", expected a number"));
}

}  // namespace
}  // namespace parktwin::importers
