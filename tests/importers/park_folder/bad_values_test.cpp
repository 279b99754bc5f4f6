// Values, geometry and references that a park cannot have: each problem with its file, record, field and sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "engine/core/errors.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using testing::replace_in_file;
using testing::SampleFolder;
using ::testing::StartsWith;
using testing::write_file;

/// One tree with this geometry, by itself.
void write_trees(const SampleFolder& folder, const std::string& crs, const std::string& geometry) {
  write_file(folder.file("trees.geojson"),
             "{\"type\": \"FeatureCollection\", " + crs +
                 "\"features\": [{\"type\": \"Feature\", \"properties\": {\"id\": \"T-1\"}, \"geometry\": " + geometry + "}]}");
}

const std::string in_park_crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4549\"}}, ";

/// The first zone with this ring, by itself.
void write_zone(const SampleFolder& folder, const std::string& ring) {
  write_file(folder.file("zones.geojson"), "{\"type\": \"FeatureCollection\", " + in_park_crs +
                                               "\"features\": [{\"type\": \"Feature\", \"properties\": {\"id\": \"Z-1\"}, \"geometry\": "
                                               "{\"type\": \"Polygon\", \"coordinates\": [" +
                                               ring + "]}}]}");
}

TEST(BadValues, ParkInDegrees) {
  const SampleFolder folder;
  replace_in_file(folder.file("park.yaml"), "EPSG:4549", "EPSG:4326");
  EXPECT_THAT(folder.problems(),
              ElementsAre("park.yaml: site, field crs: EPSG:4326 is not a projected system, expected one in metres such as EPSG:4549"));
}

TEST(BadValues, UnknownCrs) {
  const SampleFolder folder;
  replace_in_file(folder.file("park.yaml"), "EPSG:4549", "EPSG:999999");
  EXPECT_THAT(folder.problems(),
              ElementsAre(StartsWith("park.yaml: site, field crs: \"EPSG:999999\" is not a coordinate reference system PROJ knows (")));
}

TEST(BadValues, LayerInAnotherZoneIsFarFromThePark) {
  const SampleFolder folder;
  replace_in_file(folder.file("trees.geojson"), "EPSG::4549", "EPSG::4548");
  EXPECT_THAT(folder.problems(), ElementsAre(StartsWith("trees.geojson: trees T-1, field position: found (-285"),
                                             StartsWith("trees.geojson: trees T-2, field position: found (-285")));
}

TEST(BadValues, CoordinatesOffTheEarth) {
  const SampleFolder folder;
  write_trees(folder, "", "{\"type\": \"Point\", \"coordinates\": [512312.59, 3456757.28]}");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("trees.geojson: layer trees, feature 1: found longitude 512312.59 and latitude 3456757.28, which are not on the Earth"));
  write_trees(folder, in_park_crs, "{\"type\": \"Point\", \"coordinates\": [512312.59, 1e12]}");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("trees.geojson: layer trees, feature 1: found easting 512312.59 and northing 1000000000000, which are not on the Earth"));
}

TEST(BadValues, NotANumber) {
  const SampleFolder folder;
  write_trees(folder, in_park_crs, "{\"type\": \"Point\", \"coordinates\": [NaN, 3456757.28]}");
  EXPECT_THAT(folder.problems(), ElementsAre("trees.geojson: trees T-1, field position: found no geometry, expected a point"));
  const SampleFolder other;
  replace_in_file(other.file("cables.csv"), "31.7", "nan");
  EXPECT_THAT(other.problems(), ElementsAre("cables.csv: cables C-1, field length_m: found \"nan\", expected a finite number"));
}

TEST(BadValues, SelfIntersectingPolygon) {
  const SampleFolder folder;
  write_zone(folder, "[[512310, 3456710], [512360, 3456760], [512360, 3456710], [512310, 3456770], [512310, 3456710]]");
  EXPECT_THAT(folder.problems(), ElementsAre(StartsWith("zones.geojson: zones Z-1, field shape: outline crosses itself near (")));
  replace_in_file(folder.file("park.yaml"), "{file: zones.geojson}", "{file: zones.geojson, repair: true}");
  EXPECT_THAT(folder.problems(), ElementsAre());
}

