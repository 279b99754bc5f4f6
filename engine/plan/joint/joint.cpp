#include "engine/plan/joint/joint.h"
#include "engine/core/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "engine/criteria/criteria.h"
#include "engine/plan/confirmation/confirmation.h"
#include "engine/plan/joint/asked_clauses.h"
#include "engine/plan/joint/joint_parts.h"
#include "engine/plan/joint/joint_phases.h"
#include "engine/plan/plan.h"
#include "engine/plan/plan_text.h"

namespace parktwin::plan {
namespace {

criteria::Pack pack_of(PlanPart part, const criteria::Pack& pack) {
  const auto clauses = clauses_for(part, pack);
  return only(pack, {clauses.begin(), clauses.end()});
}

const char* name_en(PlanPart part) {
  switch (part) {
    case PlanPart::network:
      return "network";
    case PlanPart::cloud:
      return "cloud policies";
    case PlanPart::data_centres:
      return "data centres";
    case PlanPart::energy:
      return "energy";
  }
  return "";
}

const char* name_zh(PlanPart part) {
  switch (part) {
    case PlanPart::network:
      return "网络";
    case PlanPart::cloud:
      return "上云政策";
    case PlanPart::data_centres:
      return "数据中心";
    case PlanPart::energy:
      return "能源";
  }
  return "";
}

class JointPlanner {
 public:
  JointPlanner(const Question& question, const energy::Tables& tables, Progress& progress)
      : question_(question),
        progress_(progress),
        pricing_{question.prices, question.scenario.costs, std::stoi(question.assessed_on.substr(0, 4))},
        live_(tables),
        options_(question.scenario.options) {
    options_.energy.grid_study = false;  // slow, and no clause reads it
  }

  Proposal plan(const std::vector<PlanPart>& parts) {
    begin(parts);
    for (const PlanPart part : parts) {
      if (part != PlanPart::network) add(part);
    }
    if (!say_what_cannot_be()) return std::move(proposal_);
    price();
    if (works_.empty() && more_options_.empty()) {
      proposal_.outcome = ProposalOutcome::nothing_to_build;
      proposal_.reason_en = "every target is met as the park stands";
      proposal_.reason_zh = "现状已满足各项指标";
      proposal_.scenario = scenario_of(question_, proposal_.removals);
    } else {
      proposal_.outcome = ProposalOutcome::planned;
      proposal_.scenario = scenario_of(question_, changes_) + options_text();
    }
    confirm();
    return std::move(proposal_);
  }

 private:
  [[nodiscard]] const Results& results_of(const Park& park) { return live_.update(park, options_, question_.scenario.seed, progress_); }

  /// The network, or what stands.
  void begin(const std::vector<PlanPart>& parts) {
    if (std::find(parts.begin(), parts.end(), PlanPart::network) != parts.end()) {
      Question network = question_;
      network.yearly_budget_cny.reset();
      proposal_ = propose(network, progress_);
      works_ = proposal_.works;
      PartProposal row;
      row.part = PlanPart::network;
      row.outcome = proposal_.outcome;
      row.reason_en = proposal_.reason_en;
      row.reason_zh = proposal_.reason_zh;
      row.capital_cny = proposal_.capital_cny;
      row.present_value_cny = proposal_.present_value_cny;
      row.lower_bound_cny = proposal_.present_value_cny > 0.0 ? proposal_.lower_bound_cny : 0.0;
      for (const auto& target : proposal_.targets)
        row.clauses.push_back({target.clause, "%", target.target_percent, target.standing_percent, target.confirmed_percent});
      proposal_.parts.push_back(std::move(row));
      if (proposal_.outcome == ProposalOutcome::planned) changes_ = proposal_.removals;
      for (const auto& work : works_) changes_ += work.changes;
    }
    park_ = park_after(question_.park, changes_);
  }

  void add(PlanPart part) {
    const criteria::Pack asked = pack_of(part, question_.pack);
    const Results& results = results_of(park_);
    const auto standing = states_of(part, clauses_for(part, question_.pack), question_.pack,
                                    criteria::assess(results, park_, asked, question_.assessed_on), results, park_);
    const PartQuestion subject{question_, park_, asked, pricing_};
    PlannedPart planned;
    if (part == PlanPart::cloud) planned = cloud_part(subject, results);
    if (part == PlanPart::data_centres) planned = centres_part(subject, results);
    if (part == PlanPart::energy) planned = energy_part(subject, live_, progress_);
    for (const auto& state : standing) planned.row.clauses.push_back({state.clause, state.unit, state.target, state.value, std::nullopt});
    if (planned.green_power_share) options_.energy.green_power_share = *planned.green_power_share;
    more_options_ += planned.options;
    std::string changes;
    for (const auto& work : planned.works) changes += work.changes;
    park_ = park_after(park_, changes);
    changes_ += changes;
    works_.insert(works_.end(), planned.works.begin(), planned.works.end());
    proposal_.parts.push_back(std::move(planned.row));
  }

