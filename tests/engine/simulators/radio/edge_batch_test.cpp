#include "engine/simulators/radio/edge_batch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr double wavelength_m = 0.299792458;  // 1 GHz

TEST(EdgeBatch, ParameterCodesRoundTripWithinHalfAStep) {
  for (double parameter = -0.998; parameter < 126.99; parameter += 0.00137) {
    const std::uint16_t code = parameter_code(static_cast<float>(parameter));
    ASSERT_NE(code, 0);
    ASSERT_EQ(code & hidden_bit, 0);
    EXPECT_NEAR(static_cast<double>(parameter_of(code)), parameter, 0.5 / 256 + 1e-5);
    EXPECT_EQ(parameter_of(code | hidden_bit), parameter_of(code));
  }
  for (std::uint16_t code = 1; code < 32767; ++code) EXPECT_EQ(parameter_code(parameter_of(code)), code);
}

TEST(EdgeBatch, ParameterCodesAreBounded) {
  EXPECT_EQ(parameter_code(-5.0F), 1);
  EXPECT_EQ(parameter_code(-1.0F), 1);
  EXPECT_EQ(parameter_code(1e9F), 32767);
  EXPECT_EQ(parameter_of(parameter_code(0.0F)), 0.0F);
}

// ν = 2 √(extra way/λ) in double, from shallow to steep, and 0 below the straight line.
TEST(EdgeBatch, BendParametersAreThoseOfTheExtraWay) {
  std::size_t bent = 0;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const RandomSequence random(81, 0, i);
    const double steep = std::pow(10.0, random.uniform(4, -3.0, 0.7));
    const auto way1 = static_cast<float>(random.uniform(0, 0.5, 400.0));
    const auto way2 = static_cast<float>(random.uniform(1, 0.5, 400.0));
    const auto rise1 = static_cast<float>(steep * static_cast<double>(way1) * random.uniform(2, -1.0, 1.0));
    const auto rise2 = static_cast<float>(steep * static_cast<double>(way2) * random.uniform(3, -1.0, 1.0));
    const double w1 = way1, w2 = way2, r1 = rise1, r2 = rise2;
    const double found = static_cast<double>(bend_parameter(way1, way2, rise1, rise2));
    if (r1 * w2 <= r2 * w1) {
      EXPECT_NEAR(found, 0.0, 1e-3) << i;
      continue;
    }
    ++bent;
    const double extra_m = std::hypot(w1, r1) + std::hypot(w2, r2) - std::hypot(w1 + w2, r1 + r2);
    const double exact = 2.0 * std::sqrt(std::max(extra_m, 0.0) / wavelength_m);
    EXPECT_NEAR(found, exact, 1e-4 * exact + 1e-3) << i;
  }
  EXPECT_GT(bent, 8000U);
}

// −20 lg C_N from P.526-15 section 4.4.1 by its products: Pa = s1 Π s2 (s1 + Σ s2), Pb = s1₁ s2_N Π (s1 + s2), C_N = √(Pa/Pb).
double spreading_db(const std::vector<double>& ways) {
  double pa = ways.front();
  double pb = ways.front() * ways.back();
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < ways.size(); ++i) {
    pa *= ways[i + 1];
    pb *= ways[i] + ways[i + 1];
    sum += ways[i + 1];
  }
  return 10.0 * std::log10(pb / (pa * (ways.front() + sum)));
}

struct Drawn {
  LastEdge edge;
  std::size_t edges = 0;
  double last = 0.0;
  double spreading_db = 0.0;
};

