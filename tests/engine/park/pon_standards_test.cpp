#include "engine/park/pon_standards.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin {
namespace {

TEST(PonStandards, GiveTheClassesTheirLossRanges) {
  // ITU-T G.984.2 (A, B, C, B+, C+) and G.9807.1 (N1, N2, E1, E2).
  const auto expect = [](PonStandard standard, PonClass loss_class, double least, double most) {
    const auto range = loss_range(standard, loss_class);
    ASSERT_TRUE(range.has_value()) << name_of(loss_class);
    EXPECT_EQ(range->least.value(), least) << name_of(loss_class);
    EXPECT_EQ(range->most.value(), most) << name_of(loss_class);
  };
  expect(PonStandard::gpon, PonClass::a, 5, 20);
  expect(PonStandard::gpon, PonClass::b, 10, 25);
  expect(PonStandard::gpon, PonClass::b_plus, 13, 28);
  expect(PonStandard::gpon, PonClass::c, 15, 30);
  expect(PonStandard::gpon, PonClass::c_plus, 17, 32);
  expect(PonStandard::xgs_pon, PonClass::n1, 14, 29);
  expect(PonStandard::xgs_pon, PonClass::n2, 16, 31);
  expect(PonStandard::xgs_pon, PonClass::e1, 18, 33);
  expect(PonStandard::xgs_pon, PonClass::e2, 20, 35);
  expect(PonStandard::fifty_g_pon, PonClass::n1, 14, 29);
  EXPECT_FALSE(loss_range(PonStandard::gpon, PonClass::n1).has_value());
  EXPECT_FALSE(loss_range(PonStandard::xgs_pon, PonClass::a).has_value());
  EXPECT_FALSE(loss_range(PonStandard::fifty_g_pon, PonClass::c).has_value());
}

TEST(PonStandards, PowersReproduceTheLossRanges) {
  int classes = 0;
  for (const auto& standard : names_of(PonStandard{})) {
    for (const auto& entry : names_of(PonClass{})) {
      const auto powers = downstream_powers(standard.value, entry.value);
      if (!powers) continue;
      ++classes;
      const auto range = loss_range(standard.value, entry.value);
      ASSERT_TRUE(range.has_value());
      const double penalty = (powers->launch_least - powers->sensitivity - range->most).value();
      EXPECT_GE(penalty, 0.5) << standard.name << ' ' << entry.name;
      EXPECT_LE(penalty, 1.0) << standard.name << ' ' << entry.name;
      EXPECT_LE((powers->launch_most - powers->overload).value(), range->least.value()) << standard.name << ' ' << entry.name;
    }
  }
  EXPECT_EQ(classes, 11);
  EXPECT_FALSE(downstream_powers(PonStandard::fifty_g_pon, PonClass::n1).has_value());
}

TEST(PonStandards, KnowTheSplittersThatAreMade) {
  for (std::int32_t ratio = 0; ratio < 200; ++ratio) {
    const bool made = ratio == 2 || ratio == 4 || ratio == 8 || ratio == 16 || ratio == 32 || ratio == 64;
    ASSERT_EQ(splitter_loss(ratio).has_value(), made) << ratio;
    if (!made) continue;
    const double ideal = 10.0 * std::log10(ratio);
    EXPECT_GT(splitter_loss(ratio)->value(), ideal);
    EXPECT_LT(splitter_loss(ratio)->value(), ideal + 3.0);
  }
}

}  // namespace
}  // namespace parktwin
