#pragma once
// One replica of stocks of spare parts under continuous review (s, S): when parts in stock and on order, less those owed, come down to s,
// as many are ordered as fill them up to S; s = S − 1 is a base stock. Who finds no part waits, first come first served.
#include "engine/simulators/services/pooling/outcome.h"
#include "engine/simulators/services/pooling/pooling.h"

namespace parktwin::services::pooling {

/// Precondition: order_up_to > reorder_at.
[[nodiscard]] Outcomes simulate_stocks(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica);

}  // namespace parktwin::services::pooling
