#include "importers/recipe/source_formats.h"

#include <fmt/format.h>

#include <algorithm>

#include "importers/enterprise_registry/enterprise_registry.h"
#include "importers/matpower/matpower.h"
#include "importers/netbox/netbox.h"
#include "importers/pandapower/pandapower.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/recipe/token_file.h"
#include "importers/topology/topology.h"

namespace parktwin::importers {
namespace {

std::string source_of(const SourceRule& rule, const Recipe& recipe) {
  return netbox::is_address(rule.source.file) ? rule.source.file : (recipe.file.parent_path() / rule.source.file).string();
}

std::optional<ForeignTables> read_tables(const SourceRule& rule, const Recipe& recipe, Problems& problems) {
  const auto source = source_of(rule, recipe);
  if (rule.format == "matpower") return matpower::read_matpower(source, problems);
  if (rule.format == "pandapower") return pandapower::read_pandapower(source, problems);
  if (rule.format == "graphml") return topology::read_graphml(source, problems);
  if (rule.format == "enterprise_registry") return read_enterprise_registry(source, rule.source.layer, rule.encoding, problems);
  if (rule.format == "gml") return topology::read_gml(source, problems);
  netbox::ApiOptions options;
  const auto token = read_token(rule, recipe, problems);
  if (!token) return std::nullopt;
  options.token = *token;
  return netbox::read_netbox(source, options, problems);
}

void repeat_remarks(const ForeignTable& table, SourceReport& report) {
  for (const auto& remark : table.remarks) {
    const auto kind = remark.kind == NoteKind::assumption ? Finding::guessed
                      : remark.kind == NoteKind::warning  ? Finding::dropped
                                                          : Finding::note;
    report.add(kind, remark.text, remark.place);
  }
}

}  // namespace

const std::vector<std::string>& foreign_formats() {
  static const std::vector<std::string> formats{"enterprise_registry", "gml", "graphml", "matpower", "netbox", "pandapower"};
  return formats;
}

std::optional<VectorLayer> foreign_layer(const SourceRule& rule, const Recipe& recipe, ForeignReadings& readings, SourceReport& report,
                                         Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.add(recipe.file.string(), rule.place, fmt::format("source {}: {}", rule.name, message));
    return std::nullopt;
  };
  if (!rule.source.where.empty()) return refuse(fmt::format("where is a filter of GDAL, expected only at the format {}", rule.format));
  const bool sheets = rule.format == "enterprise_registry";  // whose layers are sheets, each one table
  const auto key = rule.format + ' ' + source_of(rule, recipe) + (sheets ? ' ' + rule.source.layer : "");
  auto read = readings.find(key);
  if (read == readings.end()) read = readings.emplace(key, read_tables(rule, recipe, problems)).first;
  if (!read->second) return std::nullopt;
  const auto& tables = *read->second;
  std::vector<std::string> names;
  for (const auto& table : tables) {
    names.push_back(table.layer.name);
    if (table.layer.name != rule.source.layer && !sheets && !(rule.source.layer.empty() && tables.size() == 1)) continue;
    repeat_remarks(table, report);
    return table.layer;
  }
  return refuse(fmt::format("layer: found \"{}\", expected one of {}", rule.source.layer, joined(names)));
}

}  // namespace parktwin::importers
