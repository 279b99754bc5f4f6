#pragma once
// One replica of buying: what was asked for since the last order is ordered together at fixed intervals, by the group or by each
// enterprise. The largest discount whose quantity the order reaches holds for all its units. What a group ordered is brought to each
// enterprise by a way of its own.
#include "engine/simulators/services/pooling/outcome.h"
#include "engine/simulators/services/pooling/pooling.h"

namespace parktwin::services::pooling {

/// Precondition: intervals between orders are positive, quantities grow.
[[nodiscard]] Outcomes simulate_purchases(const Pool& pool, Mode mode, const std::vector<Request>& requests);

/// Price of an order in list prices.
[[nodiscard]] double order_price(const SharedResource& resource, double units);

}  // namespace parktwin::services::pooling