  /// False where a part has no plan.
  bool say_what_cannot_be() {
    std::string en;
    std::string zh;
    for (const auto& part : proposal_.parts) {
      if (part.outcome != ProposalOutcome::no_plan) continue;
      en += fmt::format("{}{}: {}", en.empty() ? "" : "; ", name_en(part.part), part.reason_en);
      zh += fmt::format("{}{}：{}", zh.empty() ? "" : "；", name_zh(part.part), part.reason_zh);
    }
    if (en.empty()) return true;
    refuse(std::move(en), std::move(zh));
    return false;
  }

  void refuse(std::string en, std::string zh) {
    proposal_.outcome = ProposalOutcome::no_plan;
    proposal_.reason_en = std::move(en);
    proposal_.reason_zh = std::move(zh);
    proposal_.scenario.clear();
    proposal_.phases.clear();
  }

  void price() {
    const PricedChanges priced = price_changes(question_.park, changes_, pricing_);
    proposal_.quantities = quantities_of(priced.bill);
    proposal_.unpriced.assign(priced.unpriced.begin(), priced.unpriced.end());
    proposal_.capital_cny = proposal_.present_value_cny = proposal_.lower_bound_cny = 0.0;
    for (const auto& part : proposal_.parts) {
      proposal_.capital_cny += part.capital_cny;
      proposal_.present_value_cny += part.present_value_cny;
      proposal_.lower_bound_cny += part.lower_bound_cny;
    }
    proposal_.gap_percent.reset();
    if (const double cost = std::abs(proposal_.present_value_cny); cost > 0.0)
      proposal_.gap_percent = 100.0 * (proposal_.present_value_cny - proposal_.lower_bound_cny) / cost;
  }

  [[nodiscard]] std::string options_text() const { return more_options_.empty() ? "" : "options:\n" + more_options_; }

  struct Judged {
    std::vector<double> network_percent;
    std::vector<double> values;  ///< of the other parts' clauses
    std::string missed;          ///< clause
  };

  Judged judged(const Park& park) {
    const Results& results = results_of(park);
    const auto verdicts = criteria::assess(results, park, question_.pack, question_.assessed_on);
    Judged all;
    for (auto& part : proposal_.parts) {
      std::vector<std::string> clauses;
      for (const auto& clause : part.clauses) clauses.push_back(clause.clause);
      for (const auto& state : states_of(part.part, clauses, question_.pack, verdicts, results, park)) {
        const double value = state.value.value_or(std::numeric_limits<double>::quiet_NaN());
        (part.part == PlanPart::network ? all.network_percent : all.values).push_back(value);
        if (!state.met && all.missed.empty()) all.missed = state.clause;
      }
    }
    return all;
  }

  void put_confirmed(const Judged& last) {
    std::size_t network = 0;
    std::size_t other = 0;
    for (auto& part : proposal_.parts) {
      for (auto& clause : part.clauses) {
        const double value = part.part == PlanPart::network ? last.network_percent[network++] : last.values[other++];
        clause.confirmed = std::isnan(value) ? std::nullopt : std::optional(value);
      }
    }
  }

  void confirm() {
    Judged last;
    if (question_.yearly_budget_cny && !works_.empty()) {
      const JointPhases phased = phase_works(works_, *question_.yearly_budget_cny, question_.first_year.value_or(pricing_.base_year),
                                             question_.scenario.costs.years, question_.scenario.plan.search_nodes);
      if (!phased.reason_en.empty()) return refuse(phased.reason_en, phased.reason_zh);
      std::string so_far = proposal_.removals;
      for (const auto& phase : phased.phases) {
        so_far += phase.changes;
        last = judged(park_after(question_.park, so_far));
        proposal_.phases.push_back({phase.year, phase.sites, phase.capital_cny, last.network_percent, phase.others, last.values});
      }
      proposal_.scenario = scenario_of(question_, "") + options_text() + phases_text(phased.phases, proposal_.removals);
    } else {
      last = judged(park_after(question_.park, changes_));
    }
    put_confirmed(last);
    if (last.missed.empty()) return;
    refuse(last.missed + " is missed once all parts are built together", "各部分全部建成后，" + last.missed + " 未达标");
  }

  const Question& question_;
  Progress& progress_;
  Pricing pricing_;
  LiveRun live_;
  SimulationOptions options_;
  Proposal proposal_;
  std::vector<PlannedWork> works_;
  std::string changes_;
  std::string more_options_;
  Park park_;
};

}  // namespace

std::vector<PlanPart> parts_asked(const Question& question) {
  const auto& chosen = question.scenario.plan.joint.parts;
  std::vector<PlanPart> parts;
  for (const auto& [part, name] : names_of(PlanPart{})) {
    if (std::find(chosen.begin(), chosen.end(), part) != chosen.end() && !clauses_for(part, question.pack).empty()) parts.push_back(part);
  }
  return parts;
}

Proposal propose_all(const Question& question, const energy::Tables& tables, Progress& progress) {
  const auto parts = parts_asked(question);
  if (parts.empty() || (parts.size() == 1 && parts.front() == PlanPart::network)) return propose(question, progress);
  if (question.access) {
    throw InputError(question.scenario.name, "plan.joint.parts", "access is planned beside the network alone; found other parts too");
  }
  return JointPlanner(question, tables, progress).plan(parts);
}

}  // namespace parktwin::plan
