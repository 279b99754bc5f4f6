#include "engine/simulators/radio/vegetation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace parktwin::radio {
namespace {

// P.833-10 table 1: specific loss γ and greatest loss Am measured near St. Petersburg.
TEST(Vegetation, TableOfMeasurements) {
  struct Row {
    double f_mhz, db_per_m, greatest_db;
  };
  constexpr Row rows[] = {{105.9, 0.04, 9.4}, {466.475, 0.12, 18.0}, {949.0, 0.17, 26.5}, {1852.2, 0.30, 29.0}, {2117.5, 0.34, 34.1}};
  for (const auto& row : rows) {
    const auto law = vegetation_law(megahertz(row.f_mhz));
    EXPECT_NEAR(law.specific_loss_db_per_m, row.db_per_m, 1e-12);
    EXPECT_NEAR(law.greatest_loss_db, row.greatest_db, 0.12 * row.greatest_db);  // eq. 2 is a fit to the last column
  }
  // Eq. 2: 1.37·2117.5^0.42 = 34.163.
  EXPECT_NEAR(vegetation_law(megahertz(2117.5)).greatest_loss_db, 34.163, 0.01);
}

// Between and beyond the rows: 0.053 dB/m and 11.4 dB at 155 MHz, 1.1 dB/m and 52 dB at 5.7 GHz are other readers' values of the same
// table, equation and figure 2; 6 dB/m at 30 GHz is where the curve of figure 2 ends.
TEST(Vegetation, ReadingsByOthers) {
  EXPECT_NEAR(vegetation_law(megahertz(155.0)).specific_loss_db_per_m, 0.053, 0.0005);
  EXPECT_NEAR(vegetation_law(megahertz(155.0)).greatest_loss_db, 11.4, 0.05);
  EXPECT_NEAR(vegetation_law(gigahertz(5.7)).specific_loss_db_per_m, 1.1, 0.2 * 1.1);
  EXPECT_NEAR(vegetation_law(gigahertz(5.7)).greatest_loss_db, 52.0, 0.5);
  EXPECT_NEAR(vegetation_law(gigahertz(30.0)).specific_loss_db_per_m, 6.0, 1e-12);
}

// 700 MHz, 30 m: γ = 0.12·(0.17/0.12)^(ln(700/466.475)/ln(949/466.475)) = 0.146430, Am = 21.4616; 21.4616·(1 − e^(−0.204687)) = 3.9725.
TEST(Vegetation, LossByHand) {
  EXPECT_NEAR(vegetation_loss_db(30.0, megahertz(700.0)), 3.9725, 1e-3);
  EXPECT_EQ(vegetation_loss_db(30.0, megahertz(700.0)), vegetation_loss_db(30.0, vegetation_law(megahertz(700.0))));
}

TEST(Vegetation, StartsAsSpecificLossAndSaturates) {
  for (double f_ghz = 0.1059; f_ghz <= 30.0; f_ghz *= 1.3) {
    const auto law = vegetation_law(gigahertz(f_ghz));
    EXPECT_EQ(vegetation_loss_db(0.0, law), 0.0);
    EXPECT_NEAR(vegetation_loss_db(1e-3, law), 1e-3 * law.specific_loss_db_per_m, 1e-6);
    EXPECT_NEAR(vegetation_loss_db(1e5, law), law.greatest_loss_db, 1e-6);
    double before_db = 0.0;
    for (double depth_m = 1.0; depth_m < 200.0; depth_m += 1.0) {
      const double now_db = vegetation_loss_db(depth_m, law);
      EXPECT_GT(now_db, before_db);
      EXPECT_LE(now_db, std::min(depth_m * law.specific_loss_db_per_m, law.greatest_loss_db));
      before_db = now_db;
    }
  }
}

TEST(Vegetation, GrowsWithFrequency) {
  double before = 0.0;
  for (double f_ghz = 0.05; f_ghz < 60.0; f_ghz *= 1.05) {
    EXPECT_GT(vegetation_law(gigahertz(f_ghz)).specific_loss_db_per_m, before);
    before = vegetation_law(gigahertz(f_ghz)).specific_loss_db_per_m;
  }
}

}  // namespace
}  // namespace parktwin::radio
