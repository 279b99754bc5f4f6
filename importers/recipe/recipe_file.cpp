#include "importers/recipe/recipe_file.h"

#include "engine/core/yaml_reader.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {

Recipe read_recipe_file(const std::filesystem::path& file) {
  const auto document = yaml::read_document(file);
  Recipe recipe;
  Problems problems;
  const bool readable = yaml::read_described(document.root, recipe, document.file, problems);
  if (readable) {
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
  recipe.file = file;
  return recipe;
}

}  // namespace parktwin::importers
