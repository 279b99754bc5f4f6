#pragma once
// Who supplies whom, and the park's data centre. All figures are assumptions: supply chains are seldom published below the level of
// sectors.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::synthetic {

struct CloudTables {
  std::vector<SupplyLink> supply_links;
  std::vector<DataCentre> data_centres;
};

/// The data centre hangs on the network's data centre switch; none without one.
[[nodiscard]] CloudTables build_cloud(std::uint64_t seed, const std::vector<Enterprise>& enterprises,
                                      const std::vector<NetworkNode>& nodes);

}  // namespace parktwin::importers::synthetic
