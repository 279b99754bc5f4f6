#include "engine/simulators/energy/dispatch/dispatch.h"

#include <algorithm>
#include <utility>

#include "engine/simulators/energy/dispatch/diagnosis.h"
#include "engine/simulators/energy/dispatch/first_basis.h"
#include "engine/simulators/energy/dispatch/rounded_units.h"
#include "engine/simulators/energy/dispatch/rule_based.h"
#include "engine/simulators/energy/dispatch/settlement.h"

namespace parktwin::energy::dispatch {
namespace {

constexpr double kg_per_t = 1000.0;

Result without_dispatch(const Hub& hub, Status status, std::string reason) {
  Result result;
  result.hub = hub.name;
  result.step_h = hub.step_h;
  result.status = status;
  result.reason = std::move(reason);
  return result;
}

Status status_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::optimal:
      return Status::optimal;
    case Outcome::infeasible:
      return Status::infeasible;
    case Outcome::unbounded:
      return Status::unbounded;
    case Outcome::stopped:
      break;
  }
  return Status::stopped;
}

/// The level a store starts from, as the programme saw it.
void find_starts(const Hub& hub, Plan& plan) {
  for (std::size_t i = 0; i < hub.stores.size(); ++i) {
    const auto& store = hub.stores[i];
    plan.start_kwh[i] = store.initial_share ? *store.initial_share * (store.capacity_kwh + plan.added_kwh[i]) : plan.level_kwh[i].back();
  }
}

/// Solved again from where the free units ended; where rounding fits nothing, more cautiously.
Solution with_rounded_units(const Hub& hub, HubProgramme& built, const Solution& free, Plan& plan) {
  Solution held;
  for (const bool cautious : {false, true}) {
    plan.on = rounded_units(hub, built, free.values, cautious);
    hold(hub, plan.on, built);
    held = solve(built.programme, free.basis);
    if (held.outcome == Outcome::optimal) break;
  }
  for (std::size_t u = 0; u < plan.on.size(); ++u) {
    for (std::size_t i = 0; i < plan.on[u].size(); ++i) plan.starts[u] += plan.on[u][i] != 0 && (i == 0 || plan.on[u][i - 1] == 0) ? 1 : 0;
  }
  return held;
}

Result without_optimum(const Hub& hub, const HubProgramme& built, const Window& window, const Solution& solution) {
  return without_dispatch(hub, status_of(solution.outcome),
                          solution.outcome == Outcome::infeasible  ? why_infeasible(built, window)
                          : solution.outcome == Outcome::unbounded ? why_unbounded(built, window, solution.unbounded_column)
                                                                   : "the solver stopped without a solution");
}

Result perfect(const Hub& hub, const CarbonTerms& carbon, bool switched, Basis* basis) {
  Window window;
  window.steps = hub.steps;
  auto built = hub_programme(hub, carbon, window);
  const bool known = basis != nullptr && basis->columns.size() == built.programme.columns();
  auto solution = solve(built.programme, known ? *basis : first_basis(hub, carbon, built));
  if (solution.outcome != Outcome::optimal) return without_optimum(hub, built, window, solution);
  if (basis != nullptr) *basis = solution.basis;
  const double bound_cny = solution.objective;
  Plan plan = empty_plan(hub);
  const bool rounded = switched && std::any_of(hub.converters.begin(), hub.converters.end(), is_switched);
  if (rounded) {
    solution = with_rounded_units(hub, built, solution, plan);
    if (solution.outcome != Outcome::optimal) return without_optimum(hub, built, window, solution);
  }
  take_over(built, solution.values, hub, window, hub.steps, plan);
  find_starts(hub, plan);
  tidy(hub, plan);
  Result result = settle(hub, carbon, plan);
  check_closed(result);
  result.status = rounded ? Status::feasible : Status::optimal;
  result.bound_cny = bound_cny;
  result.iterations = solution.iterations;
  return result;
}

Result by_day(const Hub& hub, const CarbonTerms& carbon, const Options& options) {
  RollingOptions days;
  days.forecast = options.forecast;
  days.horizon_h = options.horizon_h;
  days.decision_h = options.decision_h;
  days.switched = options.switched_units;
  auto made = rolling(hub, carbon, days);
  if (!made.failure.empty()) return without_dispatch(hub, status_of(made.outcome), made.failure);
  tidy(hub, made.plan);
  Result result = settle(hub, carbon, made.plan);
  check_closed(result);
  result.status = Status::feasible;
  result.iterations = made.iterations;
  return result;
}

std::string refusal(const Hub& hub, const Options& options) {
  std::string reason;
  for (const auto& fault : faults(hub)) reason += (reason.empty() ? "" : "; ") + fault;
  if (!reason.empty() || options.method == Method::perfect_foresight) return reason;
  if (options.most_carbon_t) return "a carbon budget over all steps needs perfect foresight";
  const bool sized = std::any_of(hub.renewables.begin(), hub.renewables.end(), [](const auto& unit) { return unit.most_added_kw > 0.0; }) ||
                     std::any_of(hub.stores.begin(), hub.stores.end(), [](const auto& unit) { return unit.most_added_kwh > 0.0; });
  return sized ? "capacities are sized with perfect foresight only" : "";
}

}  // namespace

Result dispatch(const Hub& hub, const Options& options, Basis* basis) {
  if (auto reason = refusal(hub, options); !reason.empty()) return without_dispatch(hub, Status::refused, std::move(reason));
  CarbonTerms carbon;
  carbon.cny_per_kg = options.carbon_cny_per_t / kg_per_t;
  if (options.most_carbon_t) carbon.most_kg = *options.most_carbon_t * kg_per_t;
  if (options.method == Method::perfect_foresight) return perfect(hub, carbon, options.switched_units, basis);
  if (options.method == Method::rolling) return by_day(hub, carbon, options);
  auto made = rule_based(hub);
  if (!made.failure.empty()) return without_dispatch(hub, Status::infeasible, made.failure);
  Result result = settle(hub, carbon, made.plan);
  check_closed(result);
  result.status = Status::feasible;
  return result;
}

std::vector<TradeOff> trade_off(const Hub& hub, std::size_t points) {
  const auto carbon_of = [](const Result& result) { return (result.import_kg + result.gas_kg) / kg_per_t; };
  const auto cheapest = dispatch(hub);
  if (cheapest.status != Status::optimal || points < 2) return {};
  Options clean;
  clean.carbon_cny_per_t = 1e7;  // above every price of energy: what is cleaner is better
  const auto cleanest = dispatch(hub, clean);
  if (cleanest.status != Status::optimal) return {};
  const double from = carbon_of(cheapest);
  const double to = carbon_of(cleanest);
  std::vector<TradeOff> curve = {{from, cheapest.total_cny}};
  Basis basis;
  for (std::size_t i = 1; i < points; ++i) {
    Options budget;
    const double share = static_cast<double>(i) / static_cast<double>(points - 1);
    budget.most_carbon_t = from + share * (to - from) + 1e-9 * from;
    const auto result = dispatch(hub, budget, &basis);
    if (result.status != Status::optimal) break;
    curve.push_back({carbon_of(result), result.total_cny});
  }
  return curve;
}

}  // namespace parktwin::energy::dispatch
