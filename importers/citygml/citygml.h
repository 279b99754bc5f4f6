#pragma once
// City models in CityGML 1.0 and 2.0 as a layer of footprints (importers/city_model), through libcitygml: the highest level of detail of
// each object, with the meaning of its thematic surfaces. Objects inside a building other than its parts are not read. XML is not trusted:
// document types and entities, encodings that could hide them, and deep nesting are refused before the parser sees the file, and schema
// locations are taken out, so that nothing is fetched. Coordinates count east before north, except in geographic systems named by an OGC
// identifier, which count latitude first. Places on implicit geometries (templates) are their reference points.
#include <optional>

#include "importers/city_model/city_model.h"

namespace parktwin::importers {

/// Why a text is not given to an XML parser, or none.
[[nodiscard]] std::optional<std::string> fault_of_xml(const std::string& text);

/// Problems name the file and the object; then none is returned.
[[nodiscard]] std::optional<CityModel> read_citygml(const CityRequest& request, Problems& problems);

}  // namespace parktwin::importers
