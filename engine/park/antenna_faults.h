#pragma once
// What makes an antenna unusable beyond the ranges of its single fields: measured cuts that do not cover every degree of both planes, cuts
// without a peak gain, a named pattern file nobody read, beams without the elements that form them.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/radio_inventory.h"

namespace parktwin {

struct AntennaFault {
  std::string_view field;  ///< name in the field list
  std::string message;     ///< what was found and what is expected
};

[[nodiscard]] std::vector<AntennaFault> faults_of(const Antenna& antenna);

}  // namespace parktwin
