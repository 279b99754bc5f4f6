#include "engine/simulators/cloud/adoption/drivers.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

TEST(Drivers, SectorSizeAndAccessCountByTheirWeights) {
  auto enterprises = enterprises_in_a_row(2, 0);
  enterprises[0].sector = Sector::textiles;
  enterprises[0].employees = 100;
  enterprises[1].sector = Sector::software;
  enterprises[1].employees = 1000;
  const Park park = world(enterprises);
  Options options;
  options.sector_weight = 2.0;
  options.size_weight = 0.5;
  options.access_weight = 4.0;
  const Drivers drivers = drivers_of(park, {{0.25, 1.0}}, options);
  EXPECT_NEAR(own_value(drivers, 0, 0.0, options), 4.0 * 0.25, 1e-12);
  EXPECT_NEAR(own_value(drivers, 0, 0.4, options), 4.0 * 0.55, 1e-12);  // 0.4 of the missing 0.75 is mended
  EXPECT_NEAR(own_value(drivers, 1, 0.0, options), 2.0 + 0.5 + 4.0, 1e-12);
  EXPECT_EQ(drivers_of(park, {}, options).access, (std::vector<double>{1.0, 1.0}));
}

TEST(Drivers, EverySectorHasARankWithinOne) {
  for (const auto& [sector, name] : names_of(Sector{})) {
    EXPECT_GE(digital_rank(sector), 0.0) << name;
    EXPECT_LE(digital_rank(sector), 1.0) << name;
  }
  EXPECT_GT(digital_rank(Sector::software), digital_rank(Sector::textiles));
}

TEST(Drivers, BarriersAndWhatLiftsThem) {
  Enterprise enterprise;
  const Options options;
  EXPECT_EQ(barrier_of(enterprise, 1.0, {}, options), Barrier::none);
  EXPECT_EQ(barrier_of(enterprise, 0.4, {}, options), Barrier::access);
  Help help;
  help.better_access = 0.5;
  EXPECT_EQ(barrier_of(enterprise, 0.4, help, options), Barrier::none);
  enterprise.data_class = DataClass::important;
  EXPECT_EQ(barrier_of(enterprise, 1.0, {}, options), Barrier::data_class);
  help.in_zone = true;
  EXPECT_EQ(barrier_of(enterprise, 1.0, help, options), Barrier::none);
  enterprise.data_class = DataClass::core;
  EXPECT_EQ(barrier_of(enterprise, 1.0, help, options), Barrier::data_class);
  enterprise.data_class = DataClass::general;
  enterprise.it_staff = 0;
  EXPECT_EQ(barrier_of(enterprise, 1.0, {}, options), Barrier::it_staff);
  EXPECT_EQ(barrier_of(enterprise, 1.0, help, options), Barrier::none);
}

}  // namespace
}  // namespace parktwin::cloud::adoption
