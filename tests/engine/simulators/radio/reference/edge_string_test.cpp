#include "engine/simulators/radio/reference/edge_string.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr double wave_number = 2.0 * pi * 3.5e9 / 299792458.0;

TEST(EdgeString, OneEdgeIsTheClosedForm) {
  for (const double bend : {0.0, 0.001, 0.02, 0.3, 1.2}) {
    for (const double after_m : {1.0, 50.0, 900.0}) {
      const std::vector<StringEdge> edges = {{300.0, bend, 1.0}};
      const Complex closed = single_edge_factor(bend, 300.0 * after_m / (300.0 + after_m), wave_number);
      EXPECT_NEAR(std::abs(edge_string_factor(edges, after_m, wave_number) / closed - 1.0), 0.0, 1e-6) << bend << " " << after_m;
    }
  }
}

// n edges at equal distances, all just touched by the ray, pass 1/(n + 1) of the field: the chance that a random walk of n + 1 equal steps
// which returns to its start stays on one side (the cycle lemma).
TEST(EdgeString, TouchedEdgesAtEqualDistancesPassOneOverTheirNumberAndOne) {
  for (int n = 1; n <= 8; ++n) {
    const std::vector<StringEdge> edges(static_cast<std::size_t>(n), StringEdge{40.0, 0.0, 1.0});
    EXPECT_NEAR(std::abs(edge_string_factor(edges, 40.0, wave_number) - 1.0 / (n + 1.0)), 0.0, 1e-6) << n;
  }
}

// Two touched edges: ¼ + arcsin(ρ)/2π with ρ = √(d0 d2/((d0 + d1)(d1 + d2))), the quadrant of two normal variables; on opposite sides of
// the ray with the other sign.
TEST(EdgeString, TwoTouchedEdgesAtAnyDistances) {
  const RandomSequence random(51, 0, 0);
  for (std::uint32_t i = 0; i < 40; ++i) {
    const double before = random.uniform(3 * i, 5, 500);
    const double middle = random.uniform(3 * i + 1, 1, 300);
    const double after = random.uniform(3 * i + 2, 5, 500);
    const double share = std::asin(std::sqrt(before * after / ((before + middle) * (middle + after)))) / (2.0 * pi);
    EXPECT_NEAR(
        std::abs(edge_string_factor(std::vector<StringEdge>{{before, 0.0, 1.0}, {middle, 0.0, 1.0}}, after, wave_number) - 0.25 - share),
        0.0, 1e-6);
    EXPECT_NEAR(
        std::abs(edge_string_factor(std::vector<StringEdge>{{before, 0.0, 1.0}, {middle, 0.0, -1.0}}, after, wave_number) - 0.25 + share),
        0.0, 1e-6);
  }
}

// Two edges nearer to each other than the Fresnel zone is wide act as one that bends the ray by both their angles.
TEST(EdgeString, TwoEdgesCloseTogetherActAsOne) {
  for (const double bend : {0.01, 0.03, 0.06}) {
    const std::vector<StringEdge> edges = {{200.0, bend, 1.0}, {0.02, bend, 1.0}};
    const double two_db = 20.0 * std::log10(std::abs(edge_string_factor(edges, 100.0, wave_number)));
    const double one_db = 20.0 * std::log10(std::abs(single_edge_factor(2.0 * bend, 200.0 * 100.0 / 300.0, wave_number)));
    EXPECT_NEAR(two_db, one_db, 0.5) << bend;
  }
}

// Far from each other and well bent, each edge acts alone on the cylindrical wave of the one before: the product with the distances of
// neighbours (the asymptotic cascade).
TEST(EdgeString, StronglyBentEdgesActOneAfterTheOther) {
  const std::vector<StringEdge> edges = {{100.0, 0.4, 1.0}, {80.0, 0.5, 1.0}, {60.0, 0.3, 1.0}};
  const double legs[] = {100.0, 80.0, 60.0, 70.0};
  // Every edge 1/(√(2πk) bend), spread by √(total/product of legs).
  double expected = std::sqrt(310.0 / (legs[0] * legs[1] * legs[2] * legs[3]));
  for (const auto& edge : edges) expected /= std::sqrt(2.0 * pi * wave_number) * edge.bend;
  EXPECT_NEAR(std::abs(edge_string_factor(edges, legs[3], wave_number)) / expected, 1.0, 0.01);
}

TEST(EdgeString, BackwardsIsTheSame) {
  const RandomSequence random(52, 0, 0);
  for (std::uint32_t i = 0; i < 20; ++i) {
    const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
    const double legs[] = {draw(0, 5, 300), draw(1, 1, 100), draw(2, 1, 100), draw(3, 5, 300)};
    const double bends[] = {draw(4, 0, 0.3), draw(5, 0, 0.1), draw(6, 0, 1)};
    const double side = draw(7, 0, 1) < 0.5 ? -1.0 : 1.0;
    const std::vector<StringEdge> there = {{legs[0], bends[0], 1.0}, {legs[1], bends[1], side}, {legs[2], bends[2], 1.0}};
    const std::vector<StringEdge> back = {{legs[3], bends[2], 1.0}, {legs[2], bends[1], 1.0}, {legs[1], bends[0], side}};
    const Complex one = edge_string_factor(there, legs[3], wave_number);
    EXPECT_NEAR(std::abs(one - edge_string_factor(back, legs[0], wave_number)), 0.0, 1e-8 * std::abs(one));
  }
}

}  // namespace
}  // namespace parktwin::radio::reference
