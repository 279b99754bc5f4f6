#include "importers/synthetic/energy_uses.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(EnergyUses, StationsHangWhereTransformersSpareTheirPower) {
  const Park& park = reference_park();
  EXPECT_GT(park.charging_stations->size(), 20U);
  std::array<std::size_t, 3> of_use{};
  for (const auto& station : *park.charging_stations) {
    ++of_use[static_cast<std::size_t>(station.use)];
    ASSERT_TRUE(station.bus.valid());
    double kva = 0.0;
    for (const auto& unit : *park.transformers) kva += unit.low == station.bus ? 1000.0 * unit.rated_power.value() : 0.0;
    EXPECT_LE(station.chargers * station.charger_power.value(), 0.1 * kva) << station.id;
    EXPECT_EQ(station.position, (*park.buses)[station.bus].position);
    EXPECT_EQ(station.use == ChargingUse::public_place, !station.enterprise.valid());
  }
  for (const std::size_t count : of_use) EXPECT_GT(count, 0U);
}

TEST(EnergyUses, ChillersAndBoilersCoverWhatIsWantedOnAverage) {
  const Park& park = reference_park();
  double cold_kw = 0.0;
  for (const auto& demand : *park.cold_demands) cold_kw += demand.yearly_cold.value() / 8.76;
  EXPECT_GT(cold_kw, 100.0);
  std::array<double, 5> of_kind{};
  for (const auto& unit : *park.thermal_units) {
    of_kind[static_cast<std::size_t>(unit.kind)] += unit.rated_power.value();
    const bool electric = unit.kind == ThermalUnitKind::heat_pump || unit.kind == ThermalUnitKind::chiller;
    EXPECT_EQ(unit.bus.valid(), electric) << unit.id;
  }
  for (const double kw : of_kind) EXPECT_GT(kw, 0.0);
  EXPECT_GT(of_kind[static_cast<std::size_t>(ThermalUnitKind::chiller)], 2.0 * cold_kw);
}

TEST(EnergyUses, LargeUsersOfSomeSectorsAreFlexible) {
  const Park& park = reference_park();
  EXPECT_GT(park.load_flexibility->size(), 10U);
  for (const auto& load : *park.load_flexibility) {
    const Enterprise& enterprise = (*park.enterprises)[load.enterprise];
    EXPECT_GE(enterprise.yearly_electricity->value(), 2000.0) << load.id;
    EXPECT_NE(enterprise.sector, Sector::software);
    EXPECT_GT(load.shiftable_share, 0.0);
    EXPECT_LE(load.shiftable_share + load.interruptible_share, 0.3);
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
