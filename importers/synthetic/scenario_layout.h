#pragma once
// What the networked scenarios of the park need, the 5G scenarios of its largest plants and the enterprises that work in new modes, with
// their needs. All figures are assumptions; latencies and rates follow the source classes of traffic (docs/wired.md).
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::synthetic {

struct ScenarioTables {
  std::vector<FactoryScenario> factory_scenarios;
  std::vector<NewModeUse> new_modes;
  std::vector<ScenarioNeed> needs;
};

/// Of a park that has its enterprises, network services, shared services, networked scenarios and connected assets.
[[nodiscard]] ScenarioTables build_scenarios(std::uint64_t seed, const Park& park);

}  // namespace parktwin::importers::synthetic
