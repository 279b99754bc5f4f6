#pragma once
// Field mappings for inventories of networks and grids, as recipe text: which table of the source gives which table of the park.
#include <optional>
#include <string>
#include <vector>

namespace parktwin::importers {

/// The format a preset is for; empty: none of this file.
[[nodiscard]] std::string format_of_preset(const std::string& preset);

[[nodiscard]] std::optional<std::string> network_preset_text(const std::string& preset, const std::string& table);

/// "netbox for network_nodes, …", one text for each.
[[nodiscard]] std::vector<std::string> known_network_presets();

}  // namespace parktwin::importers
