#pragma once
// City models in CityJSON 1.1 and 2.0 as a layer of footprints (importers/city_model), from the highest level of detail of each object.
// Left out, and counted: objects of extensions (types with a plus), objects without surfaces or a place. Templates give their place only;
// appearance and nested attributes are not read. Heights are those of the file in metres; its vertical datum is named, not applied.
#include <optional>

#include "importers/city_model/city_model.h"

namespace parktwin::importers {

/// Problems name the file and the city object, vertex or line; then none is returned.
[[nodiscard]] std::optional<CityModel> read_cityjson(const CityRequest& request, Problems& problems);

}  // namespace parktwin::importers
