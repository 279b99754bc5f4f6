#include <gtest/gtest.h>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(GenerationLayout, ReferenceHas40MegawattsOfRoofPvWithinItsRoofs) {
  const Park& park = reference_park();
  double kilowatts = 0.0;
  for (const auto& generator : *park.generators) {
    if (generator.kind != GeneratorKind::photovoltaic) continue;
    kilowatts += generator.rated_power.value();
    EXPECT_LE(generator.rated_power.value(), 0.150 * area((*park.buildings)[generator.building].footprint));
    EXPECT_EQ((*park.buses)[generator.bus].nominal_voltage.value(), 0.4);
  }
  EXPECT_NEAR(kilowatts, 40000.0, 2500.0);
}

TEST(GenerationLayout, BatteriesAddUpTo10Megawatts20MegawattHours) {
  double kilowatts = 0.0;
  double kilowatt_hours = 0.0;
  for (const auto& battery : *reference_park().storages) {
    kilowatts += battery.rated_power.value();
    kilowatt_hours += battery.capacity.value();
  }
  EXPECT_DOUBLE_EQ(kilowatts, 10000.0);
  EXPECT_DOUBLE_EQ(kilowatt_hours, 20000.0);
}

TEST(GenerationLayout, EveryActiveNodeHasASupply) {
  for (const auto& node : *reference_park().network_nodes) EXPECT_EQ(node.bus.valid(), node.kind != NodeKind::splitter);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