TEST(BadValues, PolygonWithoutArea) {
  const SampleFolder folder;
  write_zone(folder, "[[512310, 3456710], [512360, 3456760], [512380, 3456780], [512310, 3456710]]");
  EXPECT_THAT(folder.problems(), ElementsAre("zones.geojson: zones Z-1, field shape: outline has no area"));
  write_zone(folder, "[[512310, 3456710], [512310, 3456710], [512310, 3456710], [512310, 3456710]]");
  EXPECT_THAT(folder.problems(), ElementsAre("zones.geojson: zones Z-1, field shape: outline has 1 points, expected at least 3"));
}

TEST(BadValues, WrongKindOfGeometryAndNone) {
  const SampleFolder folder;
  write_trees(folder, in_park_crs, "{\"type\": \"LineString\", \"coordinates\": [[512310, 3456710], [512360, 3456760]]}");
  EXPECT_THAT(folder.problems(), ElementsAre("trees.geojson: trees T-1, field position: found lines, expected a point"));
  write_trees(folder, in_park_crs, "null");
  EXPECT_THAT(folder.problems(), ElementsAre("trees.geojson: trees T-1, field position: found no geometry, expected a point"));
}

TEST(BadValues, NegativeHeight) {
  const SampleFolder folder;
  replace_in_file(folder.file("buildings.geojson"), "\"height_m\": 12.6", "\"height_m\": -12.6");
  EXPECT_THAT(folder.problems(), ElementsAre("buildings.geojson: buildings B-1, field height_m: found -12.6 m, expected at least 1 m"));
}

TEST(BadValues, WrongTypeAndOutOfRange) {
  const SampleFolder folder;
  replace_in_file(folder.file("cables.csv"), "C-1,48", "C-1,many");
  replace_in_file(folder.file("cables.csv"), "C-2,12", "C-2,99999999999");
  replace_in_file(folder.file("power_loads.csv"), "0.93", "1.2");
  replace_in_file(folder.file("enterprises.csv"), "machinery", "Machinery");
  replace_in_file(folder.file("network_links.csv"), "true", "perhaps");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre(
          StartsWith("enterprises.csv: enterprises E-001, field sector: found \"Machinery\", expected one of electronics, machinery, "),
          "cables.csv: cables C-1, field fibres: found \"many\", expected a whole number",
          "cables.csv: cables C-2, field fibres: found \"99999999999\", expected a whole number from -2147483648 to 2147483647",
          "network_links.csv: network_links L-1, field ipv4: found \"perhaps\", expected true or false",
          "power_loads.csv: power_loads LD-1, field power_factor: found 1.2, expected at most 1"));
}

TEST(BadValues, DuplicateIdAndMissingId) {
  const SampleFolder folder;
  replace_in_file(folder.file("cables.csv"), "C-2", "C-1");
  replace_in_file(folder.file("trees.geojson"), "\"T-2\"", "null");
  EXPECT_THAT(folder.problems(), ElementsAre("trees.geojson: trees feature 2, field id: is missing, expected unique id",
                                             "cables.csv: cables C-1, field id: is given again in feature 2, expected a unique id"));
}

TEST(BadValues, DanglingReferences) {
  const SampleFolder folder;
  replace_in_file(folder.file("radio_cells.csv"), "panel", "dish");
  replace_in_file(folder.file("cables.csv"), "DU-2 DU-1", "DU-2 DU-9");
  EXPECT_THAT(folder.problems(),
              ElementsAre("radio_cells.csv: radio_cells M-1-1, field antenna: refers to \"dish\", which is not an id of antennas",
                          "cables.csv: cables C-1, field ducts: refers to \"DU-9\", which is not an id of ducts"));
}

TEST(BadValues, MissingRequiredColumnIsOneProblem) {
  const SampleFolder folder;
  replace_in_file(folder.file("radio_cells.csv"), "antenna,", "aerial,");
  replace_in_file(folder.file("park.yaml"), "{file: storages.csv}", "{file: storages.csv, fields: {capacity_kwh: size}}");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre(StartsWith("radio_cells.csv: layer radio_cells: has no column antenna for antenna type; found id, site, aerial, "),
                  StartsWith("storages.csv: layer storages: has no column size for field capacity_kwh; found id, bus, capacity_kwh, ")));
}

