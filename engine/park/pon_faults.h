#pragma once
// What makes a passive optical network impossible beyond the ranges of its single fields: a splitter that is not made or has more branches
// than ways out, a class its standard does not have, a passive link that starts at neither a line terminal nor a splitter, splitters that
// feed each other in a loop, a unit beyond the reach of its line terminal; and a mean time between failures without a mean time to repair.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct PonFault {
  std::string_view table;  ///< network_nodes or network_links
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them; links that end at no node of the table are left out.
[[nodiscard]] std::vector<PonFault> pon_faults(const Park& park);

}  // namespace parktwin
