#pragma once
// What the radio plan has to reach: one demand per clause of the pack that asks for a share of ground with 5G, or with any access. On the
// map of the search: which cells count, and which of them something else than 5G serves already.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/grid.h"
#include "engine/criteria/coverage.h"
#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::plan {

struct RadioDemand {
  std::string clause;
  criteria::CoverageRule rule;
  double target_share = 0.0;                 ///< of the cells that count
  std::vector<std::uint32_t> counted;        ///< places in the map's frame, ascending
  std::vector<std::uint8_t> served_by_wire;  ///< per counted place
};

/// Clauses of metrics radio.park, radio.park_outdoors, public.any_access, public.5g_only and public.outdoors with a threshold, in the
/// pack's order. `results` are those of the park as it stands, on the map of the search. A demand that counts nothing is left out.
[[nodiscard]] std::vector<RadioDemand> radio_demands(const criteria::Pack& pack, const Park& park, const Results& results);

/// Share of what counts that is served, by wire or by that map.
[[nodiscard]] double served_share(const RadioDemand& demand, const radio::Result& radio);

/// Share of the target that is missing, over all demands: 0 when all are reached with their margin.
[[nodiscard]] double shortfall(const std::vector<RadioDemand>& demands, const radio::Result& radio, double margin_share);

}  // namespace parktwin::plan
