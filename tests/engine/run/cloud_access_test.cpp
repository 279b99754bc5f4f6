#include "engine/run/cloud_access.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

using wired::topology::AccessState;

TEST(CloudAccess, IsThePartOfTheNeedThatIsMet) {
  std::vector<Enterprise> enterprises(6);
  for (std::size_t i = 0; i < 6; ++i) {
    enterprises[i].id = std::to_string(i);
    enterprises[i].required_down = MegabitsPerSecond(100.0);
    enterprises[i].required_up = MegabitsPerSecond(20.0);
    enterprises[i].required_availability = 0.999;
  }
  Park park;
  park.enterprises = Part(Table(enterprises));
  wired::topology::Result topology;
  const auto add = [&](AccessState state, double down, double up, double availability) {
    wired::topology::EnterpriseAccess access;
    access.enterprise = Id<Enterprise>(topology.enterprises.size());
    access.state = state;
    access.rate_down_mbps = down;
    access.rate_up_mbps = up;
    access.availability = availability;
    topology.enterprises.push_back(access);
  };
  add(AccessState::served, 100, 20, 0.9999);
  add(AccessState::no_access_node, 0, 0, 0);
  add(AccessState::no_path, 0, 0, 0);
  add(AccessState::rate_too_low, 50, 15, 0.9999);
  add(AccessState::rate_too_low, 200, 4, 0.9999);
  add(AccessState::availability_too_low, 100, 20, 0.9975);
  const auto quality = cloud_access(park, topology).of_enterprise;
  ASSERT_EQ(quality.size(), 6U);
  const std::vector<double> expected{1.0, 0.0, 0.0, 0.5, 0.2, 0.4};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(quality[i], expected[i], 1e-9) << i;
  topology.enterprises.pop_back();
  EXPECT_TRUE(cloud_access(park, topology).of_enterprise.empty());
}

}  // namespace
}  // namespace parktwin
