#pragma once
// What a year of energy answers about carbon and who pays: measures by the cost of a tonne, allowances to sell or buy, the largest bills.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::cli {

/// Empty where there is none of it. `all`: every enterprise.
[[nodiscard]] std::string carbon_table(const energy::Result& result, const Park& park, const Session& session, bool all = false);

}  // namespace parktwin::cli
