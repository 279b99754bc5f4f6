#include "engine/scenario/cost/measure_prices.h"

#include <algorithm>

namespace parktwin::costs {
namespace {

bool is_for(const Price& price, energy::MeasureKind kind) {
  if (kind == energy::MeasureKind::photovoltaic)
    return price.change == "add_generator" && price.value == "photovoltaic" && price.measure == "rated_power_kw";
  return kind == energy::MeasureKind::battery && price.change == "add_storage" && price.measure == "capacity_kwh";
}

}  // namespace

void complete_prices(std::vector<energy::Measure>& measures, const std::vector<Price>& prices) {
  for (auto& measure : measures) {
    const auto price = std::find_if(prices.begin(), prices.end(), [&measure](const Price& one) { return is_for(one, measure.kind); });
    if (price == prices.end()) continue;
    if (!measure.capital_cny_per_unit) measure.capital_cny_per_unit = price->capital_likely_cny / price->per;
    if (!measure.operating_cny_per_unit) measure.operating_cny_per_unit = price->operating_likely_cny / price->per;
  }
}

}  // namespace parktwin::costs
