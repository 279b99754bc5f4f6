#pragma once
// Who has allowances left over and who has to buy: scopes 1 and 2 of each enterprise (market-based) against the
// quota it was given, or against its output times the benchmark of its sector.
#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

struct Positions {
  std::vector<CarbonPosition> positions;  ///< all with a quota together first, then each; empty where nobody has one
  std::vector<Note> notes;                ///< quotas for enterprises that the park does not have
};

[[nodiscard]] Positions carbon_positions(const Park& park, const carbon::Result& account, const CarbonMarketOptions& options);

}  // namespace parktwin::energy
