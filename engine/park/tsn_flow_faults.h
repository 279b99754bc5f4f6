#pragma once
// What makes a flow of the time-sensitive network impossible beyond the ranges of its single fields: one end for both, an end that sends no
// frames, a path that does not lead from talker to listener, a VLAN that links on its way do not carry, frames longer than their period,
// scheduled periods without a common cycle, a priority that means two classes; and links whose list of VLANs is none.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct TsnFlowFault {
  std::string_view table;  ///< tsn_flows or network_links
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<TsnFlowFault> tsn_flow_faults(const Park& park);

}  // namespace parktwin
