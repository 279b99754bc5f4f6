#pragma once
// One run of the packet simulation. Frames are columns (place, time of sending, time on the port), queues are rings of frame numbers, ports
// have no event while nothing waits: a frame that finds its port free is sent by its own arrival.
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/simulators/wired/tsn/packets/calendar.h"
#include "engine/simulators/wired/tsn/packets/fragment.h"
#include "engine/simulators/wired/tsn/packets/gate_windows.h"
#include "engine/simulators/wired/tsn/packets/packets.h"
#include "engine/simulators/wired/tsn/packets/places.h"
#include "engine/simulators/wired/tsn/packets/shapers.h"
#include "engine/simulators/wired/tsn/packets/tally.h"

namespace parktwin::wired::tsn::packets {

/// First in, first out; grows to the power of two that it needs.
class Ring {
 public:
  [[nodiscard]] std::uint32_t size() const { return tail_ - head_; }
  [[nodiscard]] std::uint32_t front() const { return slots_[head_ & mask_]; }
  void push(std::uint32_t item) {
    if (size() == slots_.size()) grow();
    slots_[tail_++ & mask_] = item;
  }
  void pop() { ++head_; }

 private:
  void grow() {
    std::vector<std::uint32_t> larger(slots_.empty() ? 8 : 2 * slots_.size());
    for (std::uint32_t i = 0; i < size(); ++i) larger[i] = slots_[(head_ + i) & mask_];
    tail_ = size();
    head_ = 0;
    slots_ = std::move(larger);
    mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
  }

  std::vector<std::uint32_t> slots_;
  std::uint32_t mask_ = 0;
  std::uint32_t head_ = 0;
  std::uint32_t tail_ = 0;
};

class Simulation {
 public:
  Simulation(const Network& network, const std::vector<Stream>& streams, const Options& options);
  [[nodiscard]] Result run();

 private:
  enum Kind : std::uint32_t {
    arrival = 0U << 29U,
    wake = 1U << 29U,
    release = 2U << 29U,
    eligible = 3U << 29U,
    whole = 4U << 29U,  ///< the last bit of a preemptable frame has left
    kinds = 7U << 29U
  };
  static constexpr std::uint32_t most_numbers = 1U << 29U;

  /// What a port that chooses by more than priority knows.
  struct Shaping {
    explicit Shaping(const Egress& egress, std::int64_t rate_bit_s);
    GateWindows gates;
    std::array<Credit, priorities> credits;
  };
  /// What a port that interrupts frames is at.
  struct Preemption {
    std::uint32_t preemptable = 0;
    std::optional<std::uint32_t> frame;  ///< preemptable and not yet whole
    Fragment fragment;                   ///< of it
    bool interrupted = false;
    Nanoseconds whole_ns = -1;  ///< of its valid event
  };
  struct PortState {
    Nanoseconds busy_until_ns = 0;
    Nanoseconds wake_ns = -1;   ///< of its valid wake event
    std::uint32_t waiting = 0;  ///< bit i: queue i holds frames
    Shaping* shaping = nullptr;
    Preemption* preemption = nullptr;
  };

  void start_sources();
  void start_shaping();
  void handle_release(Nanoseconds time_ns, std::uint32_t source);
  [[nodiscard]] Nanoseconds gap(std::uint32_t background);
  void arrive(Nanoseconds time_ns, std::uint32_t frame);
  void stand_in_queue(Nanoseconds time_ns, std::uint32_t frame);
  void serve(Nanoseconds time_ns, std::uint32_t link);
  void serve_shaped(Nanoseconds time_ns, std::uint32_t link);
  void serve_preempting(Nanoseconds time_ns, std::uint32_t link);
  void start_fragment(Nanoseconds time_ns, std::uint32_t link, std::int64_t bytes);
  void interrupt(Nanoseconds time_ns, std::uint32_t link);
  void finish_whole(Nanoseconds time_ns, std::uint32_t link);
  void go_on(Nanoseconds there_ns, std::uint32_t frame, const Place& place);
  void advance_credits(Nanoseconds time_ns, PortState& port);
  std::uint32_t take(std::uint32_t link, std::size_t priority);
  void wake_at(Nanoseconds time_ns, std::uint32_t link);
  void send(Nanoseconds time_ns, std::uint32_t frame, const Place& place);
  [[nodiscard]] std::uint32_t new_frame(Nanoseconds time_ns, std::uint32_t place);
  [[nodiscard]] Ring& queue(std::uint32_t link, std::size_t priority) { return queues_[link * priorities + priority]; }

  const Network& network_;
  const std::vector<Stream>& streams_;
  const Options& options_;
  Places places_;
  Tally tally_;
  Calendar calendar_;
  std::vector<PortState> ports_;
  std::vector<Ring> queues_;
  std::vector<std::unique_ptr<Shaping>> shaping_;
  std::vector<std::unique_ptr<Preemption>> preemption_;
  std::vector<TokenBucket> buckets_;   ///< per place; empty when no stream is committed
  std::vector<std::uint32_t> groups_;  ///< per place: of asynchronous shaping, by port, priority and line
  std::vector<Nanoseconds> group_eligible_ns_;
  std::vector<std::uint32_t> place_;  ///< per frame, as the next two
  std::vector<Nanoseconds> sent_ns_;
  std::vector<Nanoseconds> own_port_ns_;
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> draws_;  ///< per background source
  Result result_;
};

}  // namespace parktwin::wired::tsn::packets
