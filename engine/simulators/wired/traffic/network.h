#pragma once
// The working network as directed arcs: link i has arc 2i from its near end to its far end and arc 2i + 1 back, each with the rate of its
// own direction and the time it takes an empty network to pass it on. Arcs out of service or without rate are not listed at their nodes.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double rate_mbit_s = 0.0;
  double fixed_s = 0.0;  ///< propagation, forwarding at the node it leads to, and the cycle before a grant
  bool grant = false;    ///< from an optical network unit, which must be granted time to send
};

struct Network {
  std::vector<Arc> arcs;             ///< two per link
  std::vector<std::uint32_t> first;  ///< working arcs into node i are into[first[i] .. first[i + 1])
  std::vector<std::uint32_t> into;
  std::vector<std::uint8_t> forwards;  ///< traffic of others may pass through the node
  std::vector<std::uint32_t> sources;  ///< core routers in service

  [[nodiscard]] std::size_t size() const { return forwards.size(); }
  [[nodiscard]] std::span<const std::uint32_t> arcs_into(std::size_t node) const {
    return std::span(into).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// The same link the other way.
[[nodiscard]] constexpr std::uint32_t reverse_of(std::uint32_t arc) { return arc ^ 1U; }

[[nodiscard]] Network network_of(const Park& park, const Options& options);

}  // namespace parktwin::wired::traffic
