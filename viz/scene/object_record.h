#pragma once
// What the park's files say of a thing that was drawn, for whoever picks it.
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/park/park.h"

namespace parktwin::viz {

using RecordFields = nlohmann::ordered_json;  ///< field name to text, number, flag or list; references by id; no shapes

/// Records by id of the table that a mesh of build_scene() draws from ("buildings" → buildings, "masts" → radio sites with their cells);
/// empty for meshes without records.
[[nodiscard]] std::map<std::string, RecordFields> records_of(const Park& park, const std::string& mesh);

}  // namespace parktwin::viz
