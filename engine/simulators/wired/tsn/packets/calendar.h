#pragma once
// Pending events by time, those of one time in the order of their making. A calendar queue (Brown, Communications of the ACM 31, 1988): a
// wheel of days, each a sorted list of its events, and a heap for what lies beyond the wheel. With about one event a day an event costs the
// same however many wait. A word per 64 days says which hold any.
#include <bit>
#include <cstdint>
#include <queue>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::packets {

class Calendar {
 public:
  struct Event {
    Nanoseconds time_ns;
    std::uint32_t what;
  };

  /// A day lasts 2^day_bits ns, the wheel 2^wheel_bits days. Precondition: wheel_bits >= 6.
  Calendar(unsigned day_bits, unsigned wheel_bits)
      : day_bits_(day_bits), days_(std::int64_t{1} << wheel_bits), first_(days_, none), last_(days_, none), held_(days_ / 64, 0) {}

  [[nodiscard]] bool empty() const { return in_wheel_ == 0 && far_.empty(); }

  /// Precondition: not before the event taken last.
  void add(Nanoseconds time_ns, std::uint32_t what) {
    const std::int64_t day = time_ns >> day_bits_;
    if (day < today_ + days_) {
      place(time_ns, what, day);
    } else {
      far_.push({time_ns, made_++, what});
    }
  }

  /// Precondition: not empty.
  Event take() {
    advance();
    const std::int64_t slot = today_ & (days_ - 1);
    const std::uint32_t index = first_[slot];
    const Node node = nodes_[index];
    first_[slot] = node.next;
    if (node.next == none) held_[slot >> 6] &= ~(std::uint64_t{1} << (slot & 63));
    nodes_[index].next = free_;
    free_ = index;
    --in_wheel_;
    return {node.time_ns, node.what};
  }

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  struct Node {
    Nanoseconds time_ns;
    std::uint32_t what;
    std::uint32_t next;
  };
  struct Far {
    Nanoseconds time_ns;
    std::uint64_t made;
    std::uint32_t what;
    bool operator<(const Far& other) const { return time_ns != other.time_ns ? time_ns > other.time_ns : made > other.made; }
  };

  void place(Nanoseconds time_ns, std::uint32_t what, std::int64_t day) {
    std::uint32_t index = free_;
    if (index != none) {
      free_ = nodes_[index].next;
    } else {
      index = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    const std::int64_t slot = day & (days_ - 1);
    ++in_wheel_;
    if (first_[slot] == none) {
      nodes_[index] = {time_ns, what, none};
      first_[slot] = last_[slot] = index;
      held_[slot >> 6] |= std::uint64_t{1} << (slot & 63);
    } else if (nodes_[last_[slot]].time_ns <= time_ns) {
      nodes_[index] = {time_ns, what, none};
      nodes_[last_[slot]].next = index;
      last_[slot] = index;
    } else {
      std::uint32_t* link = &first_[slot];
      while (nodes_[*link].time_ns <= time_ns) link = &nodes_[*link].next;
      nodes_[index] = {time_ns, what, *link};
      *link = index;
    }
  }

  /// To the next day that holds an event. What comes within the wheel by it is placed before anything of later making can be.
  void advance() {
    std::int64_t slot = today_ & (days_ - 1);
    if (first_[slot] != none) return;
    if (in_wheel_ == 0) {
      today_ = far_.top().time_ns >> day_bits_;
    } else {
      std::int64_t word = slot >> 6;
      std::uint64_t bits = held_[word] & (~std::uint64_t{0} << (slot & 63));
      while (bits == 0) {
        word = (word + 1) & ((days_ >> 6) - 1);
        bits = held_[word];
      }
      const std::int64_t found = (word << 6) + std::countr_zero(bits);
      today_ += (found - slot) & (days_ - 1);
    }
    while (!far_.empty() && (far_.top().time_ns >> day_bits_) < today_ + days_) {
      const Far event = far_.top();
      far_.pop();
      place(event.time_ns, event.what, event.time_ns >> day_bits_);
    }
  }

  unsigned day_bits_;
  std::int64_t days_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> last_;
  std::vector<std::uint64_t> held_;
  std::vector<Node> nodes_;
  std::uint32_t free_ = none;
  std::int64_t today_ = 0;
  std::uint64_t in_wheel_ = 0;
  std::uint64_t made_ = 0;
  std::priority_queue<Far> far_;
};

}  // namespace parktwin::wired::tsn::packets
