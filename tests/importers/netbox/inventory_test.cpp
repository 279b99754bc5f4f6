#include "importers/netbox/inventory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/netbox/small_inventory.h"

namespace parktwin::importers::netbox {
namespace {

std::optional<Inventory> read(const std::string& text, Problems& problems) {
  const auto objects = objects_of(nlohmann::json::parse(text), "n.json", problems);
  return objects ? inventory_of(*objects, problems) : std::nullopt;
}

std::string fault_of(const std::string& from, const std::string& to) {
  std::string text = testing::small_dump;
  text.replace(text.find(from), from.size(), to);
  Problems problems;
  EXPECT_FALSE(read(text, problems));
  return problems.empty() ? "" : to_string(problems.list()[0]);
}

TEST(NetboxInventory, ResolvesReferencesAndUnits) {
  Problems problems;
  const auto made = read(testing::small_dump, problems);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->sites.at(1).latitude, std::optional(31.3));
  EXPECT_EQ(made->sites.at(1).tenant, "Works");
  const auto& router = made->devices.at(1);
  EXPECT_EQ(router.role, "Router");
  EXPECT_EQ(router.type, "X1");
  EXPECT_EQ(router.ipv4, "10.0.0.1");
  EXPECT_EQ(made->interfaces.at(3).rate_mbps, std::optional(1000.0));  // as configured, not by type
  EXPECT_EQ(made->interfaces.at(6).rate_mbps, std::nullopt);
  EXPECT_FALSE(made->interfaces.at(6).enabled);
  EXPECT_NEAR(made->cables.at(2).length_m.value(), 3.048, 1e-12);
  EXPECT_EQ(made->cables.at(4).length_m, std::optional(1500.0));
  EXPECT_EQ(made->cables.at(1).ends[1].front().kind, EndKind::circuit);
  EXPECT_EQ(made->prefixes.at(3).vrf, "Alpha");
}

TEST(NetboxInventory, NestedObjectsOfTheApiServeAsWell) {
  Problems problems;
  const auto made = read(
      R"({"dcim.site":[{"id":1,"name":"A","status":{"value":"active","label":"Active"},"latitude":31.3,"longitude":120.7}],
"dcim.device":[{"id":1,"name":"d","role":{"id":4,"name":"Router"},"device_type":{"id":2,"model":"X"},"status":{"value":"active"},"site":{"id":1,"name":"A"},
"primary_ip4":{"id":8,"address":"10.0.0.1/24"}}],
"dcim.interface":[{"id":1,"device":{"id":1,"name":"d"},"name":"a","type":{"value":"1000base-t"}},{"id":2,"device":{"id":1},"name":"b","type":{"value":"lag"}}],
"dcim.cable":[{"id":1,"type":"cat6","status":{"value":"connected"},"length":null,"length_unit":null,
"a_terminations":[{"object_type":"dcim.interface","object_id":1}],"b_terminations":[{"object_type":"dcim.interface","object_id":2}]}]})",
      problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->devices.at(1).role, "Router");
  EXPECT_EQ(made->devices.at(1).ipv4, "10.0.0.1");
  EXPECT_EQ(made->cables.at(1).ends[1].front().key, 2);
}

TEST(NetboxInventory, WhatLeadsNowhereIsNamed) {
  EXPECT_EQ(fault_of(R"("role":2,"device_type":1,"status":"planned")", R"("role":8,"device_type":1,"status":"planned")"),
            "n.json: dcim.device 3, field role: found 8, expected the key of a dcim.devicerole");
  EXPECT_EQ(fault_of(R"("device":3,"name":"up")", R"("device":33,"name":"up")"),
            "n.json: dcim.interface 4, field device: found 33, expected the key of an object of this inventory");
  EXPECT_THAT(fault_of(R"("cable":2,"cable_end":"A")", R"("cable":2,"cable_end":"C")"), ::testing::HasSubstr("expected A or B"));
  EXPECT_THAT(fault_of(R"("length":"10.00")", R"("length":"ten")"), ::testing::HasSubstr("field length: found \"ten\", expected a number"));
  EXPECT_THAT(fault_of(R"("termination_id":5})", R"("termination_id":55})"), ::testing::HasSubstr("the key of a dcim.interface"));
}

TEST(NetboxInventory, RatesStandInTheNamesOfTypes) {
  EXPECT_EQ(rate_of_type("100base-tx"), std::optional(100.0));
  EXPECT_EQ(rate_of_type("1000base-x-sfp"), std::optional(1000.0));
  EXPECT_EQ(rate_of_type("2.5gbase-t"), std::optional(2500.0));
  EXPECT_EQ(rate_of_type("100gbase-x-qsfp28"), std::optional(100000.0));
  for (const char* none : {"lag", "virtual", "ieee802.11ac", "base", "-3gbase", "1tbase"}) EXPECT_FALSE(rate_of_type(none)) << none;
}

}  // namespace
}  // namespace parktwin::importers::netbox
