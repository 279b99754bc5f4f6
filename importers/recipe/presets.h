#pragma once
// Field mappings that come with the program, as recipe text: `preset: osm` for tables from OpenStreetMap, `preset: city_model` for those
// from CityJSON and CityGML; network_presets.h has those of networks and grids.
#include <optional>
#include <string>
#include <vector>

namespace parktwin::importers {

/// YAML with layer, where, fields and only, as a source of a recipe has them; none for a preset or table that is not known.
[[nodiscard]] std::optional<std::string> preset_text(const std::string& preset, const std::string& table);

/// "osm for buildings, …", one text for each preset.
[[nodiscard]] std::vector<std::string> known_presets();

}  // namespace parktwin::importers
