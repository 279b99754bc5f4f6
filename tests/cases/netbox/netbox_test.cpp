// NetBox's own demo inventory against another reading of its dump: counts of objects, and the links between devices against the cable paths
// NetBox traced itself and kept in the dump.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "importers/netbox/netbox.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/netbox/stub_server.h"

namespace parktwin::importers {
namespace {

const std::filesystem::path demo = std::filesystem::path(PARKTWIN_SHARED_DIR) / "data/network/netbox-demo-v3.6.json";
using Pair = std::pair<long, long>;

struct Counted {
  std::map<std::string, std::size_t> models;
  std::map<std::string, std::size_t> roles;  ///< devices by the name of their role
  std::multiset<Pair> traced;                ///< devices at the ends of NetBox's own complete paths
  std::size_t ipv4_prefixes = 0;
};

/// "32:19" is content type and key; the types of a dump's paths are told by what their keys are.
Counted counted() {
  std::ifstream stream(demo);
  const auto document = nlohmann::json::parse(stream);
  Counted result;
  std::map<long, long> device_of_interface;
  std::map<long, std::string> roles;
  std::set<long> cabled;
  for (const auto& entry : document) {
    ++result.models[entry["model"].get<std::string>()];
    const auto& fields = entry["fields"];
    if (entry["model"] == "dcim.interface") {
      device_of_interface[entry["pk"].get<long>()] = fields["device"].get<long>();
      if (!fields["cable"].is_null()) cabled.insert(entry["pk"].get<long>());
    }
    if (entry["model"] == "dcim.devicerole") roles[entry["pk"].get<long>()] = fields["name"].get<std::string>();
    if (entry["model"] == "ipam.prefix") result.ipv4_prefixes += fields["prefix"].get<std::string>().find('.') != std::string::npos;
  }
  // The content type of interfaces: that of the ends of a path of three steps whose both ends are cabled interfaces of one cable.
  std::map<std::string, std::size_t> votes;
  for (const auto& entry : document) {
    if (entry["model"] == "dcim.device") ++result.roles[roles.at(entry["fields"]["role"].get<long>())];
    if (entry["model"] != "dcim.cablepath") continue;
    const auto& path = entry["fields"]["path"];
    const auto first = path.front().front().get<std::string>();
    if (cabled.contains(std::stol(first.substr(first.find(':') + 1)))) ++votes[first.substr(0, first.find(':'))];
  }
  std::string type;
  for (const auto& [name, count] : votes) type = type.empty() || count > votes[type] ? name : type;
  for (const auto& entry : document) {
    if (entry["model"] != "dcim.cablepath" || !entry["fields"]["is_complete"].get<bool>()) continue;
    const auto& path = entry["fields"]["path"];
    const auto a = path.front().front().get<std::string>();
    const auto b = path.back().front().get<std::string>();
    if (!a.starts_with(type + ":") || !b.starts_with(type + ":")) continue;
    const long from = std::stol(a.substr(type.size() + 1));
    const long to = std::stol(b.substr(type.size() + 1));
    if (from < to) result.traced.insert(std::minmax(device_of_interface.at(from), device_of_interface.at(to)));
  }
  return result;
}

const ForeignTable& table(const ForeignTables& all, const std::string& name) {
  for (const auto& one : all) {
    if (one.layer.name == name) return one;
  }
  throw std::runtime_error("no table " + name);
}

TEST(NetboxDemo, AgreesWithAnotherReadingOfTheDump) {
  const auto expected = counted();
  Problems problems;
  const auto tables = netbox::read_netbox(demo.string(), {}, problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(tables);
  const std::map<std::string, std::string> models{{"sites", "dcim.site"},           {"racks", "dcim.rack"},   {"devices", "dcim.device"},
                                                  {"interfaces", "dcim.interface"}, {"cables", "dcim.cable"}, {"prefixes", "ipam.prefix"}};
  for (const auto& [name, model] : models) EXPECT_EQ(table(*tables, name).layer.features.size(), expected.models.at(model)) << name;
  EXPECT_EQ(table(*tables, "sites").layer.features.size(), 24U);
  EXPECT_EQ(table(*tables, "cables").layer.features.size(), 108U);
  std::multiset<Pair> linked;
  const auto& links = table(*tables, "links").layer;
  for (const auto& link : links.features) {
    linked.insert(std::minmax(static_cast<long>(std::get<std::int64_t>(link.attributes[*links.column("from")])),
                              static_cast<long>(std::get<std::int64_t>(link.attributes[*links.column("to")]))));
  }
  EXPECT_EQ(linked, expected.traced);
  EXPECT_GT(linked.size(), 26U);  // some run through patch panels
}

TEST(NetboxDemo, BecomesAParkFromTheFileAndFromTheApi) {
  const auto expected = counted();
  const testing::TemporaryFolder folder;
  const netbox::testing::StubServer server(demo);
  const auto import = [&](const std::string& source) {
    // No site of the demo has coordinates; all are put into one place, as a guess.
    return import_by_recipe(folder.write(
        "recipe.yaml", "recipe: demo\nname: Demo\ncrs: EPSG:32617\nsources:\n  - {table: network_nodes, file: \"" + source +
                           "\", preset: netbox, x: {first: [longitude, {constant: -81.5}]}, y: {first: [latitude, {constant: 41.1}]}}\n"
                           "  - {table: network_links, file: \"" +
                           source +
                           "\", preset: netbox}\n"
                           "  - {table: address_prefixes, file: \"" +
                           source + "\", preset: netbox}\n"));
  };
  const auto exported = import(demo.string());
  const auto& park = exported.loaded.park;
  const auto panels = expected.roles.at("Patch Panel") + expected.roles.at("PDU");
  EXPECT_EQ(park.network_nodes->size(), expected.models.at("dcim.device") - panels);
  EXPECT_EQ(park.network_links->size(), expected.traced.size());
  EXPECT_EQ(park.address_prefixes->size(), expected.ipv4_prefixes);
  EXPECT_EQ(park.address_prefixes->size(), 90U);
  EXPECT_EQ(exported.report.sources[0].findings.at({Finding::dropped, "records without kind"}).count, panels);
  const auto fetched = import(server.address() + "/whole");
  EXPECT_EQ(fetched.loaded.park.network_nodes.content_hash(), park.network_nodes.content_hash());
  EXPECT_EQ(fetched.loaded.park.network_links.content_hash(), park.network_links.content_hash());
  EXPECT_EQ(fetched.loaded.park.address_prefixes.content_hash(), park.address_prefixes.content_hash());
}

}  // namespace
}  // namespace parktwin::importers
