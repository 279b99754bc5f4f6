// Intervals of 99 % over 200 seeds against queueing theory, and the check itself against intervals that are wrong.
#include "tests/engine/simulators/services/kernel/coverage.h"

#include "tests/engine/simulators/services/kernel/queue_line.h"
#include "tests/engine/simulators/services/kernel/queueing_theory.h"

namespace parktwin::services::kernel {
namespace {

/// Of the first station of a line.
void expect_covered(const LineStation& station, double arrivals, double truth,
                    const std::function<double(const StationFigures&)>& measure) {
  Line line;
  line.arrivals_per_s = arrivals;
  line.stations = {station};
  line.warm_up_s = 200.0;
  line.end_s = 2200.0;
  expect_coverage(truth, [&](std::uint64_t seed, std::uint32_t replica) {
    Line seeded = line;
    seeded.seed = seed;
    return measure(simulate_line(seeded, replica).stations[0]);
  });
}

double refused(const StationFigures& figures) { return figures.refused_share(); }
double wait(const StationFigures& figures) { return figures.mean_wait_s; }
double waited(const StationFigures& figures) { return figures.waited_share(); }

TEST(Coverage, LossOfErlangB) {
  expect_covered({4, 0, 1.0, Service::exponential}, 2.5, erlang_b(4, 2.5), refused);
  expect_covered({3, 0, 1.0, Service::fixed}, 1.5, erlang_b(3, 1.5), refused);
}

TEST(Coverage, WaitsOfMMc) {
  expect_covered({3, unlimited, 1.0, Service::exponential}, 1.8, mmc_wait(3, 1.8, 1.0), wait);
  expect_covered({3, unlimited, 1.0, Service::exponential}, 1.8, erlang_c(3, 1.8), waited);
}

TEST(Coverage, WaitsOfMD1AndMG1) {
  expect_covered({1, unlimited, 1.0, Service::fixed}, 0.5, mg1_wait(0.5, 1.0, 0.0), wait);
  expect_covered({1, unlimited, 1.0, Service::two_point}, 0.5, mg1_wait(0.5, 1.0, 0.25), wait);
}

/// Normal means about 5 with the given deviation, spoilt by a factor of their spread within a seed and a shift.
Coverage of_normal_means(double spread, double shift) {
  return coverage_of(5.0, [&](std::uint64_t seed, std::uint32_t replica) {
    RandomStream random(seed, 7, replica);
    RandomStream common(seed, 8, 0);
    const auto normal = [](RandomStream& stream) {
      const double radius = std::sqrt(2.0 * stream.exponential());
      return radius * std::cos(6.283185307179586 * stream.uniform());
    };
    return 5.0 + shift + normal(common) / std::sqrt(10.0) * std::sqrt(1.0 - spread) + std::sqrt(spread) * normal(random);
  });
}

TEST(Coverage, TheCheckItselfTellsNarrowWideAndShiftedIntervals) {
  const Coverage sound = of_normal_means(1.0, 0.0);
  EXPECT_GE(sound.covered, 192U);
  EXPECT_NEAR(sound.mean_half_width, exact_half_width(sound.deviation), 0.2 * exact_half_width(sound.deviation));
  // Replicas that hang together look more certain than they are.
  const Coverage narrow = of_normal_means(0.3, 0.0);
  EXPECT_LT(narrow.covered, 185U);
  EXPECT_LT(narrow.mean_half_width, 0.8 * exact_half_width(narrow.deviation));
  const Coverage shifted = of_normal_means(1.0, 1.0);
  EXPECT_LT(shifted.covered, 150U);
  EXPECT_GT(std::abs(shifted.mean - 5.0), 3.5 * shifted.deviation / std::sqrt(200.0));
  // c₄ of ten values is 0.9727 (Montgomery, Introduction to Statistical Quality Control, appendix VI).
  EXPECT_NEAR(exact_half_width(1.0), student_t(0.99, 9) * 0.9727, 1e-3);
}

}  // namespace
}  // namespace parktwin::services::kernel
