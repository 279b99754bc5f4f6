#pragma once
// Sources of a recipe that GDAL does not know, by their `format`: each is read once, however many tables of the park come from it; what its
// reader assumed or left out goes into the report of every source that uses the table.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "importers/foreign_tables/foreign_tables.h"
#include "importers/recipe/import_report.h"
#include "importers/recipe/recipe_file.h"

namespace parktwin::importers {

/// Names of all formats.
[[nodiscard]] const std::vector<std::string>& foreign_formats();

/// What was read already, by format and file; none where reading failed.
using ForeignReadings = std::map<std::string, std::optional<ForeignTables>>;

/// The layer a rule with a format asks for. Problems name the source, or the line of the recipe where the rule does not fit it.
[[nodiscard]] std::optional<VectorLayer> foreign_layer(const SourceRule& rule, const Recipe& recipe, ForeignReadings& readings,
                                                       SourceReport& report, Problems& problems);

}  // namespace parktwin::importers
