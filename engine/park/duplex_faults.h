#pragma once
// What makes a radio cell's duplex pattern unusable: other letters than those of slots, or a direction that changes from down to up without
// a special slot between, around the end too, where a device has no time to turn (3GPP TS 38.211 clause 4.3.2).
#include <optional>
#include <string>
#include <string_view>

namespace parktwin {

/// What was found and what is expected; none for an empty pattern, "FDD", and slots that follow each other well.
[[nodiscard]] std::optional<std::string> fault_of_duplex(std::string_view pattern);

}  // namespace parktwin
