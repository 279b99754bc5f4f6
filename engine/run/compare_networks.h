#pragma once
// The figures of two states of a park's network side by side, and what each enterprise gains and loses.
#include <vector>

#include "engine/run/network_changes.h"
#include "engine/run/network_state.h"
#include "engine/run/retrofit.h"
#include "engine/run/yearly_cost.h"

namespace parktwin::retrofit {

/// One row per subject in both states and measure that both have: delays of what arrives in both, bounds that exist in both.
[[nodiscard]] std::vector<Figure> figures_of(const NetworkState& before, const YearlyCost& cost_before, const NetworkState& after,
                                             const YearlyCost& cost_after);

/// In the order of the park after; enterprises that are in both.
[[nodiscard]] std::vector<EnterpriseOutcome> outcomes_of(const Park& before, const Park& after, const std::vector<Figure>& figures,
                                                         const NetworkChanges& changes);

}  // namespace parktwin::retrofit
