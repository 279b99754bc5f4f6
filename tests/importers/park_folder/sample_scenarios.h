#pragma once
// Scenarios, new modes and their needs of the sample park.
#include "engine/park/park.h"

namespace parktwin::importers::testing {

/// To a park with two enterprises; its services may follow.
void add_scenarios(Park& park);

}  // namespace parktwin::importers::testing
