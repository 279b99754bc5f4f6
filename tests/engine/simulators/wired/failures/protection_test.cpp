#include "engine/simulators/wired/failures/protection.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/topology/topology.h"
#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Protection, IsNoLessThanTheBestPathAtTheRequiredRates) {
  int better = 0;
  int states = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Park park = failing_park(number, {.nodes = 12, .links = 20});
    const auto network = layered_network(park);
    KeptBounds kept;
    const Census census(network);
    const std::size_t enterprises = park.enterprises->size();
    const Survey::Singles nothing{std::vector<std::int32_t>(enterprises, 7), std::vector<std::uint8_t>(enterprises, 0)};
    const auto rows = protections(park, {}, network, census, nothing, kept);
    const auto accesses = topology::simulate(park, {}).enterprises;
    ASSERT_EQ(rows.size(), accesses.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Protection& row = rows[i];
      const auto state = accesses[i].state;
      const bool at_rate = state == topology::AccessState::served || state == topology::AccessState::availability_too_low;
      EXPECT_EQ(row.enterprise, Id<Enterprise>(i));
      EXPECT_LE(row.availability, row.availability_upper);
      EXPECT_EQ(row.availability_upper > 0.0, at_rate);
      EXPECT_TRUE(!at_rate || row.availability_upper >= accesses[i].availability - 1e-12);
      if (state == topology::AccessState::served && row.availability == row.availability_upper) {
        EXPECT_EQ(row.state, AvailabilityState::met);
      }
      better += at_rate && row.availability > accesses[i].availability + 1e-9 ? 1 : 0;
      states += row.state == AvailabilityState::met && state == topology::AccessState::availability_too_low ? 1 : 0;
      EXPECT_EQ(row.single_failures, row.ducts == DuctDiversity::no_access ? 0 : 7);
    }
  }
  EXPECT_GT(better, 50);
  EXPECT_GT(states, 5);  // one path alone misses what several together meet
}

// What one duct takes away alone needs no search for a second way around it.
TEST(Protection, SharesADuctWhereOneDuctIsEnough) {
  int by_one = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const Park park = failing_park(number, {.nodes = 12, .links = 20});
    const auto network = layered_network(park);
    const Census census(network);
    const auto singles = Survey(park, network, census, power_outages(park, 1000)).singles();
    Survey::Singles searched = singles;
    searched.one_duct.assign(searched.one_duct.size(), 0);
    KeptBounds kept;
    const auto rows = protections(park, {}, network, census, singles, kept);
    const auto slow = protections(park, {}, network, census, searched, kept);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].ducts, slow[i].ducts) << "park " << number << ", enterprise " << i;
      EXPECT_EQ(rows[i].single_failures, rows[i].ducts == DuctDiversity::no_access ? 0 : singles.elements[i]);
      by_one += singles.one_duct[i];
    }
  }
  EXPECT_GT(by_one, 100);
}

}  // namespace
}  // namespace parktwin::wired::failures
