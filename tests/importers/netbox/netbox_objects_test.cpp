#include "importers/netbox/netbox_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/netbox/small_inventory.h"

namespace parktwin::importers::netbox {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> faults_of(const char* text) {
  Problems problems;
  static_cast<void>(objects_of(nlohmann::json::parse(text), "n.json", problems));
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(to_string(problem));
  return found;
}

TEST(NetboxObjects, DumpsAndListsAreTheSame) {
  Problems problems;
  const auto dump = objects_of(nlohmann::json::parse(testing::small_dump), "n.json", problems);
  ASSERT_TRUE(dump);
  EXPECT_EQ(dump->all("dcim.device").size(), 5U);
  EXPECT_TRUE(dump->all("dcim.powerport").empty());
  const auto list = objects_of(nlohmann::json::parse(R"({"dcim.device":[{"id":3,"name":"sw2"}]})"), "n.json", problems);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->all("dcim.device").at(3)["name"], dump->all("dcim.device").at(3)["name"]);
  EXPECT_TRUE(problems.empty());
}

TEST(NetboxObjects, WhatIsNoInventoryIsNamed) {
  EXPECT_THAT(faults_of("3"), ElementsAre("n.json: found 3, expected the objects of a NetBox inventory"));
  EXPECT_THAT(faults_of(R"([{"model":"a","pk":1,"fields":{}},{"pk":1}])"), ElementsAre(HasSubstr("object 2: found {\"pk\":1}")));
  EXPECT_THAT(faults_of(R"([{"model":"a","pk":1,"fields":{}},{"model":"a","pk":1,"fields":{}}])"),
              ElementsAre("n.json: object 2: a 1 stands twice, expected every key once"));
  EXPECT_THAT(faults_of(R"([{"model":"a","pk":-1,"fields":{}}])"), ElementsAre(HasSubstr("found the id -1")));
  EXPECT_THAT(faults_of(R"({"dcim.site":{"id":1}})"), ElementsAre(HasSubstr("dcim.site: found")));
  EXPECT_THAT(faults_of(R"({"dcim.site":[{"name":"A"}]})"), ElementsAre(HasSubstr("expected an object with an id")));
}

TEST(NetboxObjects, FieldsTakeEveryFormNetboxGivesThem) {
  const auto object = nlohmann::json::parse(
      R"({"a":"x","b":{"value":"active","label":"Active"},"c":{"id":7,"name":"n"},"d":7,"e":"31.50","f":2.5,"g":null,"h":true,"i":[1]})");
  const std::string file = "n.json";
  Problems problems;
  const FieldReader from(object, "m 1", file, problems);
  EXPECT_EQ(from.text("a"), "x");
  EXPECT_EQ(from.text("b"), "active");
  EXPECT_EQ(from.text("g"), "");
  EXPECT_EQ(from.text("none"), "");
  EXPECT_EQ(from.reference("c"), std::optional<Key>(7));
  EXPECT_EQ(from.reference("d"), std::optional<Key>(7));
  EXPECT_EQ(from.number("e"), std::optional(31.5));
  EXPECT_EQ(from.number("f"), std::optional(2.5));
  EXPECT_TRUE(from.truth("h", false));
  EXPECT_TRUE(from.truth("g", true));
  EXPECT_TRUE(problems.empty());
  static_cast<void>(from.text("i"));
  static_cast<void>(from.number("a"));
  static_cast<void>(from.reference("a"));
  static_cast<void>(from.truth("a", false));
  ASSERT_EQ(problems.list().size(), 4U);
  EXPECT_EQ(to_string(problems.list()[0]), "n.json: m 1, field i: found [1], expected a text");
}

}  // namespace
}  // namespace parktwin::importers::netbox
