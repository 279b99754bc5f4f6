#pragma once
// The ground an enterprise works on: its buildings, else its parcels.
#include <vector>

#include "engine/core/geometry.h"
#include "engine/park/park.h"

namespace parktwin {

/// Per enterprise, in the order of the table.
[[nodiscard]] std::vector<std::vector<MultiPolygon>> premises_of(const Park& park);

}  // namespace parktwin
