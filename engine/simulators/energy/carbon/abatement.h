#pragma once
// Measures against emissions in the order of what a tonne costs (marginal abatement cost curve), what their outlay costs a year, and the
// trading position against a quota. The conditions of a zero-carbon park are a criteria pack.
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::energy::carbon {

struct Measure {
  std::string name;
  double cny_per_year = 0.0;  ///< annuity and running costs less what it saves
  double t_per_year = 0.0;    ///< abated
};

struct CurveStep {
  std::string name;
  double cny_per_t = 0.0;
  double t_per_year = 0.0;
  double from_t = 0.0;  ///< abated by all cheaper measures
};

template <class Visitor, DescribedAs<CurveStep> Self>
void describe(Visitor&& visit, Self& step) {
  visit(Field{"name", "", "measure"}, step.name);
  visit(Field{"cny_per_t", "CNY/t", "cost of a tonne; below 0: it saves money"}, step.cny_per_t);
  visit(Field{"t_per_year", "t", "abated a year"}, step.t_per_year);
  visit(Field{"from_t", "t", "abated by all cheaper measures"}, step.from_t);
}

/// What an outlay costs in each of its years: r / (1 − (1 + r)^−n), 1 / n without interest. Precondition: at least one year.
[[nodiscard]] double annuity_factor(double discount_rate, double years);

/// Cheapest first, equal ones in the given order; measures that abate nothing are left out.
[[nodiscard]] std::vector<CurveStep> cost_curve(const std::vector<Measure>& measures);

/// Least cost of abating so much by whole measures in the curve's order, the last in part; none: they do not suffice.
struct Target {
  bool reached = false;
  double cny_per_year = 0.0;
  double marginal_cny_per_t = 0.0;
};

[[nodiscard]] Target cost_of(const std::vector<CurveStep>& curve, double t_per_year);

struct Market {
  double quota_t = 0.0;
  double cny_per_t = 0.0;
};

template <class Visitor, DescribedAs<Market> Self>
void describe(Visitor&& visit, Self& market) {
  visit(Field{"quota_t", "t", "allowances allotted", 0, 1e12}, market.quota_t);
  visit(Field{"cny_per_t", "CNY/t", "price of an allowance", 0, 1e6}, market.cny_per_t);
}

struct Position {
  double surplus_t = 0.0;  ///< below 0: has to be bought
  double cash_cny = 0.0;   ///< earned; below 0: paid
};

template <class Visitor, DescribedAs<Position> Self>
void describe(Visitor&& visit, Self& position) {
  visit(Field{"surplus_t", "t", "allowances left over; below 0: to be bought"}, position.surplus_t);
  visit(Field{"cash_cny", "CNY", "earned by selling; below 0: paid"}, position.cash_cny);
}

[[nodiscard]] Position trading_position(const Market& market, double emissions_t);

}  // namespace parktwin::energy::carbon
