#pragma once
// Dispatch of one energy hub over its steps, usually a year: the cheapest way to meet its demands with what it has and may buy (a linear
// programme with perfect foresight), day by day with forecasts or switched units, or by rules as the baseline. The answer closes in every
// node and step; where there is none, it says which balance lacks how much in which step.
#include "engine/simulators/energy/dispatch/result.h"
#include "engine/simulators/energy/dispatch/rolling.h"

namespace parktwin::energy::dispatch {

enum class Method { perfect_foresight, rolling, rule_based };

constexpr auto names_of(Method) {
  return std::to_array<EnumName<Method>>(
      {{Method::perfect_foresight, "perfect_foresight"}, {Method::rolling, "rolling"}, {Method::rule_based, "rule_based"}});
}

struct Options {
  Method method = Method::perfect_foresight;
  double carbon_cny_per_t = 0.0;
  std::optional<double> most_carbon_t;  ///< over all steps, with perfect foresight only
  Forecast forecast = Forecast::persistence;
  double horizon_h = 48.0;
  double decision_h = 24.0;
  bool switched_units = false;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"method", "", "perfect_foresight, rolling or rule_based"}, options.method);
  visit(Field{"carbon_cny_per_t", "CNY/t", "price of a tonne of CO2 in the objective", 0, 1e6}, options.carbon_cny_per_t);
  visit(Field{"most_carbon_t", "t", "budget of CO2 over all steps; perfect foresight only", 0, 1e12}, options.most_carbon_t);
  visit(Field{"forecast", "", "of rolling decisions: perfect, persistence or last_week"}, options.forecast);
  visit(Field{"horizon_h", "h", "how far a rolling decision looks ahead", 0.25, 8784}, options.horizon_h);
  visit(Field{"decision_h", "h", "how much of it is carried out before the next decision", 0.25, 8784}, options.decision_h);
  visit(Field{"switched_units", "",
              "units with a least load or a start cost are on or off: by whole numbers day by day, rounded with perfect foresight"},
        options.switched_units);
}

/// `basis`, when given, is where the simplex begins if it fits, and then holds where it ended: the way to what differs in a few numbers.
[[nodiscard]] Result dispatch(const Hub& hub, const Options& options = {}, Basis* basis = nullptr);

/// One point between the cheapest and the cleanest dispatch.
struct TradeOff {
  double carbon_t = 0.0;
  double cost_cny = 0.0;  ///< without a carbon price
};

template <class Visitor, DescribedAs<TradeOff> Self>
void describe(Visitor&& visit, Self& point) {
  visit(Field{"carbon_t", "t", "emissions"}, point.carbon_t);
  visit(Field{"cost_cny", "CNY", "cost without a carbon price"}, point.cost_cny);
}

/// From the cheapest to the cleanest with budgets at equal distances, `points` of them; empty when there is no dispatch.
[[nodiscard]] std::vector<TradeOff> trade_off(const Hub& hub, std::size_t points);

}  // namespace parktwin::energy::dispatch
