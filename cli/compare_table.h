#pragma once
// Runs side by side as text for a terminal: targets with margins, key figures of cost, energy, carbon and adoption, who gained and who
// lost.
#include <string>

#include "cli/session.h"
#include "engine/compare/compare.h"

namespace parktwin::cli {

/// `all` also lists assessed targets and key figures that are the same in every run, and every enterprise by name instead of the first
/// ones.
[[nodiscard]] std::string compare_table(const compare::Comparison& comparison, const Session& session, bool all);

}  // namespace parktwin::cli
