#pragma once
// The scorecard as text for a terminal: clause, condition, value, threshold, verdict, and below each missed one where it fails.
#include <string>
#include <vector>

#include "cli/session.h"
#include "engine/criteria/verdict.h"

namespace parktwin::cli {

/// `all` also lists the clauses that were not assessed; otherwise they are counted.
[[nodiscard]] std::string scorecard_table(const std::vector<criteria::Verdict>& verdicts, const Session& session, bool all);

/// Columns a UTF-8 text takes on a terminal; East Asian wide characters take two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Cut to at most `width` columns, ending in "…" when something was cut; never inside a character.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace parktwin::cli
