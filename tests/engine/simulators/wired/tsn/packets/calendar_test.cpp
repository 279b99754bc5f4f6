#include "engine/simulators/wired/tsn/packets/calendar.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "engine/core/random.h"

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Calendar, TakesByTimeThenByMakingAsAnOrderedMapDoes) {
  for (std::uint32_t number = 0; number < 40; ++number) {
    const RandomSequence random(4, 4, number);
    std::uint32_t draw = 0;
    Calendar calendar(number % 7, 6 + number % 3);
    std::map<std::pair<Nanoseconds, std::uint32_t>, std::uint32_t> slow;
    std::uint32_t made = 0;
    Nanoseconds now = 0;
    const auto add = [&] {
      const std::uint32_t reach = random.below(draw++, 10) == 0 ? 100'000 : 1U << (number % 11);
      const Nanoseconds time = now + random.below(draw++, reach);
      slow[{time, made}] = made;
      calendar.add(time, made++);
    };
    for (int i = 0; i < 50; ++i) add();
    for (int step = 0; step < 4000 && !slow.empty(); ++step) {
      ASSERT_FALSE(calendar.empty());
      const auto event = calendar.take();
      ASSERT_EQ(event.time_ns, slow.begin()->first.first);
      ASSERT_EQ(event.what, slow.begin()->second);
      slow.erase(slow.begin());
      now = event.time_ns;
      for (std::uint32_t i = random.below(draw++, step < 2000 ? 3 : 2); i > 0; --i) add();
    }
    EXPECT_EQ(calendar.empty(), slow.empty());
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
