#pragma once
// What is taken on the ports of a network within a cycle, and where there is room for one more frame. A window keeps a port from sending
// another frame; a stay is the time a frame may stand in a queue, from its earliest arrival to its start. Frame isolation forbids two stays
// in one queue to overlap; they may touch. Asked for a period that divides the cycle, everything is folded onto it: room there is room for
// the frames of all periods.
#include <array>
#include <span>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::schedule {

inline constexpr std::size_t classes = 8;

struct Hop {
  std::size_t link = 0;
  std::size_t queue = 0;      ///< link · classes + class
  Nanoseconds port_ns = 0;    ///< window
  Nanoseconds behind_ns = 0;  ///< from the start on the link before until the frame surely stands in this queue; 0 at the talker
  Nanoseconds unsure_ns = 0;  ///< by how much earlier it may stand there: twice the clock error; 0 at the talker
};

/// A stream as the scheduler sees it.
struct Route {
  std::vector<Hop> hops;
  Nanoseconds period_ns = 0;
  Nanoseconds least_span_ns = 0;   ///< between the starts on the first and the last link
  Nanoseconds most_span_ns = 0;    ///< that meets the deadline
  Nanoseconds most_spread_ns = 0;  ///< of the starts on the last link, relative to the period
  Nanoseconds window_ns = 0;       ///< after the beginning of its period within which a frame leaves the talker
};

/// Spans and spread may be negative or too small: then nothing can be scheduled.
[[nodiscard]] Route route_of(const Network& network, const Stream& stream, Nanoseconds clock_error_ns);

/// Starts first..last; the frame must not have arrived before `from`.
struct Room {
  Nanoseconds first_ns = 0;
  Nanoseconds last_ns = 0;
  Nanoseconds from_ns = 0;
};

struct Span {
  Nanoseconds from_ns = 0;
  Nanoseconds to_ns = 0;
};

class Timeline {
 public:
  Timeline(std::size_t links, Nanoseconds cycle_ns) : cycle_ns_(cycle_ns), windows_(links), stays_(links * classes) {}

  [[nodiscard]] Nanoseconds cycle_ns() const { return cycle_ns_; }
  /// Of one frame or several in turn.
  void add(const Route& route, std::span<const Nanoseconds> starts_ns);
  /// Takes back the frames added last, all of this route.
  void take_back(const Route& route, std::size_t frames);

  /// Within [0, period), in order. Precondition: the period divides the cycle.
  [[nodiscard]] std::vector<Room> rooms(const Hop& hop, Nanoseconds period_ns) const;
  /// Of a port, beginning within the cycle.
  [[nodiscard]] const std::vector<Span>& windows(std::size_t link) const { return windows_[link]; }
  /// In a queue, ending within the cycle.
  [[nodiscard]] const std::vector<Span>& stays(std::size_t queue) const { return stays_[queue]; }

 private:
  Nanoseconds cycle_ns_;
  std::vector<std::vector<Span>> windows_;
  std::vector<std::vector<Span>> stays_;
};

/// Remainder in [0, modulus).
[[nodiscard]] constexpr Nanoseconds folded(Nanoseconds time_ns, Nanoseconds modulus_ns) {
  const Nanoseconds rest = time_ns % modulus_ns;
  return rest < 0 ? rest + modulus_ns : rest;
}

}  // namespace parktwin::wired::tsn::schedule
