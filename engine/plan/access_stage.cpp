#include "engine/plan/access_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <sstream>

#include "engine/criteria/criteria.h"
#include "engine/plan/access/access_plan.h"
#include "engine/plan/confirmation/confirmation.h"
#include "engine/plan/plan_text.h"

namespace parktwin::plan {
namespace {

constexpr double cny_per_kcny = 1000.0;

void refuse(Proposal& proposal, std::string en, std::string zh) {
  proposal.outcome = ProposalOutcome::no_plan;
  proposal.reason_en = std::move(en);
  proposal.reason_zh = std::move(zh);
  proposal.scenario.clear();
}

/// Clauses of the targets there are, and the one of access.
criteria::Pack asked_of(const Question& question, const Proposal& proposal, const criteria::Clause& access) {
  std::set<std::string> clauses = {access.id};
  for (const ProposedTarget& target : proposal.targets) clauses.insert(target.clause);
  return only(question.pack, clauses);
}

std::optional<double> value_of(const std::vector<criteria::Verdict>& verdicts, const std::string& clause) {
  for (const auto& verdict : verdicts) {
    if (verdict.id == clause) return verdict.value;
  }
  return std::nullopt;
}

/// True when all targets hold; else the proposal is refused with the first that does not.
bool confirm(const std::vector<criteria::Verdict>& verdicts, Proposal& proposal) {
  bool all = true;
  for (ProposedTarget& target : proposal.targets) {
    target.confirmed_percent = value_of(verdicts, target.clause);
    if (target.confirmed_percent.value_or(0.0) >= target.target_percent || !all) continue;
    all = false;
    const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.id == target.clause; });
    const bool named = verdict != verdicts.end() && !verdict->where_en.empty();
    refuse(proposal,
           fmt::format("{}: {:.2f} % with the planned access, {:.2f} % is asked for{}", target.clause,
                       target.confirmed_percent.value_or(0.0), target.target_percent, named ? "; " + verdict->where_en.front() : ""),
           fmt::format("{}：规划接入后为 {:.2f} %，要求 {:.2f} %{}", target.clause, target.confirmed_percent.value_or(0.0),
                       target.target_percent, named ? "；" + verdict->where_zh.front() : ""));
  }
  return all;
}

void put_costs(const Question& question, const std::string& changes, const AccessPlan& plan, const Pricing& pricing, Proposal& proposal) {
  proposal.capital_cny += plan.proposed.capital_cny;
  proposal.present_value_cny += plan.proposed.present_value_cny;
  proposal.lower_bound_cny += plan.proposed.lower_bound_cny;
  if (proposal.present_value_cny > 0.0) {
    proposal.gap_percent = 100.0 * (proposal.present_value_cny - proposal.lower_bound_cny) / proposal.present_value_cny;
  }
  const PricedChanges priced = price_changes(question.park, changes, pricing);
  proposal.quantities = quantities_of(priced.bill);
  proposal.unpriced.assign(priced.unpriced.begin(), priced.unpriced.end());
}

/// The access as the phase after the last. Returns false when a year's budget is too small for it.
bool put_phase(const Question& question, const AccessPlan& plan, Proposal& proposal) {
  const double budget = *question.yearly_budget_cny;
  const double capital = plan.proposed.capital_cny;
  if (capital > budget) {
    refuse(proposal,
           fmt::format("the budget: access of the enterprises costs {:.1f} kCNY, {:.1f} kCNY more than the {:.1f} kCNY of a year",
                       capital / cny_per_kcny, (capital - budget) / cny_per_kcny, budget / cny_per_kcny),
           fmt::format("年度预算不足：企业接入需 {:.1f} 千元，超出年度预算 {:.1f} 千元（{:.1f} 千元）", capital / cny_per_kcny,
                       (capital - budget) / cny_per_kcny, budget / cny_per_kcny));
    return false;
  }
  ProposedPhase phase;
  const std::int32_t first_year = question.first_year.value_or(std::stoi(question.assessed_on.substr(0, 4)));
  phase.year = proposal.phases.empty() ? first_year : proposal.phases.back().year + 1;
  phase.capital_cny = capital;
  for (const ProposedTarget& target : proposal.targets) {
    phase.confirmed_percent.push_back(target.confirmed_percent.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  if (proposal.phases.empty()) proposal.scenario = scenario_of(question, std::string()) + "phases:\n";
  proposal.scenario += fmt::format("  - year: {}\n    name: Access\n    name_zh: 企业接入\n    changes:\n", phase.year);
  std::istringstream lines(plan.changes);
  for (std::string line; std::getline(lines, line);) proposal.scenario += "    " + line + '\n';
  proposal.phases.push_back(std::move(phase));
  return true;
}

std::vector<criteria::Verdict> judged(const Question& question, const Park& park, const Results& results, const criteria::Pack& asked) {
  return criteria::assess(results, park, asked, question.assessed_on);
}

}  // namespace

void put_access(const Question& question, const std::string& built, Proposal& proposal, Progress& progress) {
  const auto clause = std::find_if(question.pack.clauses.begin(), question.pack.clauses.end(), asks_for_access);
  if (clause == question.pack.clauses.end()) {
    return refuse(proposal, "the criteria pack has no target of enterprises with access", "标准中没有企业接入指标");
  }
  const SimulationOptions& options = question.scenario.options;
  const criteria::Pack asked = asked_of(question, proposal, *clause);
  const Park before = park_after(question.park, built);
  const Results standing = network_results(before, options, question.scenario.seed, progress, true);
  const Newcomers newcomers = newcomers_of(before, standing, *clause);
  const Pricing pricing{question.prices, question.scenario.costs, std::stoi(question.assessed_on.substr(0, 4))};
  progress.begin("placing splitters", 1);
  const AccessPlan plan = plan_access(before, newcomers, options.wired.optical, pricing);
  progress.advance();
  proposal.access = plan.proposed;
  ProposedTarget target;
  target.clause = clause->id;
  target.target_percent = *clause->threshold;
  target.standing_percent = value_of(judged(question, before, standing, asked), clause->id).value_or(0.0);
  const auto count = static_cast<double>(before.enterprises->size());
  target.reachable_percent = count > 0.0 ? 100.0 * (1.0 - static_cast<double>(plan.proposed.left_out.size()) / count) : 0.0;
  for (ProposedPhase& phase : proposal.phases) phase.confirmed_percent.push_back(std::numeric_limits<double>::quiet_NaN());
  proposal.targets.push_back(target);
  const Park after = park_after(before, plan.changes);
  const Results results = network_results(after, options, question.scenario.seed, progress, true);
  const std::string changes = built + plan.changes;
  put_costs(question, changes, plan, pricing, proposal);
  if (!confirm(judged(question, after, results, asked), proposal)) {
    for (const std::string& enterprise : plan.proposed.left_out) proposal.reason_en += "; " + enterprise;
    return;
  }
  if (plan.changes.empty()) return;
  proposal.outcome = ProposalOutcome::planned;
  if (question.yearly_budget_cny) {
    put_phase(question, plan, proposal);
  } else {
    proposal.scenario = scenario_of(question, changes);
  }
}

}  // namespace parktwin::plan
