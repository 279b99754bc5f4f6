// The integer programme's bound is the least cost itself where light forbids nothing.
#include "engine/plan/access/splitter_programme.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/access/splitter_instances.h"

namespace parktwin::plan {
namespace {

TEST(SplitterProgramme, BoundsFromBelowAndIsTight) {
  for (std::uint32_t seed = 101; seed <= 110; ++seed) {
    const SplitterProblem problem = random_splitters(seed, 3);
    const double least = least_splitters_by_trying_all(problem);
    const ProgrammedTrenches programmed = programme_splitters(problem, 2000);
    EXPECT_LE(programmed.bound, least + 1e-4) << seed;
    EXPECT_NEAR(programmed.bound, least, 1e-4 * least) << seed;
    EXPECT_NEAR(splitters_within(problem, programmed.dug).cost, least, 1e-6) << seed;
  }
}

}  // namespace
}  // namespace parktwin::plan
