#include "engine/plan/centres/centres_plan.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace parktwin::plan {
namespace {

using cloud::data_centre::Options;

DataCentre centre(const std::string& id, std::int32_t servers, std::int32_t cores, double storage_tb) {
  DataCentre made;
  made.id = id;
  made.servers = servers;
  made.cores_per_server = cores;
  made.memory_per_server_gb = 8.0 * cores;
  made.racks = 1;
  made.rack_power = Kilowatts(2.0);
  made.storage_tb = storage_tb;
  made.uplink = MegabitsPerSecond(10.0);
  return made;
}

double cost_of(const std::vector<DataCentre>& before, const std::vector<DataCentre>& after, const CentrePrices& prices) {
  double cost = 0.0;
  for (std::size_t k = 0; k < before.size(); ++k) {
    cost += prices.server_cny * (after[k].servers - before[k].servers) + prices.rack_cny * (after[k].racks - before[k].racks) +
            prices.storage_cny_per_tb * (after[k].storage_tb - before[k].storage_tb) +
            (after[k].uplink->value() > before[k].uplink->value() ? prices.uplink_cny : 0.0);
  }
  return cost;
}

/// Every number of servers and of racks of both centres; storage by its share, uplinks wide enough where they must be.
double cheapest_of_all(const Park& park, const std::vector<DataCentre>& before, double employees, const Options& options,
                       const CentrePrices& prices) {
  double cheapest = std::numeric_limits<double>::infinity();
  for (std::int32_t a = 0; a < 12; ++a) {
    for (std::int32_t b = 0; b < 12; ++b) {
      for (int wide = 0; wide < 4; ++wide) {
        auto after = before;
        after[0].servers += a;
        after[1].servers += b;
        double cores = 0.0;
        for (const auto& one : after) cores += capacity_of(park, one, cloud::data_centre::Resource::cores);
        for (std::size_t k = 0; k < 2; ++k) {
          const double share = capacity_of(park, after[k], cloud::data_centre::Resource::cores) / cores;
          const double storage = std::ceil(employees * share * options.storage_per_employee_gb / 10.0 - 1e-9) / 100.0;
          after[k].storage_tb = std::max(before[k].storage_tb, storage);
          if ((wide >> k) % 2 == 1) after[k].uplink = MegabitsPerSecond(1e6);
        }
        for (std::int32_t first = 0; first < 8; ++first) {
          for (std::int32_t second = 0; second < 8; ++second) {
            after[0].racks = before[0].racks + first;
            after[1].racks = before[1].racks + second;
            if (carry(park, after, employees, options)) cheapest = std::min(cheapest, cost_of(before, after, prices));
          }
        }
      }
    }
  }
  return cheapest;
}

TEST(CentresPlan, IsTheCheapestOfAllExtensions) {
  const Park park;
  const Options options;
  std::mt19937 random(1);
  std::uniform_real_distribution<double> price(1.0, 20.0);
  for (int round = 0; round < 12; ++round) {
    const std::vector<DataCentre> before = {centre("A", 2 + round % 3, 16, 1.0), centre("B", 2, 24, 2.0)};
    const CentrePrices prices{price(random), price(random), price(random), price(random)};
    const double employees = 150.0 + 50.0 * round;
    const CentresPlan plan = extend_centres(park, before, employees, options, prices);
    ASSERT_TRUE(plan.found) << plan.reason_en;
    EXPECT_NEAR(plan.cost_cny, cheapest_of_all(park, before, employees, options, prices), 1e-6) << round;
    EXPECT_EQ(plan.bound_cny, plan.cost_cny);
    std::vector<DataCentre> after;
    for (std::size_t k = 0; k < 2; ++k) after.push_back(sized(before[k], plan.sizes[k]));
    EXPECT_TRUE(carry(park, after, employees, options)) << round;
    EXPECT_FALSE(carry(park, before, employees, options)) << round;
    const CentresPlan hurried = extend_centres(park, before, employees, options, prices, 1);
    EXPECT_GE(hurried.cost_cny, plan.cost_cny - 1e-9);
    EXPECT_LE(hurried.bound_cny, plan.cost_cny + 1e-9);
  }
}

TEST(CentresPlan, LeavesCentresThatSufficeAsTheyAre) {
  std::vector<DataCentre> before = {centre("A", 10, 64, 50.0)};
  before[0].racks = 4;
  const CentresPlan plan = extend_centres({}, before, 100.0, {}, {1.0, 1.0, 1.0, 1.0});
  ASSERT_TRUE(plan.found);
  EXPECT_EQ(plan.cost_cny, 0.0);
  EXPECT_EQ(plan.sizes[0].servers, 10);
  EXPECT_FALSE(plan.sizes[0].uplink_mbps.has_value());
}

TEST(CentresPlan, SaysThatRacksWithoutPowerCarryNothing) {
  auto dark = centre("A", 2, 16, 1.0);
  dark.rack_power = Kilowatts(0.0);
  const CentresPlan plan = extend_centres({}, {dark}, 500.0, {}, {1.0, 1.0, 1.0, 1.0});
  EXPECT_FALSE(plan.found);
  EXPECT_FALSE(plan.reason_en.empty());
  EXPECT_FALSE(plan.reason_zh.empty());
}

TEST(CentresPlan, WorkloadsOfTheHorizonAreThoseTheResultsTell) {
  Park park;
  park.data_centres = Part<Table<DataCentre>>(Table<DataCentre>({centre("A", 4, 16, 1.0), centre("B", 3, 24, 2.0)}));
  const cloud::data_centre::HostedEmployees hosted{2, {100.0, 100.0, 300.0, 500.0}};
  Options options;
  options.growth_per_year = 0.0;
  const auto result = cloud::data_centre::simulate(park, options, hosted);
  EXPECT_NEAR(hosted_employees_of(park, result, options, HostedAt::today), 100.0, 1e-9);
  EXPECT_NEAR(hosted_employees_of(park, result, options, HostedAt::median), 300.0, 1e-9);
  EXPECT_NEAR(hosted_employees_of(park, result, options, HostedAt::p90), 500.0, 1e-9);
}

TEST(CentresPlan, AFirstCentreStandsWhereTheLinksCarryIt) {
  Park park;
  EXPECT_FALSE(first_centre(park, 100.0, {}).has_value());
  std::vector<NetworkNode> nodes(3);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = "N-" + std::to_string(i);
    nodes[i].kind = i == 0 ? NodeKind::core_router : NodeKind::aggregation_switch;
    nodes[i].position = {100.0 * static_cast<double>(i), 0.0};
  }
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  NetworkLink link;
  link.id = "L-1";
  link.from = Id<NetworkNode>(1);
  link.to = Id<NetworkNode>(2);
  link.rate_down = MegabitsPerSecond(5.0);
  link.rate_up = MegabitsPerSecond(1000.0);
  park.network_links = Part<Table<NetworkLink>>(Table<NetworkLink>({link}));
  Bus near;
  near.id = "BUS-1";
  near.position = {190.0, 0.0};
  Bus far = near;
  far.id = "BUS-2";
  far.position = {0.0, 0.0};
  park.buses = Part<Table<Bus>>(Table<Bus>({far, near}));
  const auto made = first_centre(park, 1000.0, {});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->node, Id<NetworkNode>(2));
  EXPECT_EQ(made->bus, Id<Bus>(1));
}

}  // namespace
}  // namespace parktwin::plan
