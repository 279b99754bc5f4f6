#pragma once
// The `sources` and `missing` parts of a recipe: which source gives which table, by which expressions, and what stands in for what is
// missing.
#include "engine/core/errors.h"
#include "importers/recipe/recipe_file.h"

namespace YAML {
class Node;
}

namespace parktwin::importers {

/// Both add what is wrong, with line and key.
void read_source_rules(const YAML::Node& node, Recipe& recipe, const std::string& file, Problems& problems);
void read_missing_rules(const YAML::Node& node, Recipe& recipe, const std::string& file, Problems& problems);

/// Columns that one of our tables has, by name, without its geometry; empty for no table of a park.
[[nodiscard]] std::vector<std::string> columns_of_table(const std::string& table);

}  // namespace parktwin::importers
