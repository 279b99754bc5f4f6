#pragma once
// What makes a line, transformer, load or unit of heat and cold impossible: ends that are one bus or have different voltages, no impedance,
// windings the wrong way round, taps beyond what a tap changer has; flexibility of loads that leaves nothing to move or to interrupt. Buses
// without a source are no fault: they are dead in the result.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct PowerFault {
  std::string_view table;
  std::string record;
  std::string_view field;  ///< name in the field list
  std::string message;     ///< what was found and what is expected
};

/// Furthest that taps may move a transformer's ratio.
inline constexpr double furthest_tap_percent = 30.0;

/// Of records whose references are sound.
[[nodiscard]] std::vector<PowerFault> power_faults(const Park& park);

}  // namespace parktwin
