#include "importers/synthetic/sector_figures.h"

#include <gtest/gtest.h>

#include <map>

namespace parktwin::importers::synthetic {
namespace {

TEST(SectorFigures, AreWithinPhysicalRanges) {
  for (int s = 0; s < 15; ++s) {
    const SectorFigures figures = sector_figures(static_cast<Sector>(s));
    EXPECT_GT(figures.m2_per_employee, 10.0);
    EXPECT_GT(figures.full_load_hours, 1500.0);
    EXPECT_LT(figures.full_load_hours, 8760.0);
    EXPECT_GE(figures.power_factor, 0.85);
    EXPECT_LE(figures.power_factor, 1.0);
  }
  EXPECT_GT(sector_figures(Sector::chemicals).heat_kwh_per_m2, sector_figures(Sector::logistics).heat_kwh_per_m2);
}

TEST(SectorFigures, SectorsFitTheirQuarter) {
  std::map<Sector, int> counts;
  Draws draws(3, Topic::enterprises);
  for (int i = 0; i < 4000; ++i) ++counts[draw_sector(Quarter::process, draws)];
  EXPECT_EQ(counts.size(), 3U);
  EXPECT_NEAR(counts[Sector::chemicals], 2000, 130);  // half, four standard deviations
  EXPECT_EQ(draw_sector(Quarter::logistics, draws), Sector::logistics);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
