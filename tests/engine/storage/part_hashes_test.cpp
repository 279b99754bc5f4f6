#include "engine/storage/part_hashes.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/engine/storage/random_run.h"

namespace parktwin::storage {
namespace {

TEST(PartHashes, OneForEachPartAndOnlyThatOfAChangedPartDiffers) {
  SavedRun run = testing::random_run(4);
  const auto before = part_hashes(run.park, run.results);
  std::set<std::string> paths;
  for (const PartHash& part : before) EXPECT_TRUE(paths.insert(part.path).second) << part.path;
  EXPECT_TRUE(paths.contains("/park/terrain"));
  EXPECT_TRUE(paths.contains("/results/radio/wifi/level_dbm"));
  run.results.cloud.on_cloud += 1;
  const auto after = part_hashes(run.park, run.results);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].hash == before[i].hash, after[i].path != "/results/cloud/on_cloud") << after[i].path;
  }
}

}  // namespace
}  // namespace parktwin::storage
