#include "engine/simulators/energy/tariff/tariff.h"

#include <gtest/gtest.h>

namespace parktwin::energy::tariff {
namespace {

TEST(Tariff, TheBaseFloatsByMonth) {
  Tariff tariff;
  tariff.base_cny_per_kwh = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  EXPECT_DOUBLE_EQ(base_of(tariff, 12), 12.0);
  tariff.base_cny_per_kwh = {0.5};
  EXPECT_DOUBLE_EQ(base_of(tariff, 12), 0.5);
}

}  // namespace
}  // namespace parktwin::energy::tariff
