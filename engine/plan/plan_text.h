#pragma once
// A plan as the text of a scenario, and what that scenario costs, record by record.
#include <string>

#include "engine/plan/pricing/pricing.h"
#include "engine/plan/proposal.h"
#include "engine/plan/question.h"
#include "engine/plan/radio/radio_plan.h"

namespace parktwin::plan {

/// Items of the list of changes, by what they build; empty where nothing is to be done.
struct PlanChanges {
  std::string removals;
  std::string antenna;
  std::vector<std::string> ducts;
  std::vector<std::string> sites;  ///< each with its cable
  [[nodiscard]] std::string all() const;
};

[[nodiscard]] PlanChanges changes_of(const Question& question, const RadioPlan& plan, const PlannedIds& ids);

[[nodiscard]] std::string scenario_of(const Question& question, const std::string& changes);

/// Lines of a bill by item, in the order in which they first come.
[[nodiscard]] std::vector<ProposedQuantity> quantities_of(const costs::Bill& bill);

/// Puts sites, ducts, bill of quantities and cost of the plan into the proposal.
void put_plan(const Park& park, const RadioPlan& plan, const PlannedIds& ids, const PricedChanges& priced, Proposal& proposal);

}  // namespace parktwin::plan
