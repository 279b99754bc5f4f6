#include "engine/simulators/cloud/hosted_employees.h"

#include <gtest/gtest.h>

namespace parktwin::cloud {
namespace {

Enterprise enterprise(const std::string& id, CloudKind kind, std::int32_t employees) {
  Enterprise made;
  made.id = id;
  made.cloud_kind = kind;
  made.employees = employees;
  return made;
}

TEST(HostedEmployees, CountByDepthAndKindOfCloud) {
  Park park;
  park.enterprises = Part(Table(std::vector<Enterprise>{
      enterprise("A", CloudKind::hybrid, 400), enterprise("B", CloudKind::private_cloud, 80), enterprise("C", CloudKind::none, 40)}));
  adoption::AdoptionMonths months{3, 2, std::vector<std::uint16_t>(2 * adoption::level_count * 3, adoption::never)};
  const auto set = [&](std::size_t replica, std::size_t level, std::size_t enterprise, std::uint16_t month) {
    months.month[(replica * adoption::level_count + level) * 3 + enterprise] = month;
  };
  set(0, 0, 0, 0);
  set(0, 1, 0, 2);
  set(0, 0, 1, 0);
  set(0, 0, 2, 1);
  set(1, 0, 0, 0);
  data_centre::Options options;
  options.hosted_share = 0.5;
  options.public_share = 0.25;
  const auto hosted = hosted_employees(park, months, 2, options);
  // A quarter per level: A 0.5 × 100, B none, C 0.5 × 0.25 × 10.
  EXPECT_EQ(hosted.employees, (std::vector<double>{50.0, 50.0, 51.25, 50.0, 101.25, 50.0}));
  EXPECT_EQ(hosted.months(), 3U);
  EXPECT_TRUE(hosted_employees(Park{}, {}, 12, options).employees.empty());
}

}  // namespace
}  // namespace parktwin::cloud
