#pragma once
// Graphs of networks as topology collections exchange them, GraphML and GML, as tables for a recipe: nodes (id, label) and links (id, from,
// to) with every attribute of the file as a column of its name. Columns a mapping always finds, empty where the file has nothing like them:
// kind, longitude, latitude of nodes; rate_mbps, length_m of links (longitude and latitude also from Longitude and Latitude, the rate from
// LinkSpeedRaw in bit/s, as the Internet Topology Zoo names them).
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "importers/foreign_tables/foreign_tables.h"

namespace parktwin::importers::topology {

struct Node {
  std::size_t line = 0;
  std::string id;
  std::map<std::string, Attribute> values;
};

struct Edge {
  std::size_t line = 0;
  std::string id;
  std::string from;
  std::string to;
  std::map<std::string, Attribute> values;
};

struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Remark> remarks;
};

/// Problems: nodes without id or twice, edges to nodes that are not there.
[[nodiscard]] std::optional<ForeignTables> tables_of(const Graph& graph, const std::string& file, Problems& problems);

[[nodiscard]] std::optional<ForeignTables> read_graphml(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] std::optional<ForeignTables> read_gml(const std::filesystem::path& file, Problems& problems);

}  // namespace parktwin::importers::topology
