#include "engine/simulators/wired/failures/power_feed.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(PowerFeed, EqualsPlainTryingOnRandomGrids) {
  int dark_elsewhere = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const Park park = failing_park(number);
    const PowerFeed feed = power_feed(park);
    const auto before = supplied_buses(park, {});
    const auto expect = [&](RiskKind kind, const std::vector<std::vector<std::uint32_t>>& without, const auto& table) {
      ASSERT_EQ(without.size(), table.size());
      for (std::uint32_t i = 0; i < without.size(); ++i) {
        std::set<std::size_t> dark = before;
        for (const std::size_t bus : supplied_buses(park, {{kind, table.records()[i].id}})) dark.erase(bus);
        if (kind == RiskKind::bus) dark.insert(i);
        EXPECT_EQ(std::vector<std::size_t>(without[i].begin(), without[i].end()), std::vector<std::size_t>(dark.begin(), dark.end()))
            << "park " << number << ", " << name_of(kind) << ' ' << i;
        dark_elsewhere += dark.size() > 1 ? 1 : 0;
      }
    };
    expect(RiskKind::bus, feed.without_bus, *park.buses);
    expect(RiskKind::power_line, feed.without_line, *park.power_lines);
    expect(RiskKind::transformer, feed.without_transformer, *park.transformers);
  }
  EXPECT_GT(dark_elsewhere, 100);
}

}  // namespace
}  // namespace parktwin::wired::failures
