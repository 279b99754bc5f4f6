#include "importers/synthetic/synthetic.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "engine/park/validate.h"
#include "importers/gdal_layers/shape_algebra.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/synthetic/drafts.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

namespace fs = std::filesystem;

bool apart(const Box& a, const Box& b) { return a.high.x < b.low.x || b.high.x < a.low.x || a.high.y < b.low.y || b.high.y < a.low.y; }

TEST(Synthetic, ParksOfEverySizeAreValid) {
  for (const auto& options : several_sizes()) {
    const Park park = generate_park(options);
    Problems problems;
    validate(park, "generated", problems);
    EXPECT_TRUE(problems.empty()) << options.area_km2 << " km2: " << to_string(problems.list().front());
    EXPECT_NEAR(area(park.site->boundary), options.area_km2 * 1e6, 0.005 * options.area_km2 * 1e6);
    EXPECT_EQ(park.enterprises->size(), static_cast<std::size_t>(options.enterprises));
  }
}

TEST(Synthetic, BuildingsStandInTheirParcelsInsideTheBoundaryApartFromEachOtherAndZones) {
  for (const auto& options : several_sizes()) {
    const Park park = generate_park(options);
    std::vector<Box> boxes;
    for (const auto& building : *park.buildings) boxes.push_back(bounds(building.footprint));
    const auto& buildings = park.buildings->records();
    for (std::size_t i = 0; i < buildings.size(); ++i) {
      const MultiPolygon shape{{buildings[i].footprint}};
      EXPECT_LT(area(without(shape, (*park.parcels)[buildings[i].parcel].shape)), 0.5) << buildings[i].id;
      EXPECT_LT(area(without(shape, park.site->boundary)), 0.5) << buildings[i].id;
      EXPECT_GT(signed_area(buildings[i].footprint.outer), 0.0);
      for (std::size_t j = i + 1; j < buildings.size(); ++j) {
        if (!apart(boxes[i], boxes[j])) {
          EXPECT_LT(area(common(shape, {{buildings[j].footprint}})), 1.5) << buildings[i].id << " " << buildings[j].id;
        }
      }
    }
  }
}

TEST(Synthetic, ParcelsKeepOffTheRoads) {
  const Park& park = reference_park();
  for (const auto& zone : *park.zones) {
    if (zone.kind != ZoneKind::road) continue;
    for (const auto& parcel : *park.parcels) {
      if (!apart(bounds(zone.shape), bounds(parcel.shape))) {
        EXPECT_LT(area(common(zone.shape, parcel.shape)), rounding_m2) << zone.id << " " << parcel.id;
      }
    }
  }
}

TEST(Synthetic, SameOptionsSameParkAndEveryOptionMatters) {
  const auto hash = [](const SyntheticOptions& options) { return content_hash_of(generate_park(options)); };
  const ContentHash first = hash({20, 1.5, 3});
  EXPECT_EQ(first, hash({20, 1.5, 3}));
  EXPECT_NE(first, hash({20, 1.5, 4}));
  EXPECT_NE(first, hash({21, 1.5, 3}));
  EXPECT_NE(first, hash({20, 1.6, 3}));
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "SOURCE.md") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).string()] = std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

TEST(Synthetic, ReferenceFolderIsWhatTheGeneratorWrites) {
  const fs::path folder = fs::temp_directory_path() / ("parktwin-reference-" + std::to_string(getpid()));
  write_park_folder(reference_park(), folder);
  const auto fresh = files_below(folder);
  fs::remove_all(folder);
  const auto kept = files_below(fs::path(PARKTWIN_SOURCE_DIR) / "data" / "reference-park");
  ASSERT_FALSE(kept.empty());
  std::size_t total = 0;
  for (const auto& [name, content] : kept) {
    ASSERT_TRUE(fresh.contains(name)) << name;
    EXPECT_TRUE(fresh.at(name) == content) << name << " differs from what the generator writes";
    EXPECT_LT(content.size(), std::size_t{2} << 20U) << name;
    total += content.size();
  }
  EXPECT_EQ(fresh.size(), kept.size());
  EXPECT_LT(total, std::size_t{4} << 20U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
