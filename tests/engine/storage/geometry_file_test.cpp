#include "engine/storage/geometry_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/radio.h"
#include "tests/engine/simulators/radio/small_park.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

using ::testing::HasSubstr;

// Geometries of random numbers, from none to some thousands of cells; the last one with a single plane, as a hall's has.
radio::SiteGeometry random_geometry(std::uint32_t number) {
  const RandomSequence random(5, 0, number);
  radio::SiteGeometry geometry;
  geometry.window = {static_cast<std::int32_t>(number), 7, static_cast<std::int32_t>(13 * number), static_cast<std::int32_t>(21 * number)};
  std::uint32_t draw = 0;
  const auto fill = [&]<class T>(std::vector<T>& values) {
    values.resize(geometry.window.size());
    for (auto& value : values) value = static_cast<T>(random.below(draw++, 70000));
  };
  fill(geometry.edge[0]);
  if (number == 4) return geometry;
  fill(geometry.edge[1]);
  fill(geometry.edge[2]);
  fill(geometry.departure);
  fill(geometry.spreading);
  fill(geometry.vegetation);
  fill(geometry.detour);
  for (std::uint32_t i = 0; i < 100 * number; ++i) {
    geometry.detours.push_back({.kind = radio::DetourKind::facade,
                                .material = static_cast<WallMaterial>(i % 5),
                                .x_m = static_cast<float>(random.uniform(draw++)),
                                .y_m = static_cast<float>(random.uniform(draw++)),
                                .way_m = static_cast<float>(i),
                                .normal_x = 0.6F,
                                .normal_y = -0.8F});
  }
  return geometry;
}

void fill(radio::GeometryCache& cache) {
  for (std::uint32_t i = 0; i < 5; ++i) cache.add({i, i + 100}, std::make_shared<const radio::SiteGeometry>(random_geometry(i)));
}

TEST(GeometryFile, EveryBitComesBackInTheSameOrder) {
  const testing::ScratchFolder scratch("geometries");
  const auto file = scratch.path() / "kept.h5";
  radio::GeometryCache cache;
  fill(cache);
  EXPECT_NE(cache.find({2, 102}), nullptr);
  save_geometries(cache, file);
  EXPECT_EQ(scratch.entries(), std::vector<std::string>{"kept.h5"});
  radio::GeometryCache back;
  const auto loaded = load_geometries(file, back);
  EXPECT_EQ(loaded.count, 5U);
  EXPECT_EQ(loaded.ignored, "");
  ASSERT_EQ(back.entries().size(), 5U);
  for (auto one = cache.entries().begin(), other = back.entries().begin(); one != cache.entries().end(); ++one, ++other) {
    EXPECT_EQ(one->key, other->key);
    EXPECT_TRUE(*one->geometry == *other->geometry);
  }
}

TEST(GeometryFile, AMissingFileIsEmpty) {
  radio::GeometryCache cache;
  const auto loaded = load_geometries("nowhere/kept.h5", cache);
  EXPECT_EQ(loaded.count, 0U);
  EXPECT_EQ(loaded.ignored, "");
  EXPECT_EQ(cache.size(), 0U);
}

TEST(GeometryFile, WhatIsForeignOrOldIsIgnoredWithAReason) {
  const testing::ScratchFolder scratch("foreign");
  const auto file = scratch.path() / "kept.h5";
  radio::GeometryCache cache;
  fill(cache);
  save_geometries(cache, file);
  const std::string whole = testing::text_of_file(file);
  const auto reason_with = [&](const std::string& old_words, const std::string& new_words) {
    std::string text = whole;
    text.replace(text.find(old_words), new_words.size(), new_words);
    testing::write_file(file, text);
    radio::GeometryCache back;
    const auto loaded = load_geometries(file, back);
    EXPECT_EQ(loaded.count + back.size(), 0U);
    return loaded.ignored;
  };
  EXPECT_THAT(reason_with("format 1", "format 2"), HasSubstr("another format"));
  EXPECT_THAT(reason_with("fingerprint ", "fingerprint zz"), HasSubstr("another way"));
  EXPECT_THAT(reason_with("checksum ", "checksum zz"), HasSubstr("damaged"));
  EXPECT_THAT(reason_with("parktwin", "parkland"), HasSubstr("no file of geometries"));
  testing::write_file(file, whole.substr(512));
  radio::GeometryCache back;
  EXPECT_THAT(load_geometries(file, back).ignored, HasSubstr("no file of geometries"));
  testing::write_file(file, "dear planner");
  EXPECT_THAT(load_geometries(file, back).ignored, HasSubstr("no file of geometries"));
  EXPECT_THAT(load_geometries(scratch.path(), back).ignored, HasSubstr("no file of geometries"));
  EXPECT_EQ(back.size(), 0U);
}

