#include "cli/open_park.h"

#include "importers/recipe/recipe.h"

namespace parktwin::cli {

bool leads_to_park_folder(const std::filesystem::path& path) {
  return std::filesystem::is_directory(path) || path.filename() == "park.yaml";
}

importers::LoadedPark open_park(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return importers::read_park_folder(path);
  if (path.filename() == "park.yaml") return importers::read_park_folder(path.parent_path());
  return importers::read_recipe(path);
}

}  // namespace parktwin::cli
