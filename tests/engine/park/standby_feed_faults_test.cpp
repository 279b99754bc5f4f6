#include "engine/park/standby_feed_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

NetworkNode fed_by(const std::string& id, Id<Bus> bus, Id<Bus> standby_bus) {
  NetworkNode node;
  node.id = id;
  node.bus = bus;
  node.standby_bus = standby_bus;
  return node;
}

TEST(StandbyFeedFaults, TwoDifferentBusesOrNoSecondOneAreSound) {
  EXPECT_EQ(fault_of_standby_feed(NetworkNode{}), std::nullopt);
  EXPECT_EQ(fault_of_standby_feed(fed_by("N", Id<Bus>(0), {})), std::nullopt);
  EXPECT_EQ(fault_of_standby_feed(fed_by("N", Id<Bus>(0), Id<Bus>(1))), std::nullopt);
}

TEST(StandbyFeedFaults, ValidateReportsEveryRowAtOnce) {
  Park park;
  std::vector<Bus> buses(2);
  buses[0].id = "B-0";
  buses[1].id = "B-1";
  park.buses = Part(Table(std::move(buses)));
  park.network_nodes = Part(Table(std::vector<NetworkNode>{fed_by("N-0", {}, Id<Bus>(1)), fed_by("N-1", Id<Bus>(1), Id<Bus>(1)),
                                                           fed_by("N-2", Id<Bus>(0), Id<Bus>(1)), fed_by("N-3", Id<Bus>(0), Id<Bus>(2))}));
  Problems problems;
  validate(park, "p", problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) {
    if (problem.place.starts_with("network_nodes")) lines.push_back(problem.place + ": " + problem.message);
  }
  EXPECT_THAT(lines, ::testing::ElementsAre(
                         "network_nodes N-0, field standby_bus: found a second feed without a first, expected a bus in the field bus",
                         "network_nodes N-1, field standby_bus: found the bus that feeds the node already, expected another one",
                         "network_nodes N-3, field standby_bus: refers to record 2 of a table with 2 records"));
}

}  // namespace
}  // namespace parktwin