TEST(BadValues, TransceiversThatAreNotKnownOrTooSlow) {
  const SampleFolder folder;
  replace_in_file(folder.file("network_links.csv"), "10GBASE-LR", "10GBASE-XY");
  EXPECT_THAT(folder.problems(), ElementsAre(StartsWith("network_links.csv: network_links L-1, field transceiver: found \"10GBASE-XY\", "
                                                        "expected one of by_rate, 100BASE-LX10, 1000BASE-LX, ")));
  replace_in_file(folder.file("network_links.csv"), "10GBASE-XY", "100BASE-LX10");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre(
          StartsWith("network_links.csv: network_links L-1, field rate_down_mbps: found 1000 Mbit/s, expected at most 100 Mbit/s, which a "
                     "100BASE-LX10 carries"),
          StartsWith("network_links.csv: network_links L-1, field rate_up_mbps: found 1000 Mbit/s, expected at most 100 Mbit/s")));
}

TEST(BadValues, WeatherWithMissingCodesOrWithoutAFile) {
  const SampleFolder folder;
  replace_in_file(folder.file("weather.epw"), "2023,1,1,13,0,*,0.00,", "2023,1,1,13,0,*,99.9,");
  EXPECT_THAT(folder.problems(),
              ElementsAre("weather.epw: line 21: dry-bulb temperature: the code for missing, here and in 1 rows altogether, expected "
                          "values throughout"));
  std::filesystem::remove(folder.file("weather.epw"));
  EXPECT_THAT(folder.problems(), ElementsAre("weather.epw: cannot be opened"));
}

TEST(BadValues, GridThatCannotBeSolved) {
  const SampleFolder folder;
  replace_in_file(folder.file("transformers.csv"), "TR-1,BUS-1,BUS-2", "TR-1,BUS-2,BUS-1");
  EXPECT_THAT(
      folder.problems(),
      ElementsAre("transformers.csv: transformers TR-1, field high_rated_kv: found 115 kV at a bus of 10 kV, expected the same level",
                  "transformers.csv: transformers TR-1, field low_rated_kv: found 10.5 kV at a bus of 110 kV, expected the same level",
                  "transformers.csv: transformers TR-1, field high: found a bus of 10 kV above one of 110 kV, expected the windings "
                  "the other way round"));
}

TEST(BadValues, AllAtOnce) {
  const SampleFolder folder;
  replace_in_file(folder.file("park.yaml"), "  note:", "  remark:");
  std::filesystem::remove(folder.file("ducts.geojson"));
  replace_in_file(folder.file("buildings.geojson"), "\"height_m\": 12.6", "\"height_m\": \"tall\"");
  replace_in_file(folder.file("transformers.csv"), "BUS-2", "BUS-7");
  const auto problems = folder.problems();
  EXPECT_THAT(problems, ElementsAre(StartsWith("park.yaml: line 12, column 3: found the unknown key \"remark\""),
                                    "buildings.geojson: buildings B-1, field height_m: found \"tall\", expected a number",
                                    "ducts.geojson: no such file",
                                    "transformers.csv: transformers TR-1, field low: refers to \"BUS-7\", which is not an id of buses"));
}

TEST(BadOutput, BelowAFile) {
  const testing::TemporaryFolder folder;
  write_file(folder.path() / "file", "text");
  EXPECT_THROW(write_park_folder(testing::sample_park(), folder.path() / "file" / "park"), OutputError);
  EXPECT_THROW(write_park_folder(testing::sample_park(), folder.path() / "file"), OutputError);
  EXPECT_EQ(testing::text_of_file(folder.path() / "file"), "text");
}

/// The system refuses to let files grow beyond a size, as it does when the disk is full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_);
    rlimit tight = old_;
    tight.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  void (*old_handler_)(int);
  rlimit old_{};
};

TEST(BadOutput, NoRoomForTextOrRasterLeavesTheOldParkWhole) {
  const SampleFolder folder;
  const std::string before = testing::text_of_file(folder.file("park.yaml"));
  for (const rlim_t bytes : {rlim_t{100}, rlim_t{2000}}) {
    const FileSizeLimit limit(bytes);
    EXPECT_THROW(write_park_folder(testing::sample_park(), folder.path()), OutputError) << bytes;
  }
  EXPECT_EQ(testing::text_of_file(folder.file("park.yaml")), before);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path().parent_path()), {}), 1);
  EXPECT_THAT(folder.problems(), ElementsAre());
}

}  // namespace
}  // namespace parktwin::importers
