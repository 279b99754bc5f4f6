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
  }
  EXPECT_NEAR(kilowatts, 40000.0, 2500.0);
}

// Small fields feed the consumers' bus, whose transformers carry them; large ones the ring.
TEST(GenerationLayout, NoRoofFeedsMoreThanItsTransformersCarry) {
  const Park& park = reference_park();
  std::size_t on_ring = 0;
  for (const auto& generator : *park.generators) {
    if (generator.kind != GeneratorKind::photovoltaic) continue;
    const double voltage_kv = (*park.buses)[generator.bus].nominal_voltage.value();
    if (voltage_kv != 0.4) {
      EXPECT_EQ(voltage_kv, 10.0) << generator.id;
      ++on_ring;
      continue;
    }
    EXPECT_LE(generator.rated_power.value(), 400.0) << generator.id;
    double carried_kw = 0.0;
    for (const auto& unit : *park.transformers) carried_kw += unit.low == generator.bus ? 1000.0 * unit.rated_power.value() : 0.0;
    EXPECT_LE(generator.rated_power.value(), carried_kw) << generator.id;
  }
  EXPECT_GT(on_ring, 10U);
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
