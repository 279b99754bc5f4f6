#include "engine/core/programme/linear_programme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::programme {
namespace {

using ::testing::ElementsAre;

/// Maximise 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6).
LinearProgramme textbook() {
  LinearProgramme programme;
  const auto x = programme.add_columns(1, 0.0, 4.0, -3.0);
  const auto y = programme.add_columns(1, 0.0, unlimited, -5.0);
  const auto first = programme.add_rows(1, -unlimited, 12.0);
  const auto second = programme.add_rows(1, -unlimited, 18.0);
  programme.set(second, y, 2.0);
  programme.set(first, y, 2.0);
  programme.set(second, x, 3.0);
  return programme;
}

TEST(LinearProgramme, Textbook) {
  const auto solution = solve(textbook());
  ASSERT_EQ(solution.outcome, Outcome::optimal);
  EXPECT_NEAR(solution.objective, -36.0, 1e-9);
  EXPECT_THAT(solution.values, ElementsAre(::testing::DoubleNear(2.0, 1e-9), ::testing::DoubleNear(6.0, 1e-9)));
}

TEST(LinearProgramme, SparseColumns) {
  const auto columns = sparse_columns(textbook());
  EXPECT_THAT(columns.starts, ElementsAre(0, 1, 3));
  EXPECT_THAT(columns.rows, ElementsAre(1, 1, 0));
  EXPECT_THAT(columns.values, ElementsAre(3.0, 2.0, 2.0));
}

TEST(LinearProgramme, ItsOwnBasisNeedsNoIterations) {
  const auto first = solve(textbook());
  const auto again = solve(textbook(), first.basis);
  EXPECT_EQ(again.iterations, 0);
  EXPECT_NEAR(again.objective, first.objective, 1e-12);
}

TEST(LinearProgramme, ABasisOfAnotherShapeIsIgnored) { EXPECT_NEAR(solve(textbook(), Basis{{1, 1, 1}, {1}}).objective, -36.0, 1e-9); }

TEST(LinearProgramme, InfeasibleAndUnbounded) {
  auto programme = textbook();
  programme.row_lower[0] = 13.0;
  programme.row_upper[0] = 20.0;
  programme.upper[1] = 6.0;
  EXPECT_EQ(solve(programme).outcome, Outcome::infeasible);
  auto open = textbook();
  open.row_upper = {unlimited, unlimited};
  const auto solution = solve(open);
  EXPECT_EQ(solution.outcome, Outcome::unbounded);
  EXPECT_EQ(solution.unbounded_column, 1);
}

}  // namespace
}  // namespace parktwin::programme
