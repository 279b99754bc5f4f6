#include "engine/criteria/cloud_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

SmallWorld clouds() {
  SmallWorld world;
  world.park.enterprises =
      part_of<Enterprise>({enterprise("E-1", "One", 0, 10), enterprise("E-2", "Two", 0, 20), enterprise("E-3", "Three", 0, 30)});
  auto& cloud = world.results.cloud;
  cloud.enterprises = {{Id<Enterprise>(0), true, true}, {Id<Enterprise>(1), true, false}, {Id<Enterprise>(2), false, false}};
  cloud.on_cloud = 2;
  cloud.on_public_cloud = 1;
  cloud.employees = 60;
  cloud.employees_on_cloud = 30;
  return world;
}

TEST(CloudMetrics, Enterprises) {
  const Measurement measurement = clouds().measure("cloud.enterprises");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.whole, 3.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"Three (E-3): not on a cloud, 30 employees", "Three（E-3）：未上云，30 名员工"}}));
}

TEST(CloudMetrics, PublicCloudOnly) {
  const Measurement measurement = clouds().measure("cloud.public_only");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.whole, 3.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"Three (E-3): not on a cloud, 30 employees", "Three（E-3）：未上云，30 名员工"},
                                                  {"Two (E-2): private cloud only, 20 employees", "Two（E-2）：仅使用私有云，20 名员工"}}));
}

TEST(CloudMetrics, ByEmployees) {
  SmallWorld world = clouds();
  EXPECT_EQ(world.measure("cloud.employees").part, 30.0);
  EXPECT_EQ(world.measure("cloud.employees").whole, 60.0);
  world.results.cloud.employees = 0;
  world.results.cloud.employees_on_cloud = 0;
  EXPECT_FALSE(world.measure("cloud.employees").measured());
}

TEST(CloudMetrics, MissingSimulatorIsSaid) {
  SmallWorld world = clouds();
  world.results.cloud = {};
  EXPECT_EQ(world.measure("cloud.enterprises").unmeasured.en, "there is no cloud adoption in the results");
}

}  // namespace
}  // namespace parktwin::criteria
