#pragma once
// What would bring an optical network unit into the range of a class: another class of the same standard, splitters with fewer ways out
// that still have one for every branch in use, less fibre, or an attenuator.
#include <string>

#include "engine/simulators/wired/optical/unit_budget.h"

namespace parktwin::wired::optical {

/// One sentence. Precondition: the budget is missed by budget.short_by_db and the route is its own.
[[nodiscard]] std::string mending(const Park& park, const Options& options, const PonRoute& route, const UnitBudget& budget);

}  // namespace parktwin::wired::optical
