#include "importers/netbox/netbox_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/park_folder/attribute_values.h"
#include "tests/importers/netbox/small_inventory.h"

namespace parktwin::importers::netbox {
namespace {

using ::testing::ElementsAre;

ForeignTables tables() {
  Problems problems;
  const auto objects = objects_of(nlohmann::json::parse(testing::small_dump), "n.json", problems);
  return tables_of(inventory_of(objects.value(), problems).value());
}

const ForeignTable& table(const ForeignTables& all, const std::string& name) {
  for (const auto& one : all) {
    if (one.layer.name == name) return one;
  }
  throw std::runtime_error("no table " + name);
}

std::vector<std::string> row(const ForeignTable& from, std::size_t number, const std::vector<std::string>& columns) {
  std::vector<std::string> values;
  for (const auto& feature : from.layer.features) {
    if (feature.number != number) continue;
    for (const auto& column : columns) values.push_back(text_of(feature.attributes[from.layer.column(column).value()]));
  }
  return values;
}

TEST(NetboxTables, HoldEveryPartOfTheInventory) {
  const auto all = tables();
  std::vector<std::string> counts;
  for (const auto& one : all) counts.push_back(one.layer.name + " " + std::to_string(one.layer.features.size()));
  EXPECT_THAT(counts, ElementsAre("sites 2", "racks 1", "devices 5", "interfaces 7", "cables 6", "links 2", "prefixes 4"));
  EXPECT_THAT(row(table(all, "devices"), 1, {"name", "role", "site", "rack", "tenant", "ipv4", "latitude", "carrier", "hops"}),
              ElementsAre("rtr", "Router", "North", "R1", "Works", "10.0.0.1", "31.3", "1", "0"));
  EXPECT_THAT(row(table(all, "devices"), 3, {"status", "site", "latitude", "carrier", "hops"}),
              ElementsAre("planned", "South", "", "0", "2"));
  EXPECT_THAT(row(table(all, "cables"), 1, {"type", "a_device", "a_port", "b_port"}),
              ElementsAre("", "rtr", "wan", "circuit termination 9"));
}

TEST(NetboxTables, LinksLeadOutwardsAtTheSlowerRate) {
  const auto all = tables();
  EXPECT_THAT(row(table(all, "links"), 2, {"from_name", "to_name", "rate_mbps", "length_m", "cable_type", "status", "cables"}),
              ElementsAre("rtr", "sw1", "1000", "3.048", "cat6", "connected", "1"));
  EXPECT_THAT(row(table(all, "links"), 5, {"from_name", "to_name", "rate_mbps", "length_m", "cable_type", "status", "cables"}),
              ElementsAre("sw1", "sw2", "10000", "1505", "smf", "planned", "3"));
  ASSERT_EQ(table(all, "links").remarks.size(), 1U);
  EXPECT_EQ(table(all, "links").remarks[0].place, "interface lost of sw2");
}

TEST(NetboxTables, PrefixesHangUnderTheLongestOfTheirRoutingTable) {
  const auto all = tables();
  EXPECT_THAT(row(table(all, "prefixes"), 1, {"family", "parent"}), ElementsAre("ipv4", ""));
  EXPECT_THAT(row(table(all, "prefixes"), 2, {"prefix", "parent", "site"}), ElementsAre("10.0.0.0/24", "1", "North"));
  EXPECT_THAT(row(table(all, "prefixes"), 3, {"vrf", "parent"}), ElementsAre("Alpha", ""));
  EXPECT_THAT(row(table(all, "prefixes"), 4, {"family"}), ElementsAre("ipv6"));
}

}  // namespace
}  // namespace parktwin::importers::netbox
