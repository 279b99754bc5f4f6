#include "engine/simulators/radio/answers/coverage_counts.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/answers/direct_count.h"

namespace parktwin::radio::answers {
namespace {

constexpr ServedRule rule{-104.0, -3.0};
const std::vector<double> thresholds = {-95.0, -115.0, -85.0};

TEST(CoverageCounts, EveryTableAgainstADirectCount) {
  for (std::uint32_t number = 0; number < 3; ++number) {
    const auto map = test::random_map(number);
    const auto counts = count_coverage(map.park, map.view(), map.holders(), rule, thresholds);
    const auto level_of = [&](std::size_t cell) { return static_cast<double>(map.rsrp_dbm.values[cell]); };
    const auto expect = [&](const CoverageShares& shares, const auto& belongs) {
      test::expect_shares(shares, map, rule, thresholds, belongs, level_of);
    };
    ASSERT_EQ(counts.zones.size(), 5U);
    ASSERT_EQ(counts.enterprises.size(), 3U);
    ASSERT_EQ(counts.buildings.size(), 6U);
    for (const std::uint8_t where : {outdoors, indoors}) {
      for (const auto& row : counts.zones) {
        expect(where == outdoors ? row.outdoors : row.indoors, [&](std::size_t cell) {
          const auto zone = test::first_holder(*map.park.zones, map.centre(cell));
          return map.place.values[cell] == where && zone == static_cast<std::int32_t>(row.zone.index());
        });
      }
      for (const auto& row : counts.enterprises) {
        expect(where == outdoors ? row.outdoors : row.indoors, [&](std::size_t cell) {
          if (map.place.values[cell] != where) return false;
          if (map.building[cell] >= 0) {
            const auto user = map.park.buildings->records()[static_cast<std::size_t>(map.building[cell])].enterprise;
            if (user.valid()) return user == row.enterprise;
          }
          const auto parcel = test::first_holder(*map.park.parcels, map.centre(cell));
          return parcel >= 0 && map.park.parcels->records()[static_cast<std::size_t>(parcel)].enterprise == row.enterprise;
        });
      }
    }
    for (const auto& row : counts.buildings) {
      expect(row.ground_floor, [&](std::size_t cell) { return map.building[cell] == static_cast<std::int32_t>(row.building.index()); });
    }
  }
}

}  // namespace
}  // namespace parktwin::radio::answers
