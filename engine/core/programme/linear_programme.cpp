#include "engine/core/programme/linear_programme.h"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <span>

namespace parktwin::programme {

std::int32_t LinearProgramme::add_columns(std::size_t count, double least, double most, double unit_cost) {
  const auto first = static_cast<std::int32_t>(cost.size());
  cost.resize(cost.size() + count, unit_cost);
  lower.resize(lower.size() + count, least);
  upper.resize(upper.size() + count, most);
  whole.resize(whole.size() + count, 0);
  return first;
}

std::int32_t LinearProgramme::add_rows(std::size_t count, double least, double most) {
  const auto first = static_cast<std::int32_t>(row_lower.size());
  row_lower.resize(row_lower.size() + count, least);
  row_upper.resize(row_upper.size() + count, most);
  return first;
}

SparseColumns sparse_columns(const LinearProgramme& programme) {
  SparseColumns made;
  made.starts.assign(programme.columns() + 1, 0);
  for (const auto& entry : programme.entries) ++made.starts[static_cast<std::size_t>(entry.column) + 1];
  std::partial_sum(made.starts.begin(), made.starts.end(), made.starts.begin());
  made.rows.resize(programme.entries.size());
  made.values.resize(programme.entries.size());
  auto next = made.starts;
  for (const auto& entry : programme.entries) {
    const auto place = static_cast<std::size_t>(next[static_cast<std::size_t>(entry.column)]++);
    made.rows[place] = entry.row;
    made.values[place] = entry.value;
  }
  return made;
}

namespace {

void read_basis(const ClpSimplex& solver, const LinearProgramme& programme, Basis& basis) {
  const auto status = std::span(solver.statusArray(), programme.columns() + programme.rows());
  const auto middle = status.begin() + static_cast<std::ptrdiff_t>(programme.columns());
  basis.columns.assign(status.begin(), middle);
  basis.rows.assign(middle, status.end());
}

std::int32_t steepest(const ClpSimplex& solver, std::size_t columns) {
  const std::unique_ptr<double[]> ray(solver.unboundedRay());
  if (!ray) return -1;
  const auto parts = std::span<const double>(ray.get(), columns);
  const auto greatest = std::max_element(parts.begin(), parts.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
  return static_cast<std::int32_t>(greatest - parts.begin());
}

}  // namespace

Solution solve(const LinearProgramme& programme, const Basis& start) {
  const auto matrix = sparse_columns(programme);
  ClpSimplex solver;
  solver.setLogLevel(0);
  solver.loadProblem(static_cast<int>(programme.columns()), static_cast<int>(programme.rows()), matrix.starts.data(), matrix.rows.data(),
                     matrix.values.data(), programme.lower.data(), programme.upper.data(), programme.cost.data(),
                     programme.row_lower.data(), programme.row_upper.data());
  const bool fits = start.columns.size() == programme.columns() && start.rows.size() == programme.rows();
  if (fits) {
    std::vector<unsigned char> status = start.columns;
    status.insert(status.end(), start.rows.begin(), start.rows.end());
    solver.copyinStatus(status.data());
  }
  solver.setPerturbation(50);  // degenerate vertices are many: ties are broken by the solver's own small changes of the costs
  solver.dual();
  if (solver.status() == 4 || solver.status() == 3) solver.primal();
  Solution solution;
  solution.iterations = solver.numberIterations();
  if (solver.status() == 1) solution.outcome = Outcome::infeasible;
  if (solver.status() == 2) {
    solver.primal();  // the dual simplex knows that the dual is infeasible, the primal knows along which ray
    solution.outcome = solver.status() == 1 ? Outcome::infeasible : Outcome::unbounded;
    if (solution.outcome == Outcome::unbounded) solution.unbounded_column = steepest(solver, programme.columns());
  }
  if (solver.status() != 0) return solution;
  solution.outcome = Outcome::optimal;
  const auto values = std::span(solver.primalColumnSolution(), programme.columns());
  solution.values.assign(values.begin(), values.end());
  solution.objective = solver.objectiveValue();
  read_basis(solver, programme, solution.basis);
  return solution;
}

}  // namespace parktwin::programme
