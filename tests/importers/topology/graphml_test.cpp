#include "importers/topology/graphml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/damaged_copies.h"

namespace parktwin::importers::topology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string sample = R"(<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key attr.name="LinkSpeedRaw" attr.type="double" for="edge" id="d1"/>
  <key attr.name="Latitude" attr.type="double" for="node" id="d2"/>
  <key attr.name="label" attr.type="string" for="node" id="d3"/>
  <key attr.name="kind" attr.type="string" for="node" id="d4"><default>access_switch</default></key>
  <key attr.name="ports" attr.type="int" for="node" id="d5"/>
  <graph edgedefault="undirected">
    <node id="0"><data key="d2"> 31.3 </data><data key="d3">Nord &amp; Süd</data><data key="d5">24</data></node>
    <node id="1"><data key="d4">core_router</data><data key="d5">many</data></node>
    <edge source="0" target="1"><data key="d1">1e9</data></edge>
    <edge id="e7" source="1" target="0"/>
  </graph>
</graphml>)";

std::vector<std::string> faults_of(const std::string& text) {
  Problems problems;
  const auto graph = parse_graphml(text, "g.graphml", problems);
  EXPECT_EQ(graph.has_value(), problems.empty());
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  return found;
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = sample;
  return text.replace(text.find(from), from.size(), to);
}

TEST(GraphMl, GivesNodesAndEdgesWithTypedData) {
  Problems problems;
  const auto graph = parse_graphml(sample, "g.graphml", problems);
  ASSERT_TRUE(graph);
  ASSERT_EQ(graph->nodes.size(), 2U);
  EXPECT_EQ(graph->nodes[0].line, 9U);
  EXPECT_EQ(graph->nodes[0].values.at("Latitude"), Attribute(31.3));
  EXPECT_EQ(graph->nodes[0].values.at("label"), Attribute(std::string("Nord & Süd")));
  EXPECT_EQ(graph->nodes[0].values.at("kind"), Attribute(std::string("access_switch")));
  EXPECT_EQ(graph->nodes[1].values.at("kind"), Attribute(std::string("core_router")));
  EXPECT_EQ(graph->nodes[0].values.at("ports"), Attribute(std::int64_t{24}));
  EXPECT_EQ(graph->nodes[1].values.at("ports"), Attribute(std::string("many")));
  EXPECT_EQ(graph->edges[0].values.at("LinkSpeedRaw"), Attribute(1e9));
  EXPECT_EQ(graph->edges[1].id, "e7");
}

TEST(GraphMl, EntitiesAndDocumentTypesAreRefused) {
  const std::string bomb =
      "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>\n";
  EXPECT_THAT(faults_of(changed("<graphml ", bomb + "<graphml ")),
              ElementsAre("line 2: found a document type, expected none: entities are not unfolded"));
  EXPECT_THAT(faults_of(changed("<graphml ", "<!DOCTYPE g SYSTEM \"file:///etc/passwd\"><graphml ")),
              ElementsAre(HasSubstr("document type")));
  EXPECT_THAT(faults_of(changed("&amp;", "&other;")), ElementsAre(HasSubstr("undefined entity")));
}

TEST(GraphMl, WhatIsNoPlainGraphIsRefusedWithItsLine) {
  EXPECT_THAT(faults_of("<graph/>"), ElementsAre("line 1: found the element graph, expected graphml"));
  EXPECT_THAT(faults_of("{}"), ElementsAre(HasSubstr("is no XML from here on")));
  EXPECT_THAT(faults_of(changed("key=\"d2\"", "key=\"d9\"")), ElementsAre("line 9: found data of the key \"d9\", which is not declared"));
  EXPECT_THAT(faults_of(changed("<edge source", "<hyperedge/><edge source")),
              ElementsAre(HasSubstr("line 11: found the element hyperedge")));
  EXPECT_THAT(faults_of(changed("</graph>", "</graph><graph/>")), ElementsAre(HasSubstr("found a second graph")));
  EXPECT_THAT(faults_of(changed("</graph>\n</graphml>", "")), ElementsAre(HasSubstr("is no XML from here on")));
  std::string deep = "<graphml>";
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  EXPECT_THAT(faults_of(deep), ElementsAre(HasSubstr("elements stand more than 64 deep")));
  EXPECT_THAT(faults_of(changed("Nord", std::string(2U << 20U, 'a'))), ElementsAre(HasSubstr("a value is longer than 1 MiB")));
}

TEST(GraphMl, DamagedCopiesAreReadOrRefused) {
  std::size_t refused = 0;
  importers::testing::each_damaged_copy(sample, 500, [&](const std::string& text) { refused += faults_of(text).empty() ? 0 : 1; });
  EXPECT_GT(refused, 200U);
}

}  // namespace
}  // namespace parktwin::importers::topology
