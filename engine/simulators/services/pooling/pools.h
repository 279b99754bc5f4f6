#pragma once
// What the park says of a shared resource, as a pool ready to be simulated: who uses it, demand of each, ways of trucks.
#include "engine/core/note.h"
#include "engine/simulators/services/pooling/demand.h"
#include "engine/simulators/services/pooling/pooling.h"

namespace parktwin::services::pooling {

/// Rates per enterprise of the resource's service, each enterprise once. With by_employees in proportion to employees.
[[nodiscard]] Pool make_pool(const Park& park, const SharedResource& resource, const Options& options, std::vector<Note>& notes);

}  // namespace parktwin::services::pooling
