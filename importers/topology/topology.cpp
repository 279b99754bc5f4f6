#include "importers/topology/topology.h"

#include <fmt/format.h>

#include <set>

#include "importers/foreign_tables/text_source.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/topology/gml.h"
#include "importers/topology/graphml.h"

namespace parktwin::importers::topology {
namespace {

Attribute value_of(const std::map<std::string, Attribute>& values, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = values.find(name);
    if (found != values.end() && !is_missing(found->second)) return found->second;
  }
  return {};
}

Attribute megabits(const std::map<std::string, Attribute>& values) {
  const auto given = value_of(values, {"rate_mbps"});
  if (!is_missing(given)) return given;
  double bits = 0.0;
  const auto raw = value_of(values, {"LinkSpeedRaw"});
  return is_missing(raw) || to_number(raw, bits) ? Attribute() : Attribute(bits / 1e6);
}

/// Columns of our own first, then all of the file in the order of their names.
template <class Records>
std::vector<std::string> columns_of(const Records& records, std::vector<std::string> own) {
  std::set<std::string> others;
  for (const auto& record : records) {
    for (const auto& [name, value] : record.values) others.insert(name);
  }
  for (const auto& name : own) others.erase(name);
  own.insert(own.end(), others.begin(), others.end());
  return own;
}

template <class Record>
void add_row(TableMaker& made, const Record& record, std::vector<Attribute> own, const std::vector<std::string>& columns) {
  for (std::size_t i = own.size(); i < columns.size(); ++i) own.push_back(value_of(record.values, {columns[i].c_str()}));
  made.add(record.line, std::move(own));
}

}  // namespace

std::optional<ForeignTables> tables_of(const Graph& graph, const std::string& file, Problems& problems) {
  const auto before = problems.list().size();
  std::set<std::string> ids;
  const auto node_columns = columns_of(graph.nodes, {"id", "label", "kind", "longitude", "latitude"});
  TableMaker nodes("nodes", node_columns);
  for (const auto& node : graph.nodes) {
    if (node.id.empty()) problems.add(file, fmt::format("line {}", node.line), "a node has no id");
    if (!ids.insert(node.id).second)
      problems.add(file, fmt::format("line {}", node.line), fmt::format("the node {} stands twice", node.id));
    add_row(nodes, node,
            {node.id, value_of(node.values, {"label", "name"}), value_of(node.values, {"kind"}),
             value_of(node.values, {"longitude", "Longitude", "lon"}), value_of(node.values, {"latitude", "Latitude", "lat"})},
            node_columns);
  }
  if (graph.nodes.empty()) problems.add(file, "", "holds no node, expected a graph");
  const auto link_columns = columns_of(graph.edges, {"id", "from", "to", "label", "rate_mbps", "length_m"});
  TableMaker links("links", link_columns);
  std::size_t number = 0;
  for (const auto& edge : graph.edges) {
    ++number;
    for (const auto& end : {edge.from, edge.to}) {
      if (!ids.contains(end))
        problems.add(file, fmt::format("line {}", edge.line), fmt::format("an edge leads to {}, which is no node", end));
    }
    add_row(links, edge,
            {edge.id.empty() ? std::to_string(number) : edge.id, edge.from, edge.to, value_of(edge.values, {"label", "LinkLabel"}),
             megabits(edge.values), value_of(edge.values, {"length_m"})},
            link_columns);
  }
  if (problems.list().size() > before) return std::nullopt;
  for (const auto& remark : graph.remarks) nodes.remark(remark.kind, remark.text, remark.place);
  ForeignTables tables;
  tables.push_back(nodes.take());
  tables.push_back(links.take());
  return tables;
}

std::optional<ForeignTables> read_graphml(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_text_source(file, problems);
  const auto graph = text ? parse_graphml(*text, file.string(), problems) : std::nullopt;
  return graph ? tables_of(*graph, file.string(), problems) : std::nullopt;
}

std::optional<ForeignTables> read_gml(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_text_source(file, problems);
  const auto graph = text ? parse_gml(*text, file.string(), problems) : std::nullopt;
  return graph ? tables_of(*graph, file.string(), problems) : std::nullopt;
}

}  // namespace parktwin::importers::topology
