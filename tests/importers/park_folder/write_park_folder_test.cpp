#include <gtest/gtest.h>

#include <fstream>

#include "engine/core/errors.h"
#include "engine/park/validate.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using testing::sample_park;
using testing::TemporaryFolder;
using testing::text_of_file;

TEST(WriteParkFolder, SampleIsValid) {
  Problems problems;
  validate(sample_park(), "sample", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
}

TEST(WriteParkFolder, ReadingGivesTheSameParkBack) {
  const TemporaryFolder folder;
  const Park park = sample_park();
  write_park_folder(park, folder.path() / "park");
  const LoadedPark loaded = read_park_folder(folder.path() / "park");
  std::vector<ContentHash> hashes;
  describe([&](const Field&, const auto& part) { hashes.push_back(part.content_hash()); }, park);
  std::size_t next = 0;
  describe([&](const Field& field, const auto& part) { EXPECT_EQ(part.content_hash(), hashes[next++]) << field.name; }, loaded.park);
  EXPECT_EQ(content_hash_of(loaded.park), content_hash_of(park));
  EXPECT_EQ(loaded.park.site->note, park.site->note);
  EXPECT_EQ(loaded.park.terrain->elevation_m.frame, park.terrain->elevation_m.frame);
  EXPECT_EQ(loaded.park.cables->records()[0].ducts, park.cables->records()[0].ducts);
  EXPECT_EQ(loaded.park.enterprises->records()[1].name, " edge spaces ");
  EXPECT_EQ(loaded.park.buildings->records()[0].footprint, park.buildings->records()[0].footprint);
}

TEST(WriteParkFolder, SameParkGivesTheSameBytes) {
  const TemporaryFolder folder;
  write_park_folder(sample_park(), folder.path() / "a");
  write_park_folder(read_park_folder(folder.path() / "a").park, folder.path() / "b");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "a")) {
    ++files;
    EXPECT_EQ(text_of_file(entry.path()), text_of_file(folder.path() / "b" / entry.path().filename())) << entry.path();
  }
  EXPECT_EQ(files, 43u + 4u);
}

TEST(WriteParkFolder, TextIsOneFeatureALine) {
  const TemporaryFolder folder;
  write_park_folder(sample_park(), folder.path() / "park");
  EXPECT_EQ(text_of_file(folder.path() / "park" / "trees.geojson"),
            "{\"type\": \"FeatureCollection\", \"name\": \"trees\",\n"
            "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4549\"}},\n"
            "\"features\": [\n"
            "{\"type\": \"Feature\", \"properties\": {\"id\": \"T-1\", \"height_m\": 7.3, \"crown_diameter_m\": 4.1}, \"geometry\": "
            "{\"type\": \"Point\", "
            "\"coordinates\": [512312.59, 3456757.28]}},\n"
            "{\"type\": \"Feature\", \"properties\": {\"id\": \"T-2\", \"height_m\": 8.333333333333334, \"crown_diameter_m\": 5}, "
            "\"geometry\": {\"type\": "
            "\"Point\", \"coordinates\": [512297.24, 3456700.50]}}\n"
            "]}\n");
  EXPECT_EQ(text_of_file(folder.path() / "park" / "cables.csv"), "id,fibres,ducts,length_m\nC-1,48,DU-2 DU-1,31.7\nC-2,12,,5\n");
}

TEST(WriteParkFolder, OriginOffTheCentimetreGridStillComesBack) {
  const TemporaryFolder folder;
  Park park = sample_park();
  Site site = *park.site;
  site.origin_easting = Metres(512300.123456);
  site.origin_northing = Metres(3456700.005);
  park.site = Part<Site>(site);
  park.terrain = Part<Terrain>(Terrain{});
  write_park_folder(park, folder.path() / "park");
  EXPECT_EQ(content_hash_of(read_park_folder(folder.path() / "park").park), content_hash_of(park));
}

TEST(WriteParkFolder, WellKnownTextIsFilledInOnReading) {
  const TemporaryFolder folder;
  Park park = sample_park();
  Site site = *park.site;
  site.crs_wkt.clear();
  park.site = Part<Site>(site);
  write_park_folder(park, folder.path() / "park");
  EXPECT_EQ(text_of_file(folder.path() / "park" / "park.yaml").find("crs_wkt"), std::string::npos);
  EXPECT_EQ(content_hash_of(read_park_folder(folder.path() / "park").park), content_hash_of(sample_park()));
}

TEST(WriteParkFolder, ReplacesAnOldParkButNothingElse) {
  const TemporaryFolder folder;
  const auto place = folder.path() / "park";
  write_park_folder(sample_park(), place);
  testing::write_file(place / "left-over.txt", "old");
  write_park_folder(sample_park(), place);
  EXPECT_FALSE(std::filesystem::exists(place / "left-over.txt"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  std::filesystem::create_directories(folder.path() / "letters");
  testing::write_file(folder.path() / "letters" / "a.txt", "mine");
  EXPECT_THROW(write_park_folder(sample_park(), folder.path() / "letters"), OutputError);
  EXPECT_EQ(text_of_file(folder.path() / "letters" / "a.txt"), "mine");
}

}  // namespace
}  // namespace parktwin::importers
