#include "importers/recipe/source_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/core/yaml_reader.h"
#include "engine/park/park.h"
#include "importers/gdal_layers/database_source.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/recipe/network_presets.h"
#include "importers/recipe/presets.h"
#include "importers/recipe/source_formats.h"

namespace parktwin::importers {
namespace {

constexpr std::array<std::string_view, 18> source_keys{"name",     "table",      "file",   "layer", "where", "crs",
                                                       "encoding", "preset",     "fields", "x",     "y",     "only",
                                                       "format",   "token_file", "match",  "x_end", "y_end", "distinct"};
constexpr std::array<std::string_view, 3> match_keys{"name", "address", "parcel"};
constexpr std::array<std::string_view, 3> missing_keys{"height_rules", "materials", "sectors"};

std::vector<std::string> tables_of_park() {
  std::vector<std::string> names;
  const Park park;
  describe(
      [&]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) names.emplace_back(field.name);
      },
      park);
  return names;
}

class SourceReading {
 public:
  SourceReading(const Recipe& recipe, const std::string& file, Problems& problems)
      : folder_(recipe.file.parent_path()), file_(file), problems_(problems) {}

  std::optional<SourceRule> read(const YAML::Node& node) {
    const auto before = problems_.list().size();
    if (!yaml::check_keys(node, source_keys, file_, problems_) || !node.IsMap()) return std::nullopt;
    SourceRule rule;
    rule.place = yaml::place_of(node);
    text(node, "table", rule.table);
    text(node, "file", rule.source.file);
    text(node, "preset", rule.preset);
    text(node, "format", rule.format);
    text(node, "token_file", rule.token_file);
    if (rule.format.empty()) rule.format = format_of_preset(rule.preset);
    check_format(node, rule);
    if (node["match"].IsDefined() && rule.table != "buildings" && rule.table != "enterprises")
      problems_.add(file_, yaml::place_of(node["match"]),
                    "match: found one at " + rule.table + ", expected one at buildings or enterprises");
    const auto columns = columns_of_table(rule.table);
    if (columns.empty()) {
      problems_.add(file_, yaml::place_of(node["table"].IsDefined() ? node["table"] : node),
                    fmt::format("table: found \"{}\", expected one of {}", rule.table, joined(tables_of_park())));
    }
    if (rule.source.file.empty()) problems_.add(file_, rule.place, "file: missing, expected the source, relative to the recipe");
    if (!rule.preset.empty()) take_preset(node, rule, columns);
    take(node, rule, columns, file_);
    if (rule.name.empty()) {
      const auto& file = rule.source.file;
      rule.name = (is_database(file) ? rule.source.layer : std::filesystem::path(file).stem().string()) + " " + rule.table;
    }
    if (rule.x_end.has_value() != rule.y_end.has_value() || (rule.x_end && !rule.x))
      problems_.add(file_, rule.place, "found x_end or y_end without the others, expected x, y, x_end and y_end");
    if (rule.distinct && !rule.fields.contains("id")) problems_.add(file_, rule.place, "distinct: found no id among the fields");
    if (rule.x.has_value() != rule.y.has_value()) problems_.add(file_, rule.place, "found only one of x and y, expected both or neither");
    if (problems_.list().size() > before) return std::nullopt;
    return rule;
  }

 private:
  void text(const YAML::Node& node, const char* key, std::string& into) {
    if (const auto value = node[key]; value.IsDefined()) static_cast<void>(yaml::read(value, into, file_, problems_));
  }

  void check_format(const YAML::Node& node, const SourceRule& rule) {
    const auto& known = foreign_formats();
    if (!rule.format.empty() && std::find(known.begin(), known.end(), rule.format) == known.end())
      problems_.add(file_, yaml::place_of(node["format"]),
                    fmt::format("format: found \"{}\", expected one of {}", rule.format, joined(known)));
    const bool database = is_database(rule.source.file);
    if (!rule.token_file.empty() && rule.format != "netbox" && !database)
      problems_.add(file_, yaml::place_of(node["token_file"]),
                    "token_file: found one at a source that needs none, expected format: netbox or the connection string of a database");
    if (database && !rule.format.empty()) problems_.add(file_, rule.place, "found a format at a database, expected none");
    const auto fault = database ? fault_of_connection(rule.source.file) : std::nullopt;
    if (fault) problems_.add(file_, yaml::place_of(node["file"]), "file: " + *fault);
  }

