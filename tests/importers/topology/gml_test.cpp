#include "importers/topology/gml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/damaged_copies.h"

namespace parktwin::importers::topology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string sample = R"(# a comment [
Creator "a test"
graph [
  directed 0
  node [
    id 0
    label "Nord &amp; S&#252;d"
    Longitude +120.7
    graphics [ x -1.5 y 2 center [ z 3 ] ]
  ]
  node [ id 5 label "two
lines" ]
  edge [ source 0 target 5 LinkSpeedRaw 1.0E9 id "e" ]
]
)";

std::vector<std::string> faults_of(const std::string& text) {
  Problems problems;
  const auto graph = parse_gml(text, "g.gml", problems);
  EXPECT_EQ(graph.has_value(), problems.empty());
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  return found;
}

TEST(Gml, GivesNodesAndEdgesWithNestedKeys) {
  Problems problems;
  const auto graph = parse_gml(sample, "g.gml", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(graph);
  ASSERT_EQ(graph->nodes.size(), 2U);
  EXPECT_EQ(graph->nodes[0].id, "0");
  EXPECT_EQ(graph->nodes[0].line, 5U);
  EXPECT_EQ(graph->nodes[0].values.at("label"), Attribute(std::string("Nord & Süd")));
  EXPECT_EQ(graph->nodes[0].values.at("Longitude"), Attribute(120.7));
  EXPECT_EQ(graph->nodes[0].values.at("graphics.x"), Attribute(-1.5));
  EXPECT_EQ(graph->nodes[0].values.at("graphics.center.z"), Attribute(std::int64_t{3}));
  EXPECT_EQ(graph->nodes[1].values.at("label"), Attribute(std::string("two\nlines")));
  ASSERT_EQ(graph->edges.size(), 1U);
  EXPECT_EQ(graph->edges[0].line, 13U);
  EXPECT_EQ(graph->edges[0].from, "0");
  EXPECT_EQ(graph->edges[0].id, "e");
  EXPECT_EQ(graph->edges[0].values.at("LinkSpeedRaw"), Attribute(1e9));
}

TEST(Gml, WhatDoesNotFitIsRefusedWithItsLine) {
  EXPECT_THAT(faults_of("graph [\nnode [ id"), ElementsAre("line 2: found the end, expected a number, a text or a list for id"));
  EXPECT_THAT(faults_of("graph [\nnode [ id 1 ]"), ElementsAre(": ends in the middle of graph"));
  EXPECT_THAT(faults_of("]"), ElementsAre("line 1: found ], expected a key"));
  EXPECT_THAT(faults_of("graph [ 12 13 ]"), ElementsAre(HasSubstr("expected a key")));
  EXPECT_THAT(faults_of("graph [ node [ id label ] ]"), ElementsAre(HasSubstr("found label, expected a number, a text or a list for id")));
  EXPECT_THAT(faults_of("graph [ label \"open ]"), ElementsAre(HasSubstr("a text that is not closed")));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "a [ ";
  EXPECT_THAT(faults_of(deep), ElementsAre("line 1: lists stand more than 32 deep"));
}

TEST(Gml, DamagedCopiesAreReadOrRefused) {
  std::size_t refused = 0;
  importers::testing::each_damaged_copy(sample, 500, [&](const std::string& text) { refused += faults_of(text).empty() ? 0 : 1; });
  EXPECT_GT(refused, 100U);
}

}  // namespace
}  // namespace parktwin::importers::topology
