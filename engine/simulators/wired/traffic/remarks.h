#pragma once
// What a planner should read first of the traffic: bottlenecks, shares on time, edge sites, and what is left out, as notes.
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

void add_remarks(const Park& park, const Options& options, Result& result);

}  // namespace parktwin::wired::traffic
