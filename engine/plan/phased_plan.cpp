#include "engine/plan/phased_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "engine/plan/radio/site_costs.h"

namespace parktwin::plan {
namespace {

double of(const std::map<std::string, double>& costs, const std::string& id) {
  const auto found = costs.find(id);
  return found == costs.end() ? 0.0 : found->second;
}

/// Items of a list two levels further in.
std::string further_in(const std::string& changes) {
  std::istringstream lines(changes);
  std::string text;
  for (std::string line; std::getline(lines, line);) text += "    " + line + '\n';
  return text;
}

std::string name_of_work(std::uint32_t work, const RadioPlan& plan, const PlannedIds& ids) {
  if (work < plan.sites.size()) return ids.site(work + 1);
  return work < plan.sites.size() + plan.fibre.ducts.size() ? ids.duct(work - plan.sites.size() + 1) : ids.antenna();
}

}  // namespace

PhaseProblem phase_problem(const RadioPlan& plan, const PlannedIds& ids, const PricedChanges& priced, double yearly_budget_cny,
                           std::int32_t most_years) {
  PhaseProblem problem;
  problem.yearly_budget = yearly_budget_cny;
  problem.most_years = most_years;
  const auto sites = static_cast<std::uint32_t>(plan.sites.size());
  const auto antenna = static_cast<std::uint32_t>(plan.sites.size() + plan.fibre.ducts.size());
  for (std::uint32_t i = 0; i < sites; ++i) {
    problem.works.push_back({value_of_site(priced.capital_of_record, ids, i + 1), plan.gains[i], {antenna}});
  }
  for (std::uint32_t d = 0; d < plan.fibre.ducts.size(); ++d) {
    problem.works.push_back({of(priced.capital_of_record, ids.duct(d + 1)), 0.0, {}});
    for (const std::uint32_t cable : plan.fibre.ducts[d].cables) problem.works[cable].needs.push_back(sites + d);
  }
  problem.works.push_back({of(priced.capital_of_record, ids.antenna()), 0.0, {}});
  return problem;
}

std::vector<PlannedWork> network_works(const PlanChanges& changes, const RadioPlan& plan, const PlannedIds& ids,
                                       const PricedChanges& priced) {
  std::vector<PlannedWork> works;
  if (plan.sites.empty()) return works;
  const auto add = [&](const std::string& id, const std::string& text) {
    PlannedWork work;
    work.id = id;
    work.changes = text;
    work.capital_cny = of(priced.capital_of_record, id);
    works.push_back(std::move(work));
  };
  add(ids.antenna(), changes.antenna);
  for (std::size_t d = 0; d < changes.ducts.size(); ++d) add(ids.duct(d + 1), changes.ducts[d]);
  double gains = 0.0;
  for (const double gain : plan.gains) gains += gain;
  for (std::size_t i = 0; i < changes.sites.size(); ++i) {
    add(ids.site(i + 1), changes.sites[i]);
    works.back().capital_cny = value_of_site(priced.capital_of_record, ids, i + 1);
    works.back().gain = gains > 0.0 ? plan.gains[i] / gains : 0.0;
    works.back().is_site = true;
    works.back().needs.push_back(0);
    for (std::uint32_t d = 0; d < plan.fibre.ducts.size(); ++d) {
      const auto& cables = plan.fibre.ducts[d].cables;
      if (std::find(cables.begin(), cables.end(), i) != cables.end()) works.back().needs.push_back(d + 1);
    }
  }
  return works;
}

std::vector<PlannedPhase> phases_of(const PlanChanges& changes, const RadioPlan& plan, const PlannedIds& ids, const PhaseProblem& problem,
                                    const PhaseSolution& solution, std::int32_t first_year) {
  std::vector<PlannedPhase> phases;
  const std::size_t sites = plan.sites.size();
  for (std::int32_t year = 0; year < solution.years; ++year) {
    PlannedPhase phase;
    phase.year = first_year + year;
    if (solution.year.back() == year) phase.changes += changes.antenna;
    for (std::size_t d = 0; d < changes.ducts.size(); ++d) {
      if (solution.year[sites + d] == year) phase.changes += changes.ducts[d];
    }
    for (std::size_t i = 0; i < sites; ++i) {
      if (solution.year[i] != year) continue;
      phase.changes += changes.sites[i];
      phase.sites.push_back(ids.site(i + 1));
    }
    for (std::size_t w = 0; w < problem.works.size(); ++w) phase.capital_cny += solution.year[w] == year ? problem.works[w].cost : 0.0;
    if (!phase.changes.empty()) phases.push_back(std::move(phase));
  }
  if (!phases.empty()) phases.front().changes.insert(0, changes.removals);
  return phases;
}

std::string scenario_of(const Question& question, const std::vector<PlannedPhase>& phases) {
  std::string text = scenario_of(question, std::string()) + "phases:\n";
  for (std::size_t i = 0; i < phases.size(); ++i) {
    text += fmt::format("  - year: {}\n    name: Phase {}\n    name_zh: 第{}阶段\n    changes:\n{}", phases[i].year, i + 1, i + 1,
                        further_in(phases[i].changes));
  }
  return text;
}

std::pair<std::string, std::string> budget_reason(const PhaseProblem& problem, const PhaseSolution& solution, const RadioPlan& plan,
                                                  const PlannedIds& ids, std::int32_t first_year) {
  const double budget = problem.yearly_budget / 1000.0;
  if (solution.outcome == PhaseOutcome::work_too_dear) {
    const double cost = problem.works[solution.work].cost / 1000.0;
    const std::string work = name_of_work(solution.work, plan, ids);
    return {fmt::format("the budget of {}: {} alone costs {:.1f} kCNY, {:.1f} kCNY more than the {:.1f} kCNY of a year", first_year, work,
                        cost, cost - budget, budget),
            fmt::format("{}年预算不足：仅{}即需 {:.1f} 千元，超出年度预算 {:.1f} 千元（{:.1f} 千元）", first_year, work, cost,
                        cost - budget, budget)};
  }
  if (solution.outcome == PhaseOutcome::years_too_few) {
    double sum = 0.0;
    for (const Work& work : problem.works) sum += work.cost / 1000.0;
    return {fmt::format("the budget: {:.1f} kCNY at {:.1f} kCNY a year take {} years at least, the account ends after {}, in {}", sum,
                        budget, solution.years, problem.most_years, first_year + problem.most_years - 1),
            fmt::format("预算不足：共需 {:.1f} 千元，每年 {:.1f} 千元，至少需 {} 年，核算期仅 {} 年，至 {} 年", sum, budget, solution.years,
                        problem.most_years, first_year + problem.most_years - 1)};
  }
  return {};
}

}  // namespace parktwin::plan