// Cut short or with a byte turned: nothing is taken.
TEST(GeometryFile, ADamagedFileNeverGivesAnotherGeometry) {
  const testing::ScratchFolder scratch("damaged");
  const auto file = scratch.path() / "kept.h5";
  radio::GeometryCache cache;
  fill(cache);
  save_geometries(cache, file);
  const std::string whole = testing::text_of_file(file);
  for (std::uint32_t i = 0; i < 100; ++i) {
    const RandomSequence random(6, 0, i);
    std::string damaged = whole;
    const auto at = random.below(0, static_cast<std::uint32_t>(i % 3 == 0 ? 600 : whole.size()));
    if (i % 5 == 0) {
      damaged.resize(at);
    } else {
      damaged[at] = static_cast<char>(damaged[at] ^ (1 + static_cast<int>(random.below(1, 255))));
    }
    testing::write_file(file, damaged);
    radio::GeometryCache back;
    const auto loaded = load_geometries(file, back);
    EXPECT_EQ(loaded.count + back.size(), 0U) << i;
    EXPECT_NE(loaded.ignored, "") << i;
  }
}

TEST(GeometryFile, ReplacesNothingButGeometries) {
  const testing::ScratchFolder scratch("replaces");
  const auto file = scratch.path() / "scenario.yaml";
  testing::write_file(file, "name: mine");
  radio::GeometryCache cache;
  fill(cache);
  EXPECT_THROW(save_geometries(cache, file), OutputError);
  EXPECT_EQ(testing::text_of_file(file), "name: mine");
  EXPECT_THROW(save_geometries(cache, scratch.path() / "missing" / "kept.h5"), OutputError);
  EXPECT_THROW(save_geometries(cache, scratch.path()), OutputError);
  const auto kept = scratch.path() / "kept.h5";
  save_geometries(cache, kept);
  std::string older = testing::text_of_file(kept);
  older.replace(older.find("format 1"), 8, "format 0");
  testing::write_file(kept, older.substr(0, older.size() / 2));  // older and cut short, but one of ours
  save_geometries(cache, kept);
  radio::GeometryCache back;
  EXPECT_EQ(load_geometries(kept, back).count, 5U);
  EXPECT_EQ(scratch.entries(), (std::vector<std::string>{"kept.h5", "scenario.yaml"}));
}

// A map over geometries from the file has the bits of one that traced them, and traces none.
TEST(GeometryFile, AMapFromTheFileHasTheSameBits) {
  const testing::ScratchFolder scratch("map");
  const auto file = scratch.path() / "kept.h5";
  const Park park = radio::test::two_site_draft().park();
  const std::vector<std::uint8_t> connected = {1, 1};
  for (const auto mode : {radio::PropagationMode::deterministic, radio::PropagationMode::site_general, radio::PropagationMode::reference}) {
    radio::Options options;
    options.mode = mode;
    Progress progress;
    const ContentHash alone = content_hash(radio::simulate(park, options, connected, 1, progress));
    radio::GeometryCache cache;
    EXPECT_EQ(content_hash(radio::simulate(park, options, connected, 1, progress, &cache)), alone);
    save_geometries(cache, file);
    radio::GeometryCache back;
    EXPECT_EQ(load_geometries(file, back).count, 2U);
    EXPECT_EQ(content_hash(radio::simulate(park, options, connected, 1, progress, &back)), alone);
    EXPECT_EQ(back.added(), 2U);
  }
}

TEST(GeometryFile, OthersReadIt) {
  const testing::ScratchFolder scratch("others");
  const auto file = scratch.path() / "kept.h5";
  radio::GeometryCache cache;
  fill(cache);
  save_geometries(cache, file);
  const std::string python = "import h5py; g=h5py.File('" + file.string() + "')['" + ContentHash{2, 102}.hex() +
                             "']; print(g['vegetation'].shape, g['vegetation'].attrs['units'], g['vegetation'].attrs['scale_factor'])";
  EXPECT_EQ(testing::output_of("/usr/bin/python3 -c \"" + python + "\""), "(42, 26) m 0.5\n");
}

}  // namespace
}  // namespace parktwin::storage
