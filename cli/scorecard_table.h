#pragma once
// The scorecard as text for a terminal: clause, condition, value, threshold, verdict, and below each missed one where it fails.
#include <string>
#include <vector>

#include "cli/session.h"
#include "engine/criteria/verdict.h"

namespace parktwin::cli {

/// `all` also lists the clauses that were not assessed; otherwise they are counted.
[[nodiscard]] std::string scorecard_table(const std::vector<criteria::Verdict>& verdicts, const Session& session, bool all);

}  // namespace parktwin::cli
