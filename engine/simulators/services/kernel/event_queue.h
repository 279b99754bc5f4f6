#pragma once
// Pending events of any trivially copyable type by whole nanoseconds, those of one time in the order of their making. A calendar queue
// (Brown, Communications of the ACM 31(10), 1988): a wheel of days, each a sorted list, and a heap for what lies beyond the wheel. Both
// follow the events: at least four days per pending event, a wheel four times as long as an event waits in the mean, shorter days when
// their lists grow long. Nodes are used again, so no event allocates. Counts decide, never a clock: a run repeats bit by bit.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <queue>
#include <type_traits>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::services::kernel {

using Nanoseconds = std::int64_t;

template <class Event>
class EventQueue {
  static_assert(std::is_trivially_copyable_v<Event>, "events are copied into nodes");

 public:
  struct Taken {
    Nanoseconds time_ns;
    Event event;
  };

  EventQueue() : held_(least_days / 64, 0), wheel_(least_days) {}

  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return in_wheel_ + far_.size(); }
  /// Of the event taken last.
  [[nodiscard]] Nanoseconds now_ns() const { return now_; }
  [[nodiscard]] std::uint64_t rebuilds() const { return rebuilds_; }
  /// Nodes in memory: as many as ever waited in the wheel at once since the last rebuild.
  [[nodiscard]] std::size_t nodes() const { return nodes_.size(); }

  /// Precondition: not before the event taken last.
  void add(Nanoseconds time_ns, const Event& event) {
    PARKTWIN_CHECK(time_ns >= now_, "an event in the past");
    latest_ = std::max(latest_, time_ns);
    ++added_;
    put(time_ns, event);
    if (steps_ > 1024 + 2 * added_ + size() || 2 * size() > wheel_.size()) adapt();
  }

  /// The next event, if it comes before `end_ns`; otherwise it stays.
  std::optional<Taken> take_before(Nanoseconds end_ns) {
    if (!advance_to_next(end_ns)) return std::nullopt;
    return pop();
  }

  /// The same, into variables of the caller: the event loop's way, with one copy.
  bool take_before(Nanoseconds end_ns, Nanoseconds& time_ns, Event& event) {
    if (!advance_to_next(end_ns)) return false;
    const Taken taken = pop();
    time_ns = taken.time_ns;
    event = taken.event;
    return true;
  }

  /// Precondition: not empty.
  Taken take() {
    const auto taken = take_before(std::numeric_limits<Nanoseconds>::max());
    PARKTWIN_CHECK(taken.has_value(), "an event of an empty queue");
    return *taken;
  }

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  static constexpr std::size_t least_days = 256;
  struct Node {
    Nanoseconds time_ns;
    std::uint32_t next;
    Event event;
  };
  struct Day {
    std::uint32_t first = none;
    std::uint32_t last = none;
  };
  struct Far {
    Nanoseconds time_ns;
    std::uint64_t made;
    Event event;
    bool operator<(const Far& other) const { return time_ns != other.time_ns ? time_ns > other.time_ns : made > other.made; }
  };

  [[nodiscard]] std::int64_t mask() const { return static_cast<std::int64_t>(wheel_.size()) - 1; }

  void put(Nanoseconds time_ns, const Event& event) {
    const std::int64_t day = time_ns >> day_bits_;
    if (day - today_ <= mask()) {
      place(time_ns, event, day & mask());
    } else {
      far_.push({time_ns, made_++, event});
      ++far_added_;
    }
  }

  std::uint32_t new_node(Nanoseconds time_ns, std::uint32_t next, const Event& event) {
    if (free_ == none) {
      PARKTWIN_CHECK(nodes_.size() < none, "more than four thousand million events wait");
      nodes_.push_back({time_ns, next, event});
      return static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    const std::uint32_t index = free_;
    free_ = nodes_[index].next;
    nodes_[index] = {time_ns, next, event};
    return index;
  }

  void place(Nanoseconds time_ns, const Event& event, std::int64_t slot) {
    const std::uint32_t index = new_node(time_ns, none, event);
    Day& day = wheel_[slot];
    ++in_wheel_;
    if (day.first == none) {
      day = {index, index};
      held_[slot >> 6] |= std::uint64_t{1} << (slot & 63);
    } else if (nodes_[day.last].time_ns <= time_ns) {
      nodes_[day.last].next = index;
      day.last = index;
    } else {
      std::uint32_t* link = &day.first;
      for (; nodes_[*link].time_ns <= time_ns; ++steps_) link = &nodes_[*link].next;
      nodes_[index].next = *link;
      *link = index;
    }
  }

  /// Makes the day of the next event today. False if there is none before `end_ns`; nothing changes then.
  bool advance_to_next(Nanoseconds end_ns) {
    if (in_wheel_ == 0) {
      if (far_.empty() || far_.top().time_ns >= end_ns) return false;
      today_ = far_.top().time_ns >> day_bits_;
      pull_far();
      return true;
    }
    const std::int64_t day = next_day();
    if (nodes_[wheel_[day & mask()].first].time_ns >= end_ns) return false;
    if (day != today_) {
      today_ = day;
      pull_far();
    }
    return true;
  }

  Taken pop() {
    const Node& node = unlink_first();
    const Taken taken{node.time_ns, node.event};
    now_ = taken.time_ns;
    ++taken_;
    if (--until_check_ == 0) adapt();
    return taken;
  }

  /// Of today. The node keeps its event until the next is added.
  const Node& unlink_first() {
    const std::int64_t slot = today_ & mask();
    Day& day = wheel_[slot];
    const std::uint32_t index = day.first;
    Node& node = nodes_[index];
    day.first = node.next;
    if (day.first == none) held_[slot >> 6] &= ~(std::uint64_t{1} << (slot & 63));
    node.next = free_;
    free_ = index;
    --in_wheel_;
    return node;
  }

  /// Precondition: the wheel holds an event. A word of `held_` per 64 days says which hold any.
  [[nodiscard]] std::int64_t next_day() const {
    const std::int64_t slot = today_ & mask();
    std::int64_t word = slot >> 6;
    std::uint64_t bits = held_[word] & (~std::uint64_t{0} << (slot & 63));
    while (bits == 0) {
      word = (word + 1) & (mask() >> 6);
      bits = held_[word];
    }
    return today_ + (((word << 6) + std::countr_zero(bits) - slot) & mask());
  }

  /// What comes within the wheel is placed before any event of later making can be, so ties keep their order.
  void pull_far() {
    while (!far_.empty() && (far_.top().time_ns >> day_bits_) - today_ <= mask()) {
      const Far event = far_.top();
      far_.pop();
      place(event.time_ns, event.event, (event.time_ns >> day_bits_) & mask());
    }
  }

  void adapt() {
    const std::size_t days = std::max(least_days, std::bit_ceil(4 * size()));
    const bool crowded = steps_ > 2 * added_ + 512;
    const bool distant = 4 * far_added_ > added_ + 64;
    const bool wrong_size = days > wheel_.size() || 8 * days < wheel_.size();
    if (crowded || distant || wrong_size) {
      const Nanoseconds gap = taken_ >= 64 ? (now_ - since_) / static_cast<Nanoseconds>(taken_)
                                           : (latest_ - now_) / static_cast<Nanoseconds>(std::max<std::size_t>(size(), 1));
      // The wheel spans four times the mean time an event waits, gap · size by Little's law.
      const double day = static_cast<double>(gap) * 4.0 * static_cast<double>(size()) / static_cast<double>(days);
      unsigned bits = day < 2.0 ? 0U : static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(day))) - 1U;
      // A mean over bursts and silence is too wide within a burst.
      if (crowded) bits = std::min(bits, day_bits_ < 2 ? 0U : day_bits_ - 2U);
      if (bits != day_bits_ || wrong_size) rebuild(bits, days);
    }
    until_check_ = std::max<std::uint64_t>(1024, 2 * size());
    since_ = now_;
    added_ = taken_ = far_added_ = steps_ = 0;
  }

  /// Every event of the wheel comes before every event beyond it, so new numbers for those that leave the wheel keep all ties in order.
  void rebuild(unsigned day_bits, std::size_t days) {
    std::vector<Taken> kept;
    kept.reserve(in_wheel_);
    while (in_wheel_ > 0) {
      today_ = next_day();
      const Node& node = unlink_first();
      kept.push_back({node.time_ns, node.event});
    }
    nodes_.clear();
    free_ = none;
    wheel_.assign(days, Day{});
    held_.assign(days / 64, 0);
    day_bits_ = day_bits;
    today_ = now_ >> day_bits_;
    for (const Taken& event : kept) put(event.time_ns, event.event);
    pull_far();
    ++rebuilds_;
  }

  unsigned day_bits_ = 20;
  std::int64_t today_ = 0;
  Nanoseconds now_ = 0;
  std::vector<std::uint64_t> held_;
  std::vector<Day> wheel_;
  std::vector<Node> nodes_;
  std::uint32_t free_ = none;
  std::size_t in_wheel_ = 0;
  std::priority_queue<Far> far_;
  std::uint64_t made_ = 0;
  std::uint64_t rebuilds_ = 0;
  Nanoseconds latest_ = 0;
  // Since the last look at them:
  Nanoseconds since_ = 0;
  std::uint64_t until_check_ = 1024;
  std::uint64_t added_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t far_added_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace parktwin::services::kernel
