#include "engine/simulators/energy/dispatch/rolling.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/simulators/energy/dispatch/diagnosis.h"

namespace parktwin::energy::dispatch {
namespace {

std::size_t steps_of(double hours, double step_h) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(hours / step_h)));
}

/// A copy of the hub whose demands and availabilities can be overwritten ahead of now.
class ForecastHub {
 public:
  explicit ForecastHub(const Hub& hub) : hub_(hub) {
    for (auto& series : hub_.demand_kw) own(series);
    for (auto& renewable : hub_.renewables) own(renewable.per_kw);
    for (auto& load : hub_.flexible) own(load.demand_kw);
    for (auto& load : hub_.interruptible) own(load.demand_kw);
  }

  [[nodiscard]] const Hub& hub() const { return hub_; }

  void foresee(Forecast forecast, std::size_t now, std::size_t steps) {
    for (std::size_t i = 0; i < owned_.size(); ++i) {
      for (std::size_t step = now; step < now + steps; ++step) {
        owned_[i][step] = actual_[i][forecast_source(forecast, step, now, hub_.step_h)];
      }
    }
  }
  void recall(std::size_t now, std::size_t steps) {
    for (std::size_t i = 0; i < owned_.size(); ++i) {
      for (std::size_t step = now; step < now + steps; ++step) owned_[i][step] = actual_[i][step];
    }
  }

 private:
  void own(Series& series) {
    if (series.empty()) return;
    actual_.push_back(series);
    owned_.emplace_back(series.begin(), series.end());
    series = owned_.back();  // the elements stay where they are when the list of vectors grows
  }

  Hub hub_;
  std::vector<Series> actual_;
  std::vector<std::vector<double>> owned_;
};

class Roll {
 public:
  Roll(const Hub& hub, const CarbonTerms& carbon, const RollingOptions& options)
      : hub_(hub), carbon_(carbon), options_(options), ahead_(hub) {
    auto& plan = made_.plan;
    plan = empty_plan(hub);
    backlog_.assign(hub.flexible.size(), 0.0);
    on_.assign(hub.converters.size(), 0);
    for (const auto& load : hub.interruptible) interruptible_.push_back(load.most_kwh);
    for (std::size_t i = 0; i < hub.stores.size(); ++i) {
      const auto& store = hub.stores[i];
      plan.start_kwh[i] = store.initial_share.value_or(store.least_share) * store.capacity_kwh;
    }
    level_ = plan.start_kwh;
    if (options.switched) {
      for (const auto& unit : hub.converters) plan.on.emplace_back(is_switched(unit) ? hub.steps : 0, std::uint8_t{0});
    }
  }

  Rolling run() {
    const std::size_t horizon = steps_of(options_.horizon_h, hub_.step_h);
    const std::size_t decision = std::min(steps_of(options_.decision_h, hub_.step_h), horizon);
    for (std::size_t first = 0; first < hub_.steps && made_.failure.empty(); first += decision) {
      const std::size_t steps = std::min(horizon, hub_.steps - first);
      const std::size_t count = std::min(decision, hub_.steps - first);
      if (options_.forecast == Forecast::perfect) {
        Window window = state(first, steps);
        window.end_kwh = made_.plan.start_kwh;
        decide(hub_, window, count);
      } else {
        decide(hub_, respond(first, steps, count), count);
      }
    }
    return std::move(made_);
  }

 private:
  [[nodiscard]] Window state(std::size_t first, std::size_t steps) const {
    Window window;
    window.first = first;
    window.steps = steps;
    window.ends = first + steps == hub_.steps;
    window.start_kwh.assign(level_.begin(), level_.end());
    window.backlog_kwh = backlog_;
    window.interruptible_kwh = interruptible_;
    window.peak_so_far_kw = peak_period_ == period_of(hub_.grid, first) ? peak_kw_ : 0.0;
    window.switched = options_.switched;
    window.on_before = on_;
    double dearest = hub_.gas.cny_per_kwh;
    for (std::size_t step = first; step < first + steps; ++step) dearest = std::max(dearest, at(hub_.grid.buy_cny_per_kwh, step));
    window.deviation_cny_per_kwh = 2.0 * dearest;
    return window;
  }

