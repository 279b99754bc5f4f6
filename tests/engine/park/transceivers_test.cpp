#include "engine/park/transceivers.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

TEST(Transceivers, HaveTheFiguresOfTheStandard) {
  // Average powers and losses as repeated by Nokia (100BASE-LX10, 1000BASE-LX), Intel (10GBASE-LR), Avaya (10GBASE-ER), makers of modules
  // (25GBASE-LR, 100GBASE-LR4) and TIA FOTC (loss of 40GBASE-LR4); see docs/references.md.
  const auto expect = [](Transceiver type, double rate, double launch_least, double launch_most, double sensitivity, double overload) {
    const TransceiverFigures& figures = figures_of(type);
    EXPECT_EQ(figures.rate.value(), rate) << name_of(type);
    EXPECT_EQ(figures.launch_least.value(), launch_least) << name_of(type);
    EXPECT_EQ(figures.launch_most.value(), launch_most) << name_of(type);
    EXPECT_EQ(figures.sensitivity.value(), sensitivity) << name_of(type);
    EXPECT_EQ(figures.overload.value(), overload) << name_of(type);
  };
  expect(Transceiver::fe_lx10, 100, -15, -8, -25, -8);
  expect(Transceiver::ge_lx, 1000, -11, -3, -19, -3);
  expect(Transceiver::ten_ge_lr, 10000, -8.2, 0.5, -14.4, 0.5);
  expect(Transceiver::ten_ge_er, 10000, -4.7, 4.0, -15.8, -1.0);
  expect(Transceiver::twenty_five_ge_lr, 25000, -7.0, 2.0, -13.3, 2.0);
  expect(Transceiver::forty_ge_lr4, 40000, -7.0, 2.3, -13.7, 2.3);
  expect(Transceiver::hundred_ge_lr4, 100000, -4.3, 4.5, -10.6, 4.5);
}

TEST(Transceivers, AreAllListedInOrderWithSoundFigures) {
  ASSERT_EQ(transceivers().size() + 1, names_of(Transceiver{}).size());
  for (std::size_t i = 0; i < transceivers().size(); ++i) {
    const TransceiverFigures& figures = transceivers()[i];
    EXPECT_EQ(&figures_of(figures.type), &figures);
    EXPECT_LT(figures.launch_least.value(), figures.launch_most.value());
    EXPECT_LT(figures.wavelength_least_nm, figures.wavelength_most_nm);
    // Penalties are not negative: the least power launched minus the largest loss is not below the sensitivity.
    EXPECT_GE((figures.launch_least - figures.most_loss - figures.sensitivity).value(), -1e-9) << name_of(figures.type);
    EXPECT_LT(figures.least_loss().value(), figures.most_loss.value());
    if (i == 0) continue;
    const TransceiverFigures& before = transceivers()[i - 1];
    EXPECT_TRUE(before.rate < figures.rate || (before.rate == figures.rate && before.reach < figures.reach));
  }
}

TEST(Transceivers, OnlyTheLongReachOverloadsItsReceiver) {
  for (const auto& figures : transceivers()) {
    EXPECT_EQ(figures.least_loss().value(), figures.type == Transceiver::ten_ge_er ? 5.0 : 0.0) << name_of(figures.type);
  }
}

}  // namespace
}  // namespace parktwin
