#pragma once
// The parts of a plan as text for a terminal: cost, bound and gap of each, what its clauses ask for and reach, what is built or bought.
#include <string>
#include <vector>

#include "cli/session.h"
#include "engine/plan/proposal.h"

namespace parktwin::cli {

/// Empty for a plan of the network alone.
[[nodiscard]] std::string parts_table(const std::vector<plan::PartProposal>& parts, const Session& session);

/// How many works in how many parts.
[[nodiscard]] std::string parts_title(const plan::Proposal& proposal, const Session& session);

/// Column heads of the clauses of the parts beside the network.
[[nodiscard]] std::string parts_head(const std::vector<plan::PartProposal>& parts, std::size_t width);

}  // namespace parktwin::cli
