#pragma once
// JSON Schema of the parts of a recipe that have readers of their own. Include it in .cpp files only: nlohmann/json is heavy.
#include <nlohmann/json.hpp>

namespace parktwin::importers {

[[nodiscard]] nlohmann::ordered_json sources_schema();
[[nodiscard]] nlohmann::ordered_json missing_schema();

}  // namespace parktwin::importers
