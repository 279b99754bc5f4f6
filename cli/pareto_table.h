#pragma once
// Cost against coverage or carbon as a table, as CSV, and as a chart (SVG): plans, their bounds, and which of them no other one beats.
#include <string>

#include "cli/session.h"
#include "engine/plan/pareto/pareto.h"

namespace parktwin::cli {

[[nodiscard]] std::string pareto_table(const plan::ParetoFront& front, const Session& session);

[[nodiscard]] std::string pareto_csv(const plan::ParetoFront& front);

/// Plans as dots, dominated ones hollow, bounds as dashes below them.
[[nodiscard]] std::string pareto_svg(const plan::ParetoFront& front, const Session& session);

}  // namespace parktwin::cli
