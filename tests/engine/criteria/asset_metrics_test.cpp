#include "engine/criteria/asset_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

SmallWorld factories() {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 0), enterprise("E-2", "Two", 0), enterprise("E-3", "Three", 0)});
  world.results.services.assets = {{Id<Enterprise>(0), 100, 50, 5}, {Id<Enterprise>(1), 40, 20, 6}, {Id<Enterprise>(2), 500, 0, 0}};
  return world;
}

TEST(AssetMetrics, BestEnterpriseIsNamed) {
  const Measurement measurement = factories().measure("assets.best_enterprise_5g");
  EXPECT_EQ(measurement.part, 6.0);
  EXPECT_EQ(measurement.whole, 20.0);
  EXPECT_EQ(measurement.subject, "Two (E-2)");
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{{"One (E-1): 5 of 50 wireless elements over 5G (10 %)", "One（E-1）：50 个无线联网要素中 5 个采用 5G（10 %）"},
                         {"Two (E-2): 6 of 20 wireless elements over 5G (30 %)", "Two（E-2）：20 个无线联网要素中 6 个采用 5G（30 %）"}}));
}

TEST(AssetMetrics, FirstOfEqualOnes) {
  SmallWorld world = factories();
  world.results.services.assets[0] = {Id<Enterprise>(0), 100, 40, 12};
  EXPECT_EQ(world.measure("assets.best_enterprise_5g").subject, "One (E-1)");
}

TEST(AssetMetrics, AllEnterprisesTogether) {
  EXPECT_EQ(factories().measure("assets.all_enterprises_5g").part, 11.0);
  EXPECT_EQ(factories().measure("assets.all_enterprises_5g").whole, 70.0);
}

TEST(AssetMetrics, WithoutWirelessElementsNothingIsMeasured) {
  SmallWorld world = factories();
  world.results.services.assets = {{Id<Enterprise>(2), 500, 0, 0}};
  EXPECT_FALSE(world.measure("assets.best_enterprise_5g").measured());
  EXPECT_FALSE(world.measure("assets.all_enterprises_5g").measured());
}

}  // namespace
}  // namespace parktwin::criteria
