#pragma once
// Lists of sectors as a policy writes them: names separated by spaces; empty: all sectors.
#include <string_view>
#include <vector>

#include "engine/park/enterprise.h"

namespace parktwin {

struct SectorList {
  std::vector<Sector> sectors;
  std::vector<std::string_view> unknown;  ///< words of the text that name no sector
};

[[nodiscard]] SectorList parse_sectors(std::string_view text);

}  // namespace parktwin
