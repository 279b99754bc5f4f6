#include "engine/plan/joint/joint_phases.h"

#include <fmt/format.h>

#include <sstream>

#include "engine/plan/phases/phases.h"

namespace parktwin::plan {
namespace {

constexpr double cny_per_kcny = 1000.0;

/// Items of a list two levels further in.
std::string further_in(const std::string& changes) {
  std::istringstream lines(changes);
  std::string text;
  for (std::string line; std::getline(lines, line);) text += "    " + line + '\n';
  return text;
}

void refuse(double needed_cny, double budget_cny, std::int32_t year, const std::string& what_en, const std::string& what_zh,
            JointPhases& phased) {
  phased.reason_en = fmt::format("the budget of {}: {} costs {:.1f} kCNY, {:.1f} kCNY more than the {:.1f} kCNY of a year", year, what_en,
                                 needed_cny / cny_per_kcny, (needed_cny - budget_cny) / cny_per_kcny, budget_cny / cny_per_kcny);
  phased.reason_zh = fmt::format("{}年预算不足：{}需 {:.1f} 千元，超出年度预算 {:.1f} 千元（{:.1f} 千元）", year, what_zh,
                                 needed_cny / cny_per_kcny, (needed_cny - budget_cny) / cny_per_kcny, budget_cny / cny_per_kcny);
}

}  // namespace

JointPhases phase_works(const std::vector<PlannedWork>& works, double yearly_budget_cny, std::int32_t first_year, std::int32_t most_years,
                        std::int32_t search_nodes) {
  JointPhases phased;
  PhaseProblem problem;
  problem.yearly_budget = yearly_budget_cny;
  problem.most_years = most_years;
  double sum = 0.0;
  double at_once = 0.0;
  for (const auto& work : works) {
    problem.works.push_back({work.capital_cny, work.gain, work.needs, work.at_once});
    sum += work.capital_cny;
    at_once += work.at_once ? work.capital_cny : 0.0;
  }
  if (at_once > yearly_budget_cny) {
    refuse(at_once, yearly_budget_cny, first_year, "what must begin at once (cloud policies)", "须同时启动的项目（上云政策）", phased);
    return phased;
  }
  const PhaseSolution solution = order_works(problem, search_nodes);
  if (solution.outcome == PhaseOutcome::work_too_dear) {
    refuse(works[solution.work].capital_cny, yearly_budget_cny, first_year, works[solution.work].id + " alone",
           "仅 " + works[solution.work].id + " ", phased);
    return phased;
  }
  if (solution.outcome == PhaseOutcome::years_too_few) {
    phased.reason_en = fmt::format("the budget: {:.1f} kCNY at {:.1f} kCNY a year take {} years at least, the account ends after {}",
                                   sum / cny_per_kcny, yearly_budget_cny / cny_per_kcny, solution.years, most_years);
    phased.reason_zh = fmt::format("预算不足：共需 {:.1f} 千元，每年 {:.1f} 千元，至少需 {} 年，核算期仅 {} 年", sum / cny_per_kcny,
                                   yearly_budget_cny / cny_per_kcny, solution.years, most_years);
    return phased;
  }
  for (std::int32_t year = 0; year < solution.years; ++year) {
    JointPhase phase;
    phase.year = first_year + year;
    for (std::size_t w = 0; w < works.size(); ++w) {
      if (solution.year[w] != year) continue;
      phase.changes += works[w].changes;
      phase.capital_cny += works[w].capital_cny;
      (works[w].is_site ? phase.sites : phase.others).push_back(works[w].id);
    }
    if (!phase.changes.empty()) phased.phases.push_back(std::move(phase));
  }
  return phased;
}

std::string phases_text(const std::vector<JointPhase>& phases, const std::string& first) {
  std::string text = "phases:\n";
  for (std::size_t i = 0; i < phases.size(); ++i) {
    text += fmt::format("  - year: {}\n    name: Phase {}\n    name_zh: 第{}阶段\n    changes:\n{}{}", phases[i].year, i + 1, i + 1,
                        i == 0 ? further_in(first) : "", further_in(phases[i].changes));
  }
  return text;
}

}  // namespace parktwin::plan
