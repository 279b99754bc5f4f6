#pragma once
// What makes an inventory of addresses impossible beyond the ranges of its single fields: texts that are no address or prefix, bits set
// beyond a prefix's length, a prefix outside its parent, an address that two nodes have (however each writes it; link-local ones may
// repeat), an address in none of the prefixes where prefixes of its family are given. Overlapping prefixes and the like are possible; the
// audit of a run names them (engine/simulators/wired/ipv6/audit.h).
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct AddressFault {
  std::string_view table;
  std::string record;  ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them, by tables and records; references to records that are not there are left out.
[[nodiscard]] std::vector<AddressFault> address_faults(const Park& park);

}  // namespace parktwin
