#pragma once
// What makes a network slice impossible beyond the ranges of its single fields: a guarantee above its own highest share. Guarantees of
// several slices may add up to more than a radio cell; a run says where they do (engine/simulators/radio/cell_slices.h).
#include <optional>
#include <string>

#include "engine/park/radio_inventory.h"

namespace parktwin {

/// What was found in guaranteed_share and what is expected.
[[nodiscard]] std::optional<std::string> fault_of_shares(const NetworkSlice& slice);

}  // namespace parktwin
