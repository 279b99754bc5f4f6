#pragma once
// A comparison of runs as tables of the report: compared_targets (every clause side by side, those that differ first), compared_runs (every
// other run against the first: ground, enterprises, cost), compared_figures (cost, energy, carbon and adoption side by side).
#include <vector>

#include "engine/compare/compare.h"
#include "viz/report/table_json.h"

namespace parktwin::viz::report {

[[nodiscard]] std::vector<Json> compare_tables(const compare::Comparison& comparison);

}  // namespace parktwin::viz::report
