#pragma once
// What makes declared needs of scenarios meaningless beyond the ranges of their single fields: a need of nobody or of two, one that does
// not say which devices, ground, service or data centre it means, devices that an enterprise's scenario cannot have, and a new mode without
// a key figure.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct ScenarioFault {
  std::string_view table;  ///< scenario_needs or new_modes
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<ScenarioFault> scenario_faults(const Park& park);

}  // namespace parktwin
