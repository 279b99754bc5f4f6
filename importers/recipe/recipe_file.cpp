#include "importers/recipe/recipe_file.h"

#include "engine/core/yaml_reader.h"
#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/recipe/source_rules.h"

namespace parktwin::importers {
namespace {

void check_connections(const Recipe& recipe, const YAML::Node& root, const std::string& file, Problems& problems) {
  const auto check = [&](const char* key, const ForeignLayer* source) {
    const auto fault = source != nullptr && is_database(source->file) ? fault_of_connection(source->file) : std::nullopt;
    if (fault) problems.add(file, yaml::place_of(root[key]), std::string(key) + ": " + *fault);
  };
  check("boundary", recipe.boundary ? &*recipe.boundary : nullptr);
  check("parcels", recipe.parcels ? &recipe.parcels->source : nullptr);
  check("buildings", recipe.buildings ? &recipe.buildings->source : nullptr);
  check("roads", recipe.roads ? &recipe.roads->source : nullptr);
}

}  // namespace

Recipe read_recipe_file(const std::filesystem::path& file) {
  const auto document = yaml::read_document(file);
  Recipe recipe;
  recipe.file = file;
  Problems problems;
  YAML::Node root = document.root;
  YAML::Node sources(YAML::NodeType::Undefined);
  YAML::Node missing(YAML::NodeType::Undefined);
  if (root.IsMap()) {  // parts with readers of their own
    sources.reset(root["sources"]);
    missing.reset(root["missing"]);
    root.remove("sources");
    root.remove("missing");
  }
  const bool readable = yaml::read_described(root, recipe, document.file, problems);
  const bool has_sources = sources.IsDefined();
  if (has_sources) read_source_rules(sources, recipe, document.file, problems);
  if (missing.IsDefined()) read_missing_rules(missing, recipe, document.file, problems);
  if (readable) {
    if (recipe.parcels.has_value() != recipe.enterprises.has_value() || (!recipe.parcels && !has_sources)) {
      problems.add(document.file, yaml::place_of(document.root),
                   "found neither sources nor parcels with enterprises, their owners; expected sources, or both parcels and enterprises");
    }
    if (!recipe.parcels && (recipe.buildings || recipe.roads || recipe.radio_sites || recipe.fibre)) {
      problems.add(document.file, yaml::place_of(document.root),
                   "found rules for buildings, roads, radio sites or fibre without parcels, expected parcels and enterprises beside them");
    }
    check_connections(recipe, document.root, document.file, problems);
    if (const auto fault = fault_of_park_crs(recipe.crs))
      problems.add(document.file, yaml::place_of(document.root["crs"]), "crs: " + *fault);
    if (recipe.fibre && !recipe.roads)
      problems.add(document.file, yaml::place_of(document.root["fibre"]), "fibre: found no roads, expected roads to lay it along");
    if (recipe.radio_sites && !recipe.roads) {
      problems.add(document.file, yaml::place_of(document.root["radio_sites"]),
                   "radio_sites: found no roads, expected roads to stand along");
    }
  }
  problems.throw_if_any();
  return recipe;
}

}  // namespace parktwin::importers
