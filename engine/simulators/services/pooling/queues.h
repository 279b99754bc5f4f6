#pragma once
// One replica of queues at servers: one station for all enterprises, or one for each. Trucks drive from where their last load went, those
// of one's own from home and back to it. With sources each machine fails, is repaired and fails again (finite source).
#include "engine/simulators/services/pooling/outcome.h"
#include "engine/simulators/services/pooling/pooling.h"

namespace parktwin::services::pooling {

[[nodiscard]] Outcomes simulate_queues(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica);

/// Work offered over capacity; separate: the largest of an enterprise. Exact but for shared trucks, whose way to a load is taken as a mean
/// way.
[[nodiscard]] double offered_load(const Pool& pool, Mode mode);

}  // namespace parktwin::services::pooling
