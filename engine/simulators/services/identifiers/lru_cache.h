#pragma once
// A cache over identifiers 0 … n − 1: when full the least recently used goes; an entry lives a fixed time from its making, use does not
// prolong it. One that has expired keeps its place until it is asked for or falls out.
#include <cstdint>
#include <vector>

#include "engine/simulators/services/kernel/event_queue.h"

namespace parktwin::services::identifiers {

class LruCache {
 public:
  LruCache(std::uint32_t identifiers, std::uint32_t capacity, kernel::Nanoseconds time_to_live)
      : entries_(std::size_t{identifiers} + 1), end_(identifiers), capacity_(capacity), time_to_live_(time_to_live) {
    entries_[end_] = {end_, end_, 0};
  }

  /// True if it is there and alive; it is then the most recently used.
  bool look_up(kernel::Nanoseconds now, std::uint32_t identifier) {
    Entry& entry = entries_[identifier];
    if (entry.expires == absent) return false;
    unlink(entry);
    if (now >= entry.expires) {
      entry.expires = absent;
      --size_;
      return false;
    }
    link_first(identifier);
    return true;
  }

  void put(kernel::Nanoseconds now, std::uint32_t identifier) {
    if (capacity_ == 0) return;
    Entry& entry = entries_[identifier];
    if (entry.expires != absent) {
      unlink(entry);
    } else if (size_ == capacity_) {
      Entry& oldest = entries_[entries_[end_].before];
      unlink(oldest);
      oldest.expires = absent;
    } else {
      ++size_;
    }
    entry.expires = now + time_to_live_;
    link_first(identifier);
  }

  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr kernel::Nanoseconds absent = -1;
  struct Entry {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    kernel::Nanoseconds expires = absent;
  };

  void unlink(const Entry& entry) {
    entries_[entry.before].after = entry.after;
    entries_[entry.after].before = entry.before;
  }
  void link_first(std::uint32_t identifier) {
    const std::uint32_t first = entries_[end_].after;
    entries_[identifier].before = end_;
    entries_[identifier].after = first;
    entries_[first].before = identifier;
    entries_[end_].after = identifier;
  }

  std::vector<Entry> entries_;  ///< a ring from the most to the least recently used, closed by the last element
  std::uint32_t end_;
  std::uint32_t capacity_;
  kernel::Nanoseconds time_to_live_;
  std::uint32_t size_ = 0;
};

}  // namespace parktwin::services::identifiers
