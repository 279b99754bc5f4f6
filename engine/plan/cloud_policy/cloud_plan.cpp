#include "engine/plan/cloud_policy/cloud_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace parktwin::plan {
namespace {

using cloud::adoption::Calendar;

/// Shares are sums of whole enterprises; what is below this is rounding.
constexpr double rounding_percent = 1e-9;

class Mixer {
 public:
  explicit Mixer(const CloudQuestion& question) : question_(question) {
    const Calendar calendar = Calendar::of(*question.park.site);
    start_year_ = calendar.year_of(1);
    start_month_ = calendar.month_of(1);
    if (calendar.months_to(question.first_year, question.first_month) > 1) {
      start_year_ = question.first_year;
      start_month_ = question.first_month;
    }
    for (std::size_t i = 0, number = 1; i < question.offers.policies.size(); ++i, ++number) {
      while (question.park.cloud_policies->find(id(number)).valid()) ++number;
      ids_.push_back(id(number));
    }
  }

  [[nodiscard]] std::vector<CloudPolicy> policies(const Mix& mix) const {
    std::vector<CloudPolicy> made;
    for (std::size_t i = 0; i < mix.size(); ++i) {
      if (mix[i] == 0) continue;
      const OfferedPolicy& offer = question_.offers.policies[i];
      CloudPolicy policy;
      policy.id = ids_[i];
      policy.name = offer.name;
      policy.name_zh = offer.name_zh;
      policy.kind = offer.kind;
      policy.start_year = start_year_;
      policy.start_month = start_month_;
      policy.months = offer.months;
      policy.strength = offer.strengths[mix[i] - 1];
      policy.fixed_cost = Yuan(offer.fixed_cost_cny + policy.strength * offer.cost_of_full_strength_cny);
      policy.cost_per_adopter = Yuan(policy.strength * offer.cost_per_adopter_of_full_strength_cny);
      policy.most_employees = offer.most_employees;
      made.push_back(std::move(policy));
    }
    return made;
  }

  [[nodiscard]] cloud::adoption::Result forecast(const std::vector<CloudPolicy>& bought) const {
    Park park = question_.park;
    auto records = park.cloud_policies->records();
    records.insert(records.end(), bought.begin(), bought.end());
    park.cloud_policies = Part<Table<CloudPolicy>>(Table<CloudPolicy>(std::move(records)));
    return cloud::adoption::forecast(park, question_.options.adoption, question_.access, question_.options.counted_level, question_.seed)
        .result;
  }

  [[nodiscard]] MixOutcome outcome(const Mix& mix) const {
    const auto bought = policies(mix);
    const auto result = forecast(bought);
    MixOutcome outcome{forecast_percent(result, question_.park.enterprises->size()) + rounding_percent, 0.0};
    for (const auto& one : payments(bought, result)) outcome.cost += one.policy.fixed_cost.value() + one.payments_cny;
    return outcome;
  }

  [[nodiscard]] double fixed_cost(const Mix& mix) const {
    double cost = 0.0;
    for (const auto& policy : policies(mix)) cost += policy.fixed_cost.value();
    return cost;
  }

  /// The policies that were bought come last in the table, and so in the result.
  [[nodiscard]] static std::vector<BoughtPolicy> payments(const std::vector<CloudPolicy>& bought, const cloud::adoption::Result& result) {
    std::vector<BoughtPolicy> paid;
    if (result.policies.size() < bought.size()) return paid;
    auto figures = result.policies.end() - static_cast<std::ptrdiff_t>(bought.size());
    for (const auto& policy : bought) paid.push_back({policy, policy.cost_per_adopter.value() * (figures++)->recipients});
    return paid;
  }

 private:
  static std::string id(std::size_t number) { return fmt::format("CP-PLAN-{}", number); }

  const CloudQuestion& question_;
  std::vector<std::string> ids_;
  std::int32_t start_year_ = 0;
  std::int32_t start_month_ = 1;
};

}  // namespace

double forecast_percent(const cloud::adoption::Result& forecast, std::size_t enterprises) {
  double share = 0.0;
  for (const auto& row : forecast.months) {
    if (row.level == forecast.level) share = row.p50;
  }
  const double whole = static_cast<double>(enterprises);
  return enterprises == 0 ? 0.0 : 100.0 * std::round(share * whole) / whole;
}

CloudPlan plan_cloud(const CloudQuestion& question) {
  const Mixer mixer(question);
  MixProblem problem;
  for (const auto& offer : question.offers.policies) problem.steps.push_back(offer.strengths.size());
  problem.target = question.target_percent;
  problem.most_simulations = question.offers.most_mixes;
  problem.simulate = [&mixer](const Mix& mix) { return mixer.outcome(mix); };
  problem.least_cost = [&mixer](const Mix& mix) { return mixer.fixed_cost(mix); };
  CloudPlan plan;
  plan.standing_percent = forecast_percent(mixer.forecast({}), question.park.enterprises->size());
  const MixSolution solution = cheapest_mix(problem);
  plan.found = solution.found;
  plan.reachable_percent = solution.everything.reached - rounding_percent;
  plan.simulations = solution.simulations;
  if (!solution.found) return plan;
  const auto bought = mixer.policies(solution.mix);
  plan.policies = Mixer::payments(bought, mixer.forecast(bought));
  plan.reached_percent = solution.outcome.reached - rounding_percent;
  plan.cost_cny = solution.outcome.cost;
  plan.bound_cny = solution.bound;
  return plan;
}

std::string policy_text(const CloudPolicy& policy) {
  std::string text = fmt::format(
      "  - add_cloud_policy: {{id: {}, name: \"{}\", name_zh: \"{}\", kind: {}, start_year: {}, start_month: {}, strength: {}, "
      "fixed_cost_cny: {}, cost_per_adopter_cny: {}",
      policy.id, policy.name, policy.name_zh, name_of(policy.kind), policy.start_year, policy.start_month, policy.strength,
      policy.fixed_cost.value(), policy.cost_per_adopter.value());
  if (policy.months) text += fmt::format(", months: {}", *policy.months);
  if (policy.most_employees) text += fmt::format(", most_employees: {}", *policy.most_employees);
  return text + "}\n";
}

}  // namespace parktwin::plan
