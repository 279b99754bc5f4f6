#pragma once
// What makes a link's transceiver impossible: a medium that is not a fibre of its own, or a rate that it does not carry.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/wired_inventory.h"

namespace parktwin {

struct TransceiverFault {
  std::string_view field;  ///< name in the field list
  std::string message;     ///< what was found and what is expected
};

/// None for a link whose transceiver is chosen by rate.
[[nodiscard]] std::vector<TransceiverFault> faults_of(const NetworkLink& link);

}  // namespace parktwin
