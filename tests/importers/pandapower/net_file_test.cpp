#include "importers/pandapower/net_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/pandapower/small_net.h"

namespace parktwin::importers::pandapower {
namespace {

std::string fault_of(const nlohmann::json& document) {
  Problems problems;
  EXPECT_FALSE(parse_net(document, "n.json", problems));
  return problems.empty() ? "" : problems.list()[0].place + ": " + problems.list()[0].message;
}

TEST(NetFile, TablesAreTextsOrObjects) {
  Problems problems;
  nlohmann::json net = testing::small_net();
  const auto texts = parse_net(net, "n.json", problems);
  ASSERT_TRUE(texts);
  EXPECT_EQ(texts->tables.at("bus").size(), 6U);
  EXPECT_EQ(texts->tables.at("trafo")[1].values.at("name"), "T2");
  EXPECT_FALSE(texts->tables.contains("res_bus"));
  net["_object"]["bus"]["_object"] = nlohmann::json::parse(net["_object"]["bus"]["_object"].get<std::string>());
  const auto objects = parse_net(net["_object"], "n.json", problems);  // and the net itself without its wrapping
  ASSERT_TRUE(objects);
  EXPECT_EQ(objects->tables.at("bus")[0].values, texts->tables.at("bus")[0].values);
}

TEST(NetFile, WhatIsNoDataFrameIsNamed) {
  EXPECT_EQ(fault_of(3), ": holds no pandapower net: it has no table bus");
  nlohmann::json net = testing::small_net();
  auto& bus = net["_object"]["bus"]["_object"];
  bus = "{\"columns\":[\"a\"],";
  EXPECT_EQ(fault_of(net), "table bus, line 1, column 18: ends in the middle of a value, expected whole JSON");
  bus = R"({"columns":["vn_kv"],"index":[0],"data":[[1],[2]]})";
  EXPECT_EQ(fault_of(net), "table bus: has 1 indices for 2 rows");
  bus = R"({"columns":["vn_kv"],"index":[0,0],"data":[[1],[2]]})";
  EXPECT_EQ(fault_of(net), "table bus, row 2: has an index that is no whole number or stands twice");
  bus = R"({"columns":["vn_kv"],"index":[0],"data":[[1,2]]})";
  EXPECT_EQ(fault_of(net), "table bus, row 1: expected 1 values");
  bus = R"({"columns":[1],"index":[0],"data":[[1]]})";
  EXPECT_EQ(fault_of(net), "table bus: has a column whose name is no text");
  bus = R"({"columns":[],"index":[]})";
  EXPECT_EQ(fault_of(net), "table bus: has no list data, expected a data frame of orient split");
  bus = R"({"columns":[],"index":[],"data":[]})";
  EXPECT_EQ(fault_of(net), "table bus: is empty");
  net["_object"]["f_hz"] = -1;
  EXPECT_EQ(fault_of(net), "f_hz: expected a number above 0");
}

}  // namespace
}  // namespace parktwin::importers::pandapower
