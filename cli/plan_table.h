#pragma once
// A plan as text for a terminal: what each phase reaches of every target and spends, and what the changes cost.
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "engine/criteria/plan_record.h"
#include "engine/criteria/verdict.h"

namespace parktwin::cli {

/// Phases side by side; empty for a run without phases. `all` also lists targets that are met and the same in every phase. `verdicts` of
/// the last phase give the titles.
[[nodiscard]] std::string phase_table(const criteria::PlanRecord& plan, const std::vector<criteria::Verdict>& verdicts,
                                      const Session& session, bool all);

/// Bill of quantities, sums and what has no price; empty for a run that changed nothing. `all` adds the yearly cash flow.
[[nodiscard]] std::string cost_table(const criteria::PlanRecord& plan, const Session& session, bool all);

/// "97.77 MISSED"; rounded down, so that a missed threshold never looks met.
[[nodiscard]] std::string verdict_cell(criteria::Status status, const std::optional<double>& value, const Session& session);

/// Thousands of yuan in English, ten thousands in Chinese.
[[nodiscard]] std::string money(double cny, const Session& session);

}  // namespace parktwin::cli
