#include "engine/core/programme/mixed_programme.h"

#include <CbcHeuristic.hpp>
#include <CbcModel.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <OsiClpSolverInterface.hpp>
#include <span>

namespace parktwin::programme {

MixedSolution solve_mixed(const LinearProgramme& programme, const MixedOptions& options) {
  const auto matrix = sparse_columns(programme);
  const auto columns = static_cast<int>(programme.columns());
  const auto rows = static_cast<int>(programme.rows());
  OsiClpSolverInterface relaxed;
  relaxed.messageHandler()->setLogLevel(0);
  const CoinPackedMatrix packed(true, rows, columns, matrix.starts.back(), matrix.values.data(), matrix.rows.data(), matrix.starts.data(),
                                nullptr);
  relaxed.loadProblem(packed, programme.lower.data(), programme.upper.data(), programme.cost.data(), programme.row_lower.data(),
                      programme.row_upper.data());
  for (std::size_t column = 0; column < programme.columns(); ++column) {
    if (programme.whole[column] != 0) relaxed.setInteger(static_cast<int>(column));
  }
  CbcModel model(relaxed);
  model.setLogLevel(0);
  model.solver()->setHintParam(OsiDoReducePrint, true, OsiHintDo);
  model.setAllowableFractionGap(options.gap);
  model.setMaximumNodes(options.nodes);
  CglProbing probing;
  model.addCutGenerator(&probing, -1, "probing");
  CglMixedIntegerRounding2 rounding_cuts;
  model.addCutGenerator(&rounding_cuts, -1, "mixed integer rounding");
  CbcRounding rounding(model);
  model.addHeuristic(&rounding);
  model.initialSolve();
  MixedSolution solution;
  if (model.solver()->isProvenDualInfeasible()) {
    solution.outcome = Outcome::unbounded;
    return solution;
  }
  model.branchAndBound();
  if (model.bestSolution() == nullptr) {
    solution.outcome = model.isProvenInfeasible() ? Outcome::infeasible : Outcome::stopped;
    return solution;
  }
  const auto values = std::span(model.bestSolution(), programme.columns());
  solution.values.assign(values.begin(), values.end());
  solution.objective = model.getObjValue();
  solution.bound = model.getBestPossibleObjValue();
  solution.outcome = model.isProvenOptimal() ? Outcome::optimal : Outcome::stopped;
  return solution;
}

}  // namespace parktwin::programme
