#pragma once
// From a plan to a result: flows, costs at true prices, emissions, and the checks that hold for every plan however it was made.
#include "engine/simulators/energy/dispatch/hub_programme.h"
#include "engine/simulators/energy/dispatch/result.h"

namespace parktwin::energy::dispatch {

/// Takes out of a plan what a linear programme may leave in where it costs nothing: a battery that charges and discharges at once (what is
/// saved comes off PV, wind and import), import beside feed-in, rounding below 0. What electricity is then over or short goes to the grid.
void tidy(const Hub& hub, Plan& plan);

/// Status, reason and iterations are the caller's.
[[nodiscard]] Result settle(const Hub& hub, const CarbonTerms& carbon, const Plan& plan);

/// The promise of every dispatch: each carrier closes within 1e-9 of what its users take in all steps, in every step. Otherwise
/// BrokenPromise.
void check_closed(const Result& result);

}  // namespace parktwin::energy::dispatch
