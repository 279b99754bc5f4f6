#include "engine/simulators/radio/entry_loss.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

// TR 38.901 v16.1.0 tables 7.4.3-1 and -2 at 3.5 GHz: glass 2.7 dB (0.537032), IRR glass 24.05 dB (0.00393550), concrete 19 dB (0.0125893).
TEST(EntryLoss, TableModels) {
  // Low: 5 − 10 lg(0.3·0.537032 + 0.7·0.0125893) = 5 − 10 lg 0.169922 = 12.6975.
  EXPECT_NEAR(entry_loss(WallMaterial::standard_glass, gigahertz(3.5)).value(), 12.6975, 1e-3);
  // High: 5 − 10 lg(0.7·0.00393550 + 0.3·0.0125893) = 5 − 10 lg 0.00653164 = 26.8498.
  EXPECT_NEAR(entry_loss(WallMaterial::coated_glass, gigahertz(3.5)).value(), 26.8498, 1e-3);
}

TEST(EntryLoss, OwnMixes) {
  // Brick: 0.2·0.537032 + 0.8·0.0125893 = 0.117478 → 14.3004; concrete: 0.0537032 + 0.0113304 = 0.0650336 → 16.8686;
  // metal: 0.03·0.537032 = 0.0161110 → 22.9288.
  EXPECT_NEAR(entry_loss(WallMaterial::brick, gigahertz(3.5)).value(), 14.3004, 1e-3);
  EXPECT_NEAR(entry_loss(WallMaterial::concrete, gigahertz(3.5)).value(), 16.8686, 1e-3);
  EXPECT_NEAR(entry_loss(WallMaterial::metal, gigahertz(3.5)).value(), 22.9288, 1e-3);
}

TEST(EntryLoss, GrowsWithFrequency) {
  for (const auto& entry : names_of(WallMaterial{})) {
    double before = 0.0;
    for (double f = 0.5; f < 100.0; f *= 1.2) {
      const double loss = entry_loss(entry.value, gigahertz(f)).value();
      EXPECT_GT(loss, before) << entry.name;
      before = loss;
    }
  }
}

TEST(EntryLoss, Deviations) {
  EXPECT_EQ(entry_loss_deviation(WallMaterial::standard_glass), Decibel(4.4));
  EXPECT_EQ(entry_loss_deviation(WallMaterial::coated_glass), Decibel(6.5));
}

}  // namespace
}  // namespace parktwin::radio
