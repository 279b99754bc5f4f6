#include "importers/recipe/source_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "importers/recipe/recipe.h"
#include "importers/recipe/source_rules.h"
#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/netbox/small_inventory.h"
#include "tests/importers/netbox/stub_server.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

const std::string head = "recipe: r\nname: R\ncrs: EPSG:4549\nsources:\n";

std::vector<std::string> faults_of(const TemporaryFolder& folder, const std::string& sources) {
  std::vector<std::string> found;
  try {
    static_cast<void>(import_by_recipe(folder.write("recipe.yaml", head + sources)));
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) found.push_back(problem.place + ": " + problem.message);
  }
  return found;
}

/// Nodes, links and prefixes of the small inventory; its second site has no coordinates, so the recipe says where it lies.
std::string netbox_sources(const std::string& file, const std::string& more) {
  return "  - {table: network_nodes, file: " + file + more +
         ", preset: netbox, x: {first: [longitude, {field: site, lookup: {South: 120.71}}]}, y: {first: [latitude, {field: site, lookup: "
         "{South: 31.29}}]}}\n"
         "  - {table: network_links, file: " +
         file + more + ", preset: netbox}\n  - {table: address_prefixes, file: " + file + more + ", preset: netbox}\n";
}

void expect_small_network(const ImportedPark& imported) {
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.network_nodes->size(), 3U);  // patch panels have no kind
  ASSERT_EQ(park.network_links->size(), 2U);
  EXPECT_EQ(park.address_prefixes->size(), 4U);
  const auto& router = (*park.network_nodes)[Id<NetworkNode>(0)];
  EXPECT_EQ(router.id, "NB-1");
  EXPECT_EQ(router.kind, NodeKind::core_router);
  EXPECT_EQ(router.ipv4_address, "10.0.0.1");
  EXPECT_FALSE((*park.network_nodes)[Id<NetworkNode>(2)].operational);
  const auto& copper = (*park.network_links)[Id<NetworkLink>(0)];
  EXPECT_EQ(copper.medium, LinkMedium::copper);
  EXPECT_EQ(copper.rate_down.value(), 1000.0);
  EXPECT_EQ(copper.from.index(), 0U);
  const auto& fibre = (*park.network_links)[Id<NetworkLink>(1)];
  EXPECT_EQ(fibre.medium, LinkMedium::fibre);
  EXPECT_EQ(fibre.length.value(), 1505.0);
  EXPECT_FALSE(fibre.operational);
  EXPECT_EQ((*park.address_prefixes)[Id<AddressPrefix>(1)].parent.index(), 0U);
  ASSERT_EQ(imported.report.sources.size(), 3U);
  EXPECT_EQ(imported.report.sources[0].features, 5U);
  EXPECT_TRUE(imported.report.sources[0].findings.contains({Finding::dropped, "records without kind"}));
  EXPECT_TRUE(imported.report.sources[1].findings.contains({Finding::dropped, "cables from an interface that end at no other interface"}));
}

TEST(SourceFormats, AnExportOfNetboxBecomesANetwork) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("netbox.json", netbox::testing::small_dump));
  expect_small_network(import_by_recipe(folder.write("recipe.yaml", head + netbox_sources("netbox.json", ""))));
}

TEST(SourceFormats, ARunningNetboxAsWellWithATokenFromAFile) {
  const TemporaryFolder folder;
  const netbox::testing::StubServer server(folder.write("netbox.json", netbox::testing::small_dump));
  static_cast<void>(folder.write("token", "0123abc\n"));
  const auto sources = netbox_sources("\"" + server.address() + "/secret\"", ", token_file: token");
  expect_small_network(import_by_recipe(folder.write("recipe.yaml", head + sources)));
  static_cast<void>(folder.write("token", "\n"));
  EXPECT_THAT(faults_of(folder, sources), ::testing::ElementsAre(": holds no token, expected one line of visible characters"));
  static_cast<void>(folder.write("token", "other\n"));
  EXPECT_THAT(faults_of(folder, sources), ::testing::ElementsAre(HasSubstr("answers 401: the token is not accepted")));  // asked once
}

TEST(SourceFormats, ATopologyBecomesANetwork) {
  const TemporaryFolder folder;
  static_cast<void>(
      folder.write("g.gml",
                   "graph [ node [ id 1 label \"A\" Longitude 120.7 Latitude 31.3 ] node [ id 2 Longitude 120.71 Latitude 31.3 ]\n"
                   "edge [ source 1 target 2 LinkSpeedRaw 2500000000 ] ]"));
  const auto imported = import_by_recipe(
      folder.write("recipe.yaml",
                   head + "  - {table: network_nodes, file: g.gml, preset: gml}\n  - {table: network_links, file: g.gml, preset: gml}\n"));
  ASSERT_EQ(imported.loaded.park.network_links->size(), 1U);
  EXPECT_EQ((*imported.loaded.park.network_links)[Id<NetworkLink>(0)].rate_down.value(), 2500.0);
  EXPECT_GT(imported.report.guesses(), 2U);  // kinds
}

TEST(SourceFormats, WhatDoesNotFitIsNamedAtItsLine) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("netbox.json", netbox::testing::small_dump));
  EXPECT_THAT(
      faults_of(folder, "  - {table: network_nodes, file: a, format: visio}\n"),
      ::testing::Contains(
          "line 5, column 45: format: found \"visio\", expected one of enterprise_registry, gml, graphml, matpower, netbox, pandapower"));
  EXPECT_THAT(faults_of(folder, "  - {table: network_nodes, file: netbox.json, format: netbox, layer: wires}\n"),
              ::testing::ElementsAre(HasSubstr("layer: found \"wires\", expected one of sites, racks, devices")));
  EXPECT_THAT(faults_of(folder, "  - {table: network_nodes, file: netbox.json, preset: netbox, where: a = 1}\n"),
              ::testing::ElementsAre(HasSubstr("where is a filter of GDAL, expected only at the format netbox")));
  EXPECT_THAT(faults_of(folder, "  - {table: network_nodes, file: netbox.json, token_file: token}\n"),
              ::testing::Contains(HasSubstr("token_file: found one at a source that needs none")));
  EXPECT_THAT(faults_of(folder, "  - {table: network_nodes, file: netbox.json, preset: atlas}\n"),
              ::testing::Contains(HasSubstr("preset: found \"atlas\" for network_nodes, expected one of osm for buildings")));
  EXPECT_EQ(foreign_formats().size(), 6U);
}

}  // namespace
}  // namespace parktwin::importers
