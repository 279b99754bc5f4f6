#include "engine/simulators/wired/optical/optical.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::HasSubstr;

UnitBudget budget(const PonPark& of, const Options& options = {}) { return optical::simulate(of.park(), options).units.at(0); }

TEST(Optical, AddsUpTheRealRoute) {
  // 5 km · 0.35 + 1:32 17.5 + 4 connectors 2.0 + 4 splices 0.4 = 21.65 dB.
  const UnitBudget found = budget(PonPark());
  EXPECT_NEAR(found.loss_db, 21.65, 1e-12);
  EXPECT_EQ(found.state, BudgetState::met);
  EXPECT_EQ(found.terminal, Id<NetworkNode>(0));
  EXPECT_EQ(found.length_m, 5000.0);
  EXPECT_EQ(found.split, 32);
  EXPECT_EQ(found.most_db, 29.0);
  EXPECT_NEAR(found.received_least_dbm, 2.0 - 21.65, 1e-12);
  EXPECT_NEAR(found.received_most_dbm, 5.0 - 21.65, 1e-12);
  EXPECT_TRUE(found.mend.empty());
}

TEST(Optical, SaysByHowMuchAUnitFailsAndWhatMendsIt) {
  PonPark of;
  of.nodes[2].splitter_ratio = 64;
  of.links[1].length = Metres(9000.0);
  const UnitBudget weak = budget(of);  // 13 km · 0.35 + 21 + 2.4 = 27.95; with the margin 30.95
  EXPECT_EQ(weak.state, BudgetState::too_weak);
  EXPECT_NEAR(weak.short_by_db, 1.95, 1e-12);
  EXPECT_THAT(weak.mend, HasSubstr("Class N2 at T1, a splitter 1:32 instead of 1:64 at S"));
  of = PonPark();
  of.nodes[2].splitter_ratio = 4;
  const UnitBudget strong = budget(of);  // 1.75 + 7.2 + 2.4 = 11.35
  EXPECT_EQ(strong.state, BudgetState::too_strong);
  EXPECT_NEAR(strong.short_by_db, 2.65, 1e-12);
  EXPECT_THAT(strong.mend, HasSubstr("attenuator of 3 dB"));
  const auto notes = optical::simulate(of.park(), {}).notes;
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_THAT(notes[0].text, HasSubstr("1 of 1 have too much light for the class, U most, by 2.7 dB. "));
}

TEST(Optical, WhatItProposesMendsTheUnit) {
  PonPark of;
  of.nodes[2].splitter_ratio = 64;
  of.links[1].length = Metres(9000.0);
  PonPark other_class = of;
  other_class.nodes[0].pon_class = PonClass::n2;
  EXPECT_EQ(budget(other_class).state, BudgetState::met);
  PonPark smaller = of;
  smaller.nodes[2].splitter_ratio = 32;
  EXPECT_EQ(budget(smaller).state, BudgetState::met);
}

TEST(Optical, IsMetExactlyInsideTheRangeOfTheClass) {
  int met = 0;
  int missed = 0;
  for (std::uint32_t number = 0; number < 500; ++number) {
    const RandomSequence random(31, 1, number);
    PonPark of;
    of.nodes[0].pon_standard = PonStandard::gpon;
    of.nodes[0].pon_class = PonClass::b_plus;
    of.nodes[2].splitter_ratio = std::int32_t{1} << (1 + random.below(0, 6));
    of.links[0].length = Metres(random.uniform(1, 0.0, 19000.0));
    of.links[1].connectors = static_cast<std::int32_t>(random.below(2, 6));
    of.links[0].splices = static_cast<std::int32_t>(random.below(3, 12));
    const UnitBudget found = budget(of);
    const bool inside = found.loss_db >= 13.0 && found.loss_db + 3.0 <= 28.0;
    EXPECT_EQ(found.state == BudgetState::met, inside);
    EXPECT_EQ(found.short_by_db > 0.0, !inside);
    // Sensitivity -27 dBm with 0.5 dB path penalty and overload -8 dBm of G.984.2, class B+.
    EXPECT_EQ(found.loss_db <= 28.0, found.received_least_dbm >= -27.0 + 0.5);
    EXPECT_EQ(found.loss_db >= 13.0, found.received_most_dbm <= -8.0);
    (inside ? met : missed) += 1;
  }
  EXPECT_GT(met, 50);
  EXPECT_GT(missed, 50);
}

TEST(Optical, TakesTheRouteWithLeastLossAndNamesTheProtection) {
  PonPark of;
  EXPECT_EQ(budget(of).protection, PonProtection::none);
  of.join("second feeder", 1, 2, 1000.0);
  EXPECT_EQ(budget(of).protection, PonProtection::type_b);
  EXPECT_EQ(budget(of).terminal, Id<NetworkNode>(1));
  EXPECT_EQ(budget(of).length_m, 2000.0);
  of.join("own fibre", 0, 3, 100.0);
  EXPECT_EQ(budget(of).protection, PonProtection::type_c);
  EXPECT_EQ(budget(of).split, 1);
  EXPECT_EQ(budget(of).state, BudgetState::too_strong);
}

TEST(Optical, NamesUnitsWithoutARoute) {
  PonPark of;
  of.links[0].operational = false;
  EXPECT_EQ(budget(of).state, BudgetState::no_route);
  EXPECT_FALSE(budget(of).terminal.valid());
  EXPECT_EQ(optical::simulate(of.park(), {}).notes.at(0).text, "1 of 1 have no passive route in service to a line terminal, U first.");
  of.links[1].medium = LinkMedium::copper;  // not a passive unit at all
  EXPECT_TRUE(optical::simulate(of.park(), {}).units.empty());
  EXPECT_TRUE(optical::simulate(Park(), {}).units.empty());
}

TEST(Optical, DoesNotKnowThePowersOf50GPon) {
  PonPark of;
  of.nodes[0].pon_standard = PonStandard::fifty_g_pon;
  EXPECT_EQ(budget(of).state, BudgetState::met);
  EXPECT_TRUE(std::isnan(budget(of).received_least_dbm));
}

TEST(Optical, EveryOptionChangesTheLossOrTheState) {
  const double usual = budget(PonPark()).loss_db;
  EXPECT_NE(budget(PonPark(), {.fibre_db_per_km = 0.4}).loss_db, usual);
  EXPECT_NE(budget(PonPark(), {.splice_loss = Decibel(0.2)}).loss_db, usual);
  EXPECT_NE(budget(PonPark(), {.connector_loss = Decibel(0.3)}).loss_db, usual);
  EXPECT_EQ(budget(PonPark(), {.margin = Decibel(8.0)}).state, BudgetState::too_weak);
}

}  // namespace
}  // namespace parktwin::wired::optical
