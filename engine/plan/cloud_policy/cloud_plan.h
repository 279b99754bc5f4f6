#pragma once
// Which cloud policies to buy, at which strength, so that the median of the futures reaches a share of enterprises on a cloud at the
// horizon of the forecast: what the criteria show as the forecast of K1-Q4. Each mix is simulated with the adoption model of a run, on the
// same random futures. All policies begin together, in the first month that is neither before the data nor before the first one given.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/plan/cloud_policy/policy_mix.h"
#include "engine/scenario/joint_plan_options.h"
#include "engine/simulators/cloud/cloud.h"

namespace parktwin::plan {

struct CloudQuestion {
  const Park& park;
  const cloud::Options& options;
  const cloud::adoption::AccessQuality& access;
  const CloudPlanOptions& offers;
  std::uint64_t seed = 1;
  double target_percent = 90.0;
  std::int32_t first_year = 2026;
  std::int32_t first_month = 1;
};

struct BoughtPolicy {
  CloudPolicy policy;
  double payments_cny = 0.0;  ///< to enterprises that come, mean of the futures
};

struct CloudPlan {
  bool found = false;
  std::vector<BoughtPolicy> policies;
  double standing_percent = 0.0;   ///< without any of them
  double reachable_percent = 0.0;  ///< with each at its greatest strength
  double reached_percent = 0.0;
  double cost_cny = 0.0;   ///< fixed costs and payments, not discounted
  double bound_cny = 0.0;  ///< no mix on offer that reaches the share costs less
  std::int32_t simulations = 0;
};

[[nodiscard]] CloudPlan plan_cloud(const CloudQuestion& question);

/// Median share of enterprises at the counted level at the horizon, as criteria take it.
[[nodiscard]] double forecast_percent(const cloud::adoption::Result& forecast, std::size_t enterprises);

/// Items of a scenario's list of changes, one per policy.
[[nodiscard]] std::string policy_text(const CloudPolicy& policy);

}  // namespace parktwin::plan