  /// The day as it is, stores aiming at what was planned for the day as it was foreseen.
  Window respond(std::size_t first, std::size_t steps, std::size_t count) {
    Window foreseen = state(first, steps);
    foreseen.end_kwh = made_.plan.start_kwh;
    ahead_.foresee(options_.forecast, first, steps);
    const auto built = hub_programme(ahead_.hub(), carbon_, foreseen);
    const auto planned = values_of(built.programme);
    ahead_.recall(first, steps);
    Window window = state(first, count);
    if (planned.outcome != Outcome::optimal) {
      window.end_kwh = made_.plan.start_kwh;  // nothing could be planned for that day
      return window;
    }
    for (const auto level : built.level_kwh) {
      const auto from = planned.values.begin() + level;
      window.target_kwh.emplace_back(from, from + static_cast<std::ptrdiff_t>(count));
    }
    return window;
  }

  Solution values_of(const LinearProgramme& programme) {
    if (!options_.switched) {
      auto solution = solve(programme);
      made_.iterations += solution.iterations;
      return solution;
    }
    auto mixed = solve_mixed(programme, options_.mixed);
    Solution solution;
    solution.outcome = mixed.values.empty() ? mixed.outcome : Outcome::optimal;
    solution.values = std::move(mixed.values);
    return solution;
  }

  void decide(const Hub& hub, const Window& window, std::size_t count) {
    const auto built = hub_programme(hub, carbon_, window);
    const auto solution = values_of(built.programme);
    if (solution.outcome != Outcome::optimal) {
      made_.outcome = solution.outcome;
      made_.failure = solution.outcome == Outcome::infeasible  ? why_infeasible(built, window)
                      : solution.outcome == Outcome::unbounded ? why_unbounded(built, window, solution.unbounded_column)
                                                               : "the solver stopped without a solution";
      return;
    }
    take_over(built, solution.values, hub, window, count, made_.plan);
    advance(built, solution.values, window.first, count);
  }

  void advance(const HubProgramme& built, const std::vector<double>& values, std::size_t first, std::size_t count) {
    const auto last = [&](std::int32_t block) { return values[static_cast<std::size_t>(block) + count - 1]; };
    const auto& plan = made_.plan;
    for (std::size_t i = 0; i < level_.size(); ++i) {
      const auto& store = hub_.stores[i];
      level_[i] = std::clamp(last(built.level_kwh[i]), store.least_share * store.capacity_kwh, store.capacity_kwh);
    }
    for (std::size_t i = 0; i < backlog_.size(); ++i) backlog_[i] = last(built.backlog_kwh[i]);
    for (std::size_t i = 0; i < interruptible_.size(); ++i) {
      for (std::size_t step = first; step < first + count; ++step) interruptible_[i] -= plan.interrupted_kw[i][step] * hub_.step_h;
      interruptible_[i] = std::max(0.0, interruptible_[i]);
    }
    for (std::size_t step = first; step < first + count; ++step) {
      const std::size_t period = period_of(hub_.grid, step);
      if (period != peak_period_) peak_kw_ = 0.0;
      peak_period_ = period;
      peak_kw_ = std::max(peak_kw_, plan.import_kw[step]);
    }
    if (options_.switched) count_starts(first, count);
  }

  void count_starts(std::size_t first, std::size_t count) {
    for (std::size_t i = 0; i < on_.size(); ++i) {
      if (made_.plan.on[i].empty()) continue;
      for (std::size_t step = first; step < first + count; ++step) {
        if (made_.plan.on[i][step] != 0 && on_[i] == 0) ++made_.plan.starts[i];
        on_[i] = made_.plan.on[i][step];
      }
    }
  }

  const Hub& hub_;
  const CarbonTerms& carbon_;
  const RollingOptions& options_;
  ForecastHub ahead_;
  Rolling made_;
  std::vector<double> level_;
  std::vector<double> backlog_;
  std::vector<double> interruptible_;
  std::vector<std::uint8_t> on_;
  std::size_t peak_period_ = 0;
  double peak_kw_ = 0.0;
};

}  // namespace

std::size_t forecast_source(Forecast forecast, std::size_t step, std::size_t now, double step_h) {
  if (forecast == Forecast::perfect || step < now) return step;
  const std::size_t lag = steps_of(forecast == Forecast::persistence ? 24.0 : 168.0, step_h);
  const std::size_t back = lag * ((step - now) / lag + 1);
  return back <= step ? step - back : step;
}

Rolling rolling(const Hub& hub, const CarbonTerms& carbon, const RollingOptions& options) { return Roll(hub, carbon, options).run(); }

}  // namespace parktwin::energy::dispatch
