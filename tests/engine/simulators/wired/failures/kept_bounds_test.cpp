#include "engine/simulators/wired/failures/kept_bounds.h"

#include <gtest/gtest.h>

namespace parktwin::wired::failures {
namespace {

constexpr std::uint64_t plenty = 1'000'000;

FallibleGraph triangle(double direct) { return {{1.0, 0.9, 1.0}, {{0, 1, 0.8}, {1, 2, 0.7}, {0, 2, direct}}}; }

TEST(KeptBounds, AreThoseOfTwoTerminal) {
  KeptBounds kept;
  for (int round = 0; round < 3; ++round) {
    for (const double direct : {0.5, 0.6}) {
      for (const std::uint64_t effort : {std::uint64_t{1}, plenty}) {
        const Bounds expected = two_terminal(triangle(direct), 0, 2, effort);
        const Bounds found = kept.answer(triangle(direct), 0, 2, effort);
        EXPECT_EQ(found.lower, expected.lower);
        EXPECT_EQ(found.upper, expected.upper);
      }
    }
    EXPECT_EQ(kept.answer(triangle(0.5), 0, 1, plenty).lower, two_terminal(triangle(0.5), 0, 1, plenty).lower);
    EXPECT_EQ(kept.size(), 5U);
  }
}

TEST(KeptBounds, ForgetWhatIsNotAskedForAgain) {
  KeptBounds kept;
  EXPECT_GT(kept.answer(triangle(0.5), 0, 2, plenty).lower, 0.5);
  EXPECT_GT(kept.answer(triangle(0.6), 0, 2, plenty).lower, 0.5);
  for (std::uint64_t round = 0; round < rounds_kept; ++round) {
    kept.begin();
    EXPECT_GT(kept.answer(triangle(0.6), 0, 2, plenty).lower, 0.5);
    EXPECT_EQ(kept.size(), 2U);
  }
  kept.begin();
  EXPECT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.answer(triangle(0.5), 0, 2, plenty).lower, two_terminal(triangle(0.5), 0, 2, plenty).lower);
}

}  // namespace
}  // namespace parktwin::wired::failures
