#include "engine/simulators/wired/optical/splitters/known_choices.h"

#include <gtest/gtest.h>

namespace parktwin::wired::optical::splitters {
namespace {

Problem two_units(double drop_m) {
  Problem problem;
  problem.feeder_m = {500.0, 900.0};
  problem.between_m = {{0.0, 400.0}, {400.0, 0.0}};
  problem.drop_m = {{drop_m, 300.0}, {200.0, 100.0}};
  problem.join_m = {out_of_reach, out_of_reach};
  problem.splitter_m = 100.0;
  problem.most_db = 28.0;
  return problem;
}

void expect_same(const Choice& a, const Choice& b) {
  EXPECT_EQ(a.stages, b.stages);
  EXPECT_EQ(a.plan.splitters, b.plan.splitters);
  EXPECT_EQ(a.plan.left_out, b.plan.left_out);
  EXPECT_EQ(a.plan.effort_m, b.plan.effort_m);
}

TEST(KnownChoices, AreThoseMadeFromScratchAndForgottenWhenNobodyAsks) {
  const std::vector<Stages> kinds = {{1, 8, 10.5}, {1, 16, 14.0}};
  KnownChoices known;
  known.begin();
  for (int again = 0; again < 2; ++again) {
    for (const double drop_m : {50.0, 60.0}) expect_same(known.best_of(two_units(drop_m), kinds), best_of(two_units(drop_m), kinds));
    EXPECT_EQ(known.size(), 2U);
  }
  const std::vector<Stages> other = {{1, 2, 3.7}};
  expect_same(known.best_of(two_units(50.0), other), best_of(two_units(50.0), other));
  EXPECT_EQ(known.size(), 3U);
  for (std::uint64_t round = 0; round < rounds_kept; ++round) {
    known.begin();
    expect_same(known.best_of(two_units(60.0), kinds), best_of(two_units(60.0), kinds));
    EXPECT_EQ(known.size(), 3U);
  }
  known.begin();
  EXPECT_EQ(known.size(), 1U);
}

}  // namespace
}  // namespace parktwin::wired::optical::splitters
