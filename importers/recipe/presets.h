#pragma once
// Field mappings that come with the program, as recipe text: `preset: osm` for tables from OpenStreetMap.
#include <optional>
#include <string>

namespace parktwin::importers {

/// YAML with layer, where, fields and only, as a source of a recipe has them; none for a preset or table that is not known.
[[nodiscard]] std::optional<std::string> preset_text(const std::string& preset, const std::string& table);

}  // namespace parktwin::importers