// A last edge after none, one or two others.
Drawn draw_edge(std::uint32_t number) {
  const RandomSequence random(82, 0, number);
  Drawn drawn;
  drawn.edges = 1 + random.below(0, 3);
  std::vector<double> ways;
  for (std::uint32_t i = 0; i <= drawn.edges; ++i) ways.push_back(random.uniform(10 + i, 1.0, 300.0));
  LastEdge& edge = drawn.edge;
  edge.hidden = true;
  edge.way1_m = static_cast<float>(ways[drawn.edges - 1]);
  edge.way2_m = static_cast<float>(ways[drawn.edges]);
  edge.rise1_m = static_cast<float>(random.uniform(1, -10.0, 30.0));
  edge.rise2_m = edge.rise1_m * edge.way2_m / edge.way1_m - static_cast<float>(random.uniform(2, 0.01, 40.0));
  double before_m = 0.0;
  for (std::size_t i = 0; i + 1 < drawn.edges; ++i) before_m += ways[i];
  edge.before_m = static_cast<float>(before_m);
  if (drawn.edges > 1) edge.greater = static_cast<float>(random.uniform(3, 0.0, 20.0));
  if (drawn.edges > 2) edge.other = static_cast<float>(random.uniform(4, 0.0, 20.0));
  if (drawn.edges > 2)
    edge.ratio = static_cast<float>((ways[0] + ways[1]) * (ways[1] + ways[2]) / (ways[1] * (ways[0] + ways[1] + ways[2])));
  edge.departure_slope = static_cast<float>(random.uniform(5, -9.0, 9.0));
  const double w1 = edge.way1_m, w2 = edge.way2_m, r1 = edge.rise1_m, r2 = edge.rise2_m;
  drawn.last = 2.0 * std::sqrt((std::hypot(w1, r1) + std::hypot(w2, r2) - std::hypot(w1 + w2, r1 + r2)) / wavelength_m);
  drawn.spreading_db = spreading_db(ways);
  return drawn;
}

TEST(EdgeBatch, KeepsEdgesInOrderWithSpreadingAndDeparture) {
  EdgeBatch batch;
  std::size_t edges[4] = {};
  for (const std::uint32_t size : {1U, 7U, 64U, 65U, static_cast<std::uint32_t>(EdgeBatch::capacity), 3U}) {
    for (std::uint32_t i = 0; i < size; ++i) batch.put(i, draw_edge(1000 * size + i).edge);
    batch.compute(size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const Drawn drawn = draw_edge(1000 * size + i);
      ++edges[drawn.edges];
      EXPECT_NE(batch.first[i] & hidden_bit, 0);
      std::vector<double> expected;
      if (drawn.edges > 1) expected.push_back(static_cast<double>(drawn.edge.greater));
      if (drawn.edges > 2) expected.push_back(static_cast<double>(drawn.edge.other));
      expected.push_back(drawn.last);
      const std::uint16_t codes[] = {static_cast<std::uint16_t>(batch.first[i] & parameter_mask), batch.second[i], batch.third[i]};
      for (std::size_t k = 0; k < 3; ++k) {
        if (k >= expected.size()) {
          EXPECT_EQ(codes[k], 0);
          continue;
        }
        EXPECT_NEAR(static_cast<double>(parameter_of(codes[k])), std::min(expected[k], 126.996), 0.5 / 256 + 1e-3)
            << drawn.edges << " " << k;
      }
      const double db = static_cast<double>(spreading_step_db) * batch.spreading[i];
      if (drawn.edges == 1) {
        EXPECT_EQ(batch.spreading[i], 0);
      } else {
        EXPECT_NEAR(db, std::min(drawn.spreading_db, 25.5), 0.051);
      }
      const double slope = std::clamp(static_cast<double>(drawn.edge.departure_slope), -32767.0 / 4096, 32767.0 / 4096);
      EXPECT_NEAR(static_cast<double>(departure_step) * batch.departure[i], slope, 0.501 / 4096);
    }
  }
  for (std::size_t k = 1; k <= 3; ++k) EXPECT_GT(edges[k], 100U);
}

TEST(EdgeBatch, WhatIsTooGreatIsBounded) {
  LastEdge edge;
  edge.hidden = true;
  edge.way1_m = 1e-3F;
  edge.way2_m = 900.0F;
  edge.rise1_m = 5000.0F;
  edge.rise2_m = -9000.0F;
  edge.before_m = 900.0F;
  edge.greater = 500.0F;
  EdgeBatch batch;
  batch.put(0, edge);
  batch.compute(1);
  EXPECT_EQ(batch.first[0], 0xFFFF);
  EXPECT_EQ(batch.second[0], 0x7FFF);
  EXPECT_EQ(batch.spreading[0], 255);
}

}  // namespace
}  // namespace parktwin::radio
