#include "engine/simulators/services/identifiers/lru_cache.h"

#include <gtest/gtest.h>

#include <list>

#include "engine/core/random.h"

namespace parktwin::services::identifiers {
namespace {

/// The same rules by a list that is searched from its front.
class SlowCache {
 public:
  SlowCache(std::size_t capacity, kernel::Nanoseconds time_to_live) : capacity_(capacity), time_to_live_(time_to_live) {}
  bool look_up(kernel::Nanoseconds now, std::uint32_t identifier) {
    for (auto entry = list_.begin(); entry != list_.end(); ++entry) {
      if (entry->first != identifier) continue;
      const bool alive = now < entry->second;
      if (alive) list_.push_front(*entry);
      list_.erase(entry);
      return alive;
    }
    return false;
  }
  void put(kernel::Nanoseconds now, std::uint32_t identifier) {
    list_.remove_if([&](const auto& entry) { return entry.first == identifier; });
    list_.emplace_front(identifier, now + time_to_live_);
    if (list_.size() > capacity_) list_.pop_back();
  }
  [[nodiscard]] std::size_t size() const { return list_.size(); }

 private:
  std::list<std::pair<std::uint32_t, kernel::Nanoseconds>> list_;
  std::size_t capacity_;
  kernel::Nanoseconds time_to_live_;
};

TEST(LruCache, AgreesWithASearchedList) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const RandomSequence random(21, 1, seed);
    const std::uint32_t identifiers = 1 + random.below(0, 50);
    const std::uint32_t capacity = random.below(1, 30);
    const kernel::Nanoseconds time_to_live = random.below(2, 200);
    LruCache fast(identifiers, capacity, time_to_live);
    SlowCache slow(capacity, time_to_live);
    kernel::Nanoseconds now = 0;
    std::uint32_t hits = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      now += random.below(4 * i + 3, 4);
      const std::uint32_t identifier = random.below(4 * i + 4, identifiers);
      const bool hit = fast.look_up(now, identifier);
      ASSERT_EQ(hit, slow.look_up(now, identifier)) << seed << " " << i;
      hits += hit ? 1 : 0;
      // An answer may come although the entry is there again: a second miss was on its way.
      if (!hit || random.below(4 * i + 5, 10) == 0) {
        fast.put(now, identifier);
        slow.put(now, identifier);
      }
      ASSERT_EQ(fast.size(), slow.size());
    }
    EXPECT_EQ(hits > 0, capacity > 0 && time_to_live > 0) << seed;
  }
}

}  // namespace
}  // namespace parktwin::services::identifiers
