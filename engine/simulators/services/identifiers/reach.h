#pragma once
// Asking the nodes of a list in turn until one is up: each that is down at the time it is asked costs a timeout.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/services/identifiers/identifiers.h"

namespace parktwin::services::identifiers {

inline kernel::Nanoseconds nanoseconds(double seconds) { return static_cast<kernel::Nanoseconds>(seconds * 1e9 + 0.5); }  // NOLINT: not < 0

/// A node in whole nanoseconds.
struct TimedNode {
  struct Interval {
    kernel::Nanoseconds from;
    kernel::Nanoseconds until;
  };
  kernel::Nanoseconds round_trip = 0;
  std::vector<Interval> outages;

  TimedNode() = default;
  explicit TimedNode(const Node& node) : round_trip(nanoseconds(1e-3 * node.round_trip_ms)) {
    for (const auto& outage : node.outages) outages.push_back({nanoseconds(outage.from_s), nanoseconds(outage.until_s)});
  }
  [[nodiscard]] bool up(kernel::Nanoseconds now) const {
    for (const auto& outage : outages) {
      if (now >= outage.from && now < outage.until) return false;
    }
    return true;
  }
};

struct Contact {
  std::uint32_t node;
  kernel::Nanoseconds asked_at;  ///< after the timeouts of those before it
};

/// Nothing when all are down.
inline std::optional<Contact> reach(const std::vector<TimedNode>& nodes, kernel::Nanoseconds now, kernel::Nanoseconds timeout) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i, now += timeout) {
    if (nodes[i].up(now)) return Contact{i, now};
  }
  return std::nullopt;
}

}  // namespace parktwin::services::identifiers
