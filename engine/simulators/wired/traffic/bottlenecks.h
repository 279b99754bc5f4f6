#pragma once
// Links loaded above the limit: what crosses them, whose it is, by how much they are over, and how much of it could go another way: the
// largest flows in turn, each over the first of its k cheapest paths around the link on which every link has room below the limit, until
// the link is no longer over.
#include <vector>

#include "engine/simulators/wired/traffic/outcomes.h"

namespace parktwin::wired::traffic {

struct Overloads {
  std::vector<Bottleneck> bottlenecks;
  std::vector<Crossing> crossings;
};

[[nodiscard]] Overloads overloads(const std::vector<Flow>& flows, const Carriage& carriage);

}  // namespace parktwin::wired::traffic
