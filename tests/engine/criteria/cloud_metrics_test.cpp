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

TEST(CloudMetrics, ForecastIsTheMedianAtTheHorizonAndNamesWhoIsLeft) {
  using cloud::adoption::Standing;
  SmallWorld world = clouds();
  EXPECT_FALSE(world.measure("cloud.forecast_median").measured());
  auto& forecast = world.results.cloud.adoption;
  forecast.level = CloudLevel::platform;
  forecast.months = {{CloudLevel::infrastructure, 2030, 1, 0.9, 0.9, 0.9, 1.0, 1.0},
                     {CloudLevel::platform, 2025, 12, 0.3, 0.3, 0.3, 1.0 / 3.0, 0.3},
                     {CloudLevel::platform, 2030, 3, 0.5, 0.5, 0.4, 2.0 / 3.0, 0.7}};
  forecast.enterprises = {{Id<Enterprise>(0), Standing::on_cloud, 1.0, 0},
                          {Id<Enterprise>(1), Standing::data_too_sensitive, 0.0, std::nullopt},
                          {Id<Enterprise>(2), Standing::unconvinced, 0.25, std::nullopt}};
  const Measurement measurement = world.measure("cloud.forecast_median");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.whole, 3.0);
  EXPECT_EQ(measurement.subject, "expected by 2030-03");
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{{"Two (E-2): its class of data may not go to a cloud, chance 0 %", "Two（E-2）：数据级别不允许上云，可能性0%"},
                         {"Three (E-3): not convinced, chance 25 %", "Three（E-3）：尚未形成上云意愿，可能性25%"}}));
  for (const auto& metric : cloud_metrics()) EXPECT_EQ(metric.origin == Origin::forecast, metric.name == "cloud.forecast_median");
}

TEST(CloudMetrics, DataCentresCountByTheResourcesThatSuffice) {
  using cloud::data_centre::Resource;
  SmallWorld world = clouds();
  EXPECT_EQ(world.measure("cloud.data_centre_resources").unmeasured.en, "the inventory has no data centre (data_centres)");
  DataCentre hall;
  hall.id = "DC-1";
  hall.name = "Hall";
  hall.name_zh = "机房";
  DataCentre planned;
  planned.id = "DC-2";
  world.park.data_centres = part_of<DataCentre>({hall, planned});
  EXPECT_EQ(world.measure("cloud.data_centre_resources").unmeasured.en, "there are no data centres in the results");
  auto& centres = world.results.cloud.data_centre;
  centres.centres.resize(2);
  centres.centres[0].centre = Id<DataCentre>(0);
  centres.centres[1].centre = Id<DataCentre>(1);
  EXPECT_EQ(world.measure("cloud.data_centre_resources").unmeasured.en, "no data centre is in operation");
  centres.centres[0].in_operation = true;
  centres.resources.resize(3);
  for (auto& resource : centres.resources) {
    resource.centre = Id<DataCentre>(0);
    resource.unit = "TB";
    resource.resource = Resource::storage;
    resource.demand_today = 5.0;
    resource.capacity = 5.0;
  }
  centres.resources[1].capacity = 4.0;
  centres.resources[2].demand_today = 0.0;
  const Measurement measurement = world.measure("cloud.data_centre_resources");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.whole, 3.0);
  EXPECT_EQ(measurement.where,
            (std::vector<Text>{{"DC-2: not in operation", "DC-2：未投运"},
                               {"Hall (DC-1): does not suffice: storage 5 / 4 TB", "机房（DC-1）：容量不足：storage 5 / 4 TB"},
                               {"Hall (DC-1): hosts nobody: storage 0 / 5 TB", "机房（DC-1）：无承载负载：storage 0 / 5 TB"}}));
}

TEST(CloudMetrics, MissingSimulatorIsSaid) {
  SmallWorld world = clouds();
  world.results.cloud = {};
  EXPECT_EQ(world.measure("cloud.enterprises").unmeasured.en, "there is no cloud adoption in the results");
}

}  // namespace
}  // namespace parktwin::criteria
