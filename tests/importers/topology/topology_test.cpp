#include "importers/topology/topology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/park_folder/attribute_values.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers::topology {
namespace {

using ::testing::ElementsAre;

TEST(Topology, TablesHaveTheColumnsAMappingFindsAlways) {
  Graph graph;
  graph.nodes = {{1, "a", {{"Longitude", 120.7}, {"Latitude", 31.3}, {"asn", std::int64_t{7}}}}, {2, "b", {{"name", std::string("B")}}}};
  graph.edges = {{3, "", "a", "b", {{"LinkSpeedRaw", 2.5e9}}}, {4, "x", "b", "a", {{"rate_mbps", 10.0}, {"length_m", 5.0}}}};
  graph.remarks = {{NoteKind::warning, "left out", "line 9"}};
  Problems problems;
  const auto tables = tables_of(graph, "g", problems).value();
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_THAT(tables[0].layer.columns, ElementsAre("id", "label", "kind", "longitude", "latitude", "Latitude", "Longitude", "asn", "name"));
  EXPECT_EQ(tables[0].layer.features[0].attributes[3], Attribute(120.7));
  EXPECT_EQ(tables[0].layer.features[1].attributes[1], Attribute(std::string("B")));
  EXPECT_EQ(tables[1].layer.features[0].attributes[0], Attribute(std::string("1")));
  EXPECT_EQ(tables[1].layer.features[0].attributes[4], Attribute(2500.0));
  EXPECT_EQ(tables[1].layer.features[1].attributes[4], Attribute(10.0));
  EXPECT_EQ(tables[0].remarks.size(), 1U);
}

TEST(Topology, GraphsHaveToHoldTogether) {
  Graph graph;
  graph.nodes = {{1, "a", {}}, {2, "a", {}}, {3, "", {}}};
  graph.edges = {{4, "", "a", "z", {}}};
  Problems problems;
  EXPECT_FALSE(tables_of(graph, "g", problems));
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(to_string(problem));
  EXPECT_THAT(found, ElementsAre("g: line 2: the node a stands twice", "g: line 3: a node has no id",
                                 "g: line 4: an edge leads to z, which is no node"));
  Problems empty;
  EXPECT_FALSE(tables_of({}, "g", empty));
}

TEST(Topology, BothFormsAreReadFromFiles) {
  const importers::testing::TemporaryFolder folder;
  Problems problems;
  const auto gml = read_gml(folder.write("g.gml", "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]"), problems);
  const auto xml = read_graphml(
      folder.write("g.graphml", "<graphml><graph><node id='1'/><node id='2'/><edge source='1' target='2'/></graph></graphml>"), problems);
  ASSERT_TRUE(gml && xml);
  EXPECT_EQ((*gml)[1].layer.features[0].attributes, (*xml)[1].layer.features[0].attributes);
  EXPECT_FALSE(read_gml(folder.path() / "none.gml", problems));
  EXPECT_FALSE(read_graphml(folder.write("wrong.graphml", "<graphml>\xFF</graphml>"), problems));
}

}  // namespace
}  // namespace parktwin::importers::topology
