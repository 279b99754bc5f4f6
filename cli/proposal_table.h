#pragma once
// A proposed plan as text: targets before and after, what is built where at which cost, and how far from the cheapest it can be.
#include <string>

#include "cli/session.h"
#include "engine/plan/proposal.h"

namespace parktwin::cli {

[[nodiscard]] std::string proposal_table(const plan::Proposal& proposal, const Session& session);

}  // namespace parktwin::cli
