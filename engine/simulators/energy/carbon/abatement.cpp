#include "engine/simulators/energy/carbon/abatement.h"

#include <algorithm>

namespace parktwin::energy::carbon {

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

ZeroCarbonPark zero_carbon_park(double intensity_t_per_tce, double energy_tce_per_year) {
  constexpr double least_tce = 0.2e6;
  constexpr double large_tce = 1.0e6;
  if (!(energy_tce_per_year >= least_tce)) return {};
  ZeroCarbonPark park;
  park.limit_t_per_tce = energy_tce_per_year <= large_tce ? 0.2 : 0.3;
  park.standing = intensity_t_per_tce <= park.limit_t_per_tce ? Standing::met : Standing::missed;
  return park;
}

}  // namespace parktwin::energy::carbon
