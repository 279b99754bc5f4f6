#include "engine/simulators/energy/grid/admittance_factors.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>

#include "tests/engine/simulators/energy/grid/random_grid.h"

namespace parktwin::energy::grid {
namespace {

/// The network's matrix with an earth at its first node, so that it is regular.
Network earthed(std::uint32_t number, const RandomShape& shape) {
  Network network = compile(random_grid(number, shape));
  network.admittance[0] += Complex(2.0, -7.0);
  return network;
}

TEST(AdmittanceFactors, SolveAsADenseMatrixDoes) {
  for (std::uint32_t number = 0; number < 12; ++number) {
    const Network network = earthed(number, {15 + number, number % 5, false, number % 2 == 1});
    const auto count = static_cast<Eigen::Index>(network.node_count());
    Eigen::MatrixXcd dense = Eigen::MatrixXcd::Zero(count, count);
    for (Eigen::Index row = 0; row < count; ++row) {
      for (auto entry = network.row_begin[row]; entry < network.row_begin[row + 1]; ++entry) {
        dense(row, network.column[entry]) = network.admittance[entry];
      }
    }
    const Eigen::VectorXcd right = Eigen::VectorXcd::Random(count);
    std::vector<Complex> x(right.data(), right.data() + count);
    const auto factors = factor_admittance(network.row_begin, network.column, network.admittance);
    ASSERT_TRUE(factors.regular);
    factors.solve(x);
    const Eigen::VectorXcd expected = dense.partialPivLu().solve(right);
    for (Eigen::Index i = 0; i < count; ++i) EXPECT_LT(std::abs(x[i] - expected[i]), 1e-9 * expected.norm());
  }
}

TEST(AdmittanceFactors, RadialGridsHaveNoFill) {
  const Network network = earthed(1, {60, 0});
  const auto factors = factor_admittance(network.row_begin, network.column, network.admittance);
  EXPECT_EQ(factors.later.size(), network.node_count() - 1);
}

TEST(AdmittanceFactors, SayWhenAPivotVanishes) {
  EXPECT_FALSE(factor_admittance({0, 1}, {0}, {Complex(0.0)}).regular);
  EXPECT_FALSE(factor_admittance({0, 2, 4}, {0, 1, 0, 1}, {1.0, -1.0, -1.0, 1.0}).regular);
}

}  // namespace
}  // namespace parktwin::energy::grid
