#include "engine/simulators/energy/grid/sparse_lu.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <limits>

#include "engine/core/random.h"

namespace parktwin::energy::grid {
namespace {

TEST(SparseLu, SolvesOnePatternWithChangingValues) {
  constexpr int count = 12;
  std::vector<int> begin{0};
  std::vector<int> column;
  for (int row = 0; row < count; ++row) {
    for (int other = 0; other < count; ++other) {
      if (other == row || (row * 7 + other * 3) % 5 == 0) column.push_back(other);
    }
    begin.push_back(static_cast<int>(column.size()));
  }
  SparseLu lu(begin, column);
  const RandomSequence random(5, 1, 1);
  std::uint32_t draw = 0;
  for (int round = 0; round < 20; ++round) {
    Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(count, count);
    std::vector<double> values;
    for (int row = 0; row < count; ++row) {
      for (int entry = begin[row]; entry < begin[row + 1]; ++entry) {
        // Odd rounds have weak diagonals, so that kept pivots become poor.
        const double scale = column[entry] == row && round % 2 == 1 ? 1e-14 : 1.0;
        values.push_back(scale * random.normal(draw++));
        dense(row, column[entry]) = values.back();
      }
    }
    Eigen::VectorXd right = Eigen::VectorXd::Random(count);
    std::vector<double> x(right.data(), right.data() + count);
    ASSERT_TRUE(lu.factor(values));
    ASSERT_TRUE(lu.solve(x));
    const Eigen::VectorXd left = dense * Eigen::Map<Eigen::VectorXd>(x.data(), count);
    EXPECT_LT((left - right).norm(), 1e-6) << round;
  }
}

TEST(SparseLu, SaysWhatItCannotFactor) {
  SparseLu lu({0, 2, 4}, {0, 1, 0, 1});
  std::vector<double> x{1.0, 1.0};
  EXPECT_FALSE(lu.solve(x));
  std::vector<double> singular{1.0, 2.0, 2.0, 4.0};
  EXPECT_FALSE(lu.factor(singular));
  std::vector<double> infinite{1.0, std::numeric_limits<double>::infinity(), 2.0, 4.0};
  EXPECT_FALSE(lu.factor(infinite));
  std::vector<double> regular{1.0, 2.0, 2.0, 1.0};
  EXPECT_TRUE(lu.factor(regular));
  EXPECT_TRUE(lu.solve(x));
  EXPECT_NEAR(x[0], 1.0 / 3.0, 1e-15);
}

}  // namespace
}  // namespace parktwin::energy::grid
