#pragma once
// Quantities of foreign sources in the unit of our field: lengths, areas, powers, energies, rates, frequencies, money, angles, shares.
// A text may name its own unit, as OpenStreetMap does: "12", "12.5 m", "40 ft", "40'".
#include <optional>
#include <string>
#include <string_view>

#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

/// Factor from one unit to another of the same quantity; none when they do not belong together or are not known.
[[nodiscard]] std::optional<double> unit_factor(std::string_view from, std::string_view to);

/// A number, or a text of a number and perhaps its unit, in unit `to`. `from` is the unit where the text names none. None when it is
/// neither a number nor in a unit of that quantity.
[[nodiscard]] std::optional<double> quantity(const Attribute& value, std::string_view from, std::string_view to);

}  // namespace parktwin::importers