  void take_preset(const YAML::Node& node, SourceRule& rule, const std::vector<std::string>& columns) {
    const auto preset = preset_text(rule.preset, rule.table);
    if (preset) {
      const auto document = yaml::parse_document(*preset, "preset " + rule.preset);
      take(document.root, rule, columns, document.file);
    } else {
      problems_.add(file_, yaml::place_of(node["preset"]),
                    fmt::format("preset: found \"{}\" for {}, expected one of {}", rule.preset, rule.table, joined(known_presets())));
    }
  }

  /// What a source and a preset both may say; the source has the last word.
  void take(const YAML::Node& node, SourceRule& rule, const std::vector<std::string>& columns, const std::string& file) {
    text(node, "name", rule.name);
    text(node, "layer", rule.source.layer);
    text(node, "where", rule.source.where);
    text(node, "crs", rule.source.crs);
    text(node, "encoding", rule.encoding);
    if (const auto match = node["match"]; match.IsDefined() && yaml::check_keys(match, match_keys, file, problems_) && match.IsMap()) {
      for (const auto& entry : match) rule.match[entry.first.Scalar()] = read_expression(entry.second, file, folder_, problems_);
    }
    if (const auto only = node["only"]; only.IsDefined()) rule.only = read_condition(only, file, folder_, problems_);
    if (const auto x = node["x"]; x.IsDefined()) rule.x = read_expression(x, file, folder_, problems_);
    if (const auto y = node["y"]; y.IsDefined()) rule.y = read_expression(y, file, folder_, problems_);
    if (const auto x = node["x_end"]; x.IsDefined()) rule.x_end = read_expression(x, file, folder_, problems_);
    if (const auto y = node["y_end"]; y.IsDefined()) rule.y_end = read_expression(y, file, folder_, problems_);
    if (const auto distinct = node["distinct"]; distinct.IsDefined())
      static_cast<void>(yaml::read(distinct, rule.distinct, file, problems_));
    const auto fields = node["fields"];
    if (!fields.IsDefined() || columns.empty()) return;
    const std::vector<std::string_view> names(columns.begin(), columns.end());
    if (!yaml::check_keys(fields, names, file, problems_) || !fields.IsMap()) return;
    for (const auto& entry : fields) rule.fields[entry.first.Scalar()] = read_expression(entry.second, file, folder_, problems_);
  }

  std::filesystem::path folder_;
  const std::string& file_;
  Problems& problems_;
};

}  // namespace

std::vector<std::string> columns_of_table(const std::string& table) {
  std::vector<std::string> names;
  const Park park;
  describe(
      [&]<class P>(const Field& part, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          if (part.name != table) return;
          const typename P::Content::Record record{};
          describe(
              [&]<class M>(const Field& field, const M&) {
                if constexpr (!GeometryMember<M>) names.emplace_back(field.name);
              },
              record);
        }
      },
      park);
  return names;
}

void read_source_rules(const YAML::Node& node, Recipe& recipe, const std::string& file, Problems& problems) {
  if (!node.IsSequence()) {
    problems.add(file, yaml::place_of(node), fmt::format("sources: found {}, expected a list", yaml::found(node)));
    return;
  }
  SourceReading reading(recipe, file, problems);
  for (const auto& entry : node) {
    if (auto rule = reading.read(entry)) recipe.sources.push_back(std::move(*rule));
  }
}

void read_missing_rules(const YAML::Node& node, Recipe& recipe, const std::string& file, Problems& problems) {
  if (!yaml::check_keys(node, missing_keys, file, problems) || !node.IsMap()) return;
  std::vector<std::string_view> uses;
  for (const auto& entry : names_of(BuildingUse{})) uses.push_back(entry.name);
  const auto heights = node["height_rules"];
  if (heights.IsDefined() && yaml::check_keys(heights, uses, file, problems) && heights.IsMap()) {
    for (const auto& entry : names_of(BuildingUse{})) {
      if (const auto rule = heights[std::string(entry.name)]; rule.IsDefined())
        yaml::read_described(rule, rule_for(recipe.missing.heights, entry.value), file, problems);
    }
  }
  const auto materials = node["materials"];
  if (materials.IsDefined() && yaml::check_keys(materials, uses, file, problems) && materials.IsMap()) {
    for (const auto& entry : names_of(BuildingUse{})) {
      const auto rule = materials[std::string(entry.name)];
      auto material = WallMaterial::concrete;
      if (rule.IsDefined() && yaml::detail::read_enum(rule, material, Field{"materials", "", ""}, file, problems))
        recipe.missing.materials[entry.value] = material;
    }
  }
  if (const auto sectors = node["sectors"]; sectors.IsDefined()) {
    for (const auto& entry : sectors) {
      SectorMapping mapping;
      if (yaml::read_described(entry, mapping, file, problems)) recipe.missing.sectors.push_back(mapping);
    }
  }
}

}  // namespace parktwin::importers
