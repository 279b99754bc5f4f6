#include "engine/simulators/energy/carbon/abatement.h"

#include <algorithm>
#include <cmath>

namespace parktwin::energy::carbon {

double annuity_factor(double discount_rate, double years) {
  return discount_rate > 0.0 ? discount_rate / (1.0 - std::pow(1.0 + discount_rate, -years)) : 1.0 / years;
}

std::vector<CurveStep> cost_curve(const std::vector<Measure>& measures) {
  std::vector<CurveStep> curve;
  for (const auto& measure : measures) {
    if (measure.t_per_year > 0.0) curve.push_back({measure.name, measure.cny_per_year / measure.t_per_year, measure.t_per_year, 0.0});
  }
  std::stable_sort(curve.begin(), curve.end(), [](const auto& a, const auto& b) { return a.cny_per_t < b.cny_per_t; });
  double sum = 0.0;
  for (auto& step : curve) {
    step.from_t = sum;
    sum += step.t_per_year;
  }
  return curve;
}

Target cost_of(const std::vector<CurveStep>& curve, double t_per_year) {
  Target target;
  double left = t_per_year;
  for (const auto& step : curve) {
    if (left <= 0.0) break;
    const double taken = std::min(left, step.t_per_year);
    target.cny_per_year += taken * step.cny_per_t;
    target.marginal_cny_per_t = step.cny_per_t;
    left -= taken;
  }
  target.reached = left <= 0.0;
  return target;
}

Position trading_position(const Market& market, double emissions_t) {
  const double surplus = market.quota_t - emissions_t;
  return {surplus, surplus * market.cny_per_t};
}

}  // namespace parktwin::energy::carbon
