#include "engine/simulators/wired/optical/mending.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

/// What is proposed for the unit at 23.65 dB when it misses its range by so much.
std::string proposed(const PonPark& of, BudgetState state, double short_by_db, double loss_db) {
  const Park park = of.park();
  UnitBudget budget;
  budget.unit = Id<NetworkNode>(3);
  budget.terminal = Id<NetworkNode>(0);
  budget.state = state;
  budget.short_by_db = short_by_db;
  budget.loss_db = loss_db;
  budget.length_m = 5000.0;
  return mending(park, {}, PonTree(park).routes(Id<NetworkNode>(3)).front(), budget);
}

TEST(Mending, ProposesAnotherClassASmallerSplitterAndLessFibre) {
  // 27 dB and 3 dB margin: N1 allows 29, N2 31; 1:16 saves 3.5 dB; 1 dB is 2858 m of fibre.
  EXPECT_EQ(proposed(PonPark(), BudgetState::too_weak, 1.0, 27.0),
            "Class N2 at T1, a splitter 1:16 instead of 1:32 at S or 2858 m less fibre.");
}

TEST(Mending, KeepsAWayOutForEveryBranch) {
  PonPark of;
  for (int i = 0; i < 16; ++i) of.join("branch " + std::to_string(i), 2, 3, 10.0);
  EXPECT_EQ(proposed(of, BudgetState::too_weak, 3.0, 29.0), "Class C+ at T1.");
}

TEST(Mending, ProposesAnAttenuatorAgainstTooMuchPower) {
  EXPECT_EQ(proposed(PonPark(), BudgetState::too_strong, 0.4, 13.6), "Class B+ at T1 or an attenuator of 1 dB at the unit.");
  EXPECT_EQ(proposed(PonPark(), BudgetState::too_strong, 6.2, 7.8), "An attenuator of 7 dB at the unit.");
}

TEST(Mending, SaysWhenNothingOfThatIsEnough) {
  EXPECT_EQ(proposed(PonPark(), BudgetState::too_weak, 40.0, 66.0),
            "A line terminal nearer to the unit: neither a class nor a smaller splitter alone is enough.");
}

}  // namespace
}  // namespace parktwin::wired::optical
