#pragma once
// What each link carries, per source class and direction, once every overloaded link passes on only its rate's share of what wants to cross
// it, from all alike. Samples are followed from their sources to the destination; answers over the same paths back. Shares that pass are
// found by repeating until they stay (each link passes min(1, rate / what reaches it)).
#include <array>
#include <vector>

#include "engine/simulators/wired/traffic/routing.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

/// Traffic of one class to one destination, Mbit/s that enter and leave at each node.
struct Stream {
  SourceClass source = SourceClass::other_elements;
  const Route* route = nullptr;
  std::vector<double> up_mbit_s;
  std::vector<double> down_mbit_s;
};

struct Loads {
  std::vector<std::array<double, class_count>> by_class;  ///< Mbit/s that reach each arc
  std::vector<double> total_mbit_s;
  std::vector<double> passed;  ///< share that each arc passes on
  bool settled = true;         ///< the shares stayed within the rounds that were made
};

[[nodiscard]] Loads loads_of(const Network& network, const std::vector<Stream>& streams);

/// Share of what enters at each node that arrives, and of what is sent to it from the destination; 0 out of reach.
[[nodiscard]] std::vector<double> delivered_up(const Network& network, const Route& route, const std::vector<double>& passed);
[[nodiscard]] std::vector<double> delivered_down(const Network& network, const Route& route, const std::vector<double>& passed);

}  // namespace parktwin::wired::traffic
