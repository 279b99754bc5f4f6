#pragma once
// One source of a recipe as a layer in the CRS of the park with a zero origin: opened by its format, tags of OpenStreetMap unfolded into
// columns, coordinates from columns, invalid outlines mended, expressions bound to the columns.
#include <optional>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/recipe/import_report.h"
#include "importers/recipe/recipe_file.h"
#include "importers/recipe/source_formats.h"

namespace parktwin::importers {

enum class ShapeKind { none, point, line, area };

struct ReadSource {
  SourceRule rule;  ///< bound to the layer
  VectorLayer layer;
  SourceReport report;
};

/// Kind of geometry a table holds.
[[nodiscard]] ShapeKind shape_kind_of(const std::string& table);

/// `readings` keeps what several sources of a recipe read from one file.
[[nodiscard]] std::optional<ReadSource> read_source(const SourceRule& rule, const Recipe& recipe, Problems& problems,
                                                    ForeignReadings& readings);
[[nodiscard]] std::optional<ReadSource> read_source(const SourceRule& rule, const Recipe& recipe, Problems& problems);

/// "layer number", as the report says it.
[[nodiscard]] std::string place_in(const VectorLayer& layer, const Feature& feature);

/// Moves all shapes to a new origin.
void shift(VectorLayer& layer, Point origin);

/// "key"=>"value" pairs of OpenStreetMap's other_tags.
[[nodiscard]] std::map<std::string, std::string> tags_of(const std::string& other_tags);

}  // namespace parktwin::importers
