#pragma once
// What makes the second feed of a network node impossible: there is no first one, or it is the same bus.
#include <optional>
#include <string>

#include "engine/park/wired_inventory.h"

namespace parktwin {

/// What was found in standby_bus and what is expected.
[[nodiscard]] std::optional<std::string> fault_of_standby_feed(const NetworkNode& node);

}  // namespace parktwin
