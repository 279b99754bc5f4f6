#pragma once
// What makes a radio site inside a building impossible beyond the ranges of its single fields: no building, a place outside its footprint,
// antennas through its roof.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct RadioSiteFault {
  std::string_view field;  ///< name in the field list
  std::string message;     ///< what was found and what is expected
};

/// None for a site whose building is not in the park's table.
[[nodiscard]] std::vector<RadioSiteFault> faults_of(const RadioSite& site, const Park& park);

}  // namespace parktwin
