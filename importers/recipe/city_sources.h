#pragma once
// 3D city models as sources of a recipe: CityJSON (.city.json, .cityjson, or .json that says so) and CityGML (.citygml, or
// .gml and .xml that say so) as a layer of footprints.
#include <optional>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/recipe/import_report.h"

namespace parktwin::importers {

[[nodiscard]] bool is_city_model(const std::filesystem::path& file);

/// Says in the report what was left out and what heights count from. A layer or filter in the request is a problem: these files have none.
[[nodiscard]] std::optional<VectorLayer> read_city_model(const VectorRequest& request, SourceReport& report, Problems& problems);

}  // namespace parktwin::importers
