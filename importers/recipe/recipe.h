#pragma once
// A recipe turns foreign layers into a park: which layer plays which role, field mappings, rules for what is missing.
#include <filesystem>
#include <string>

#include "importers/park_folder/park_folder.h"
#include "importers/recipe/import_report.h"

namespace parktwin::importers {

struct ImportedPark {
  LoadedPark loaded;
  ImportReport report;  ///< what became of each source
};

/// Throws InputError with every problem of the recipe and its sources; `strict` also with every guess.
[[nodiscard]] ImportedPark import_by_recipe(const std::filesystem::path& file, bool strict = false);

/// Throws InputError with every problem of the recipe and its sources.
[[nodiscard]] LoadedPark read_recipe(const std::filesystem::path& file);

/// JSON Schema (draft 2020-12) of recipes, as text.
[[nodiscard]] std::string recipe_schema();

}  // namespace parktwin::importers
