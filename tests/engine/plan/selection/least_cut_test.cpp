#include "engine/plan/selection/least_cut.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace parktwin::plan {
namespace {

double capacity_of(const std::vector<FlowArc>& arcs, const std::vector<std::uint8_t>& sink_side) {
  double sum = 0.0;
  for (const FlowArc& arc : arcs) sum += sink_side[arc.from] == 0 && sink_side[arc.to] != 0 ? arc.capacity : 0.0;
  return sum;
}

TEST(LeastCut, IsTheLeastOfAllCuts) {
  std::mt19937 random(5);
  for (int number = 0; number < 100; ++number) {
    std::vector<FlowArc> arcs;
    for (int i = 0; i < 14; ++i) {
      arcs.push_back(
          {static_cast<std::uint32_t>(random() % 7), static_cast<std::uint32_t>(random() % 7), 0.25 * static_cast<double>(random() % 9)});
    }
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t set = 0; set < 32; ++set) {
      std::vector<std::uint8_t> side(7, 0);
      side[6] = 1;
      for (std::uint32_t v = 0; v < 5; ++v) side[v + 1] = set >> v & 1U;
      least = std::min(least, capacity_of(arcs, side));
    }
    const LeastCut cut = least_cut(7, arcs, 0, 6, 1e9);
    EXPECT_NEAR(cut.flow, least, 1e-9) << number;
    EXPECT_NEAR(capacity_of(arcs, cut.sink_side), least, 1e-9) << number;
    EXPECT_EQ(cut.sink_side[0], 0);
    EXPECT_NEAR(least_cut(7, arcs, 0, 6, 1.0).flow, std::min(1.0, least), 1e-9) << number;
  }
}

}  // namespace
}  // namespace parktwin::plan
