#include "engine/simulators/cloud/cloud.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::cloud {
namespace {

Enterprise enterprise(const std::string& id, CloudLevel level, CloudKind kind, std::int32_t employees) {
  Enterprise made;
  made.id = id;
  made.cloud_level = level;
  made.cloud_kind = kind;
  made.employees = employees;
  return made;
}

Park park_of(std::vector<Enterprise> enterprises) {
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  return park;
}

Park example() {
  return park_of({enterprise("A", CloudLevel::none, CloudKind::none, 10),
                  enterprise("B", CloudLevel::infrastructure, CloudKind::private_cloud, 200),
                  enterprise("C", CloudLevel::business_systems, CloudKind::hybrid, 3000),
                  enterprise("D", CloudLevel::equipment, CloudKind::public_cloud, 40000)});
}

Result counted(const Park& park, CloudLevel level = CloudLevel::infrastructure) {
  Options options;
  options.counted_level = level;
  options.adoption.replicas = 10;
  options.adoption.horizon_months = 12;
  return simulate(park, options, {}, 1);
}

TEST(Cloud, CountsEnterprisesAndEmployeesOfTheRegistry) {
  const Result result = counted(example());
  EXPECT_EQ(result.on_cloud, 3);
  EXPECT_EQ(result.on_public_cloud, 2);
  EXPECT_EQ(result.employees, 43210);
  EXPECT_EQ(result.employees_on_cloud, 43200);
  EXPECT_TRUE(result.notes.empty());
  ASSERT_EQ(result.enterprises.size(), 4U);
  EXPECT_FALSE(result.enterprises[0].on_cloud);
  EXPECT_TRUE(result.enterprises[1].on_cloud);
  EXPECT_FALSE(result.enterprises[1].on_public_cloud);
  EXPECT_EQ(result.enterprises[3].enterprise, Id<Enterprise>(3));
}

TEST(Cloud, CountsFromTheLevelAskedFor) {
  const auto on_cloud = [](CloudLevel level) { return counted(example(), level).on_cloud; };
  EXPECT_EQ(on_cloud(CloudLevel::none), 3);  // no use is never use of a cloud
  EXPECT_EQ(on_cloud(CloudLevel::infrastructure), 3);
  EXPECT_EQ(on_cloud(CloudLevel::platform), 2);
  EXPECT_EQ(on_cloud(CloudLevel::business_systems), 2);
  EXPECT_EQ(on_cloud(CloudLevel::equipment), 1);
}

TEST(Cloud, NotesContradictionsInTheRegistry) {
  const Result result = counted(
      park_of({enterprise("A", CloudLevel::platform, CloudKind::none, 1), enterprise("B", CloudLevel::none, CloudKind::public_cloud, 1)}));
  EXPECT_EQ(result.on_cloud, 1);
  EXPECT_EQ(result.on_public_cloud, 0);
  ASSERT_EQ(result.notes.size(), 2U);
  EXPECT_EQ(result.notes[0].place, "enterprise A");
  EXPECT_EQ(result.notes[1].place, "enterprise B");
  EXPECT_EQ(result.notes[1].kind, NoteKind::warning);
}

TEST(Cloud, IsEmptyForAParkWithoutEnterprises) {
  const Result result = counted(Park());
  EXPECT_TRUE(result.enterprises.empty());
  EXPECT_EQ(result.on_cloud, 0);
}

TEST(Cloud, DeeperLevelsNeverCountMoreAndTotalsAgreeWithRows) {
  const RandomSequence random(1, 2, 3);
  std::vector<Enterprise> enterprises;
  for (std::uint32_t i = 0; i < 500; ++i) {
    enterprises.push_back(enterprise(std::to_string(i), static_cast<CloudLevel>(random.below(3 * i, 5)),
                                     static_cast<CloudKind>(random.below(3 * i + 1, 4)),
                                     static_cast<std::int32_t>(random.below(3 * i + 2, 1000000))));
  }
  const Park park = park_of(enterprises);
  std::int32_t before = 500;
  for (const auto& level : names_of(CloudLevel{})) {
    const Result result = counted(park, level.value);
    std::int32_t rows = 0;
    std::int64_t employees = 0;
    for (const auto& state : result.enterprises) {
      rows += state.on_cloud ? 1 : 0;
      employees += state.on_cloud ? (*park.enterprises)[state.enterprise].employees : 0;
      EXPECT_LE(state.on_public_cloud, state.on_cloud);
    }
    EXPECT_EQ(result.on_cloud, rows);
    EXPECT_EQ(result.employees_on_cloud, employees);
    EXPECT_LE(result.on_cloud, before);
    before = result.on_cloud;
  }
}

TEST(Cloud, ForecastsAtTheCountedLevelAndLoadsTheDataCentres) {
  Park park = example();
  DataCentre centre;
  centre.id = "DC";
  centre.servers = 100;
  centre.storage_tb = 100.0;
  park.data_centres = Part(Table(std::vector<DataCentre>{centre}));
  const Result result = counted(park, CloudLevel::platform);
  EXPECT_EQ(result.adoption.level, CloudLevel::platform);
  EXPECT_EQ(result.adoption.replicas, 10);
  EXPECT_EQ(result.adoption.enterprises.size(), 4U);
  EXPECT_EQ(result.adoption.levels[1].share_today, 0.5);
  ASSERT_EQ(result.data_centre.centres.size(), 1U);
  // The hosted part of 0.75 × 3000 (hybrid, business systems) and 40000 (public, equipment); the private cloud is elsewhere.
  const data_centre::Options usual;
  EXPECT_NEAR(result.data_centre.resources[0].demand_today, usual.hosted_share * (0.75 * 3000 + 40000) * usual.virtual_cores_per_employee,
              1e-6);
  EXPECT_EQ(counted(park, CloudLevel::none).adoption.level, CloudLevel::infrastructure);
}

TEST(Cloud, PoorAccessKeepsEnterprisesFromTheCloud) {
  Options options;
  options.adoption.threshold_factor = 0.0;
  const auto at_the_end = [&](const adoption::AccessQuality& access) {
    return simulate(example(), options, access, 1).adoption.months.at(120).p50;
  };
  EXPECT_EQ(at_the_end({}), 1.0);
  EXPECT_EQ(at_the_end({{0.1, 1.0, 1.0, 1.0}}), 0.75);
}

}  // namespace
}  // namespace parktwin::cloud
