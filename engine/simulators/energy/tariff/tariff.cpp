#include "engine/simulators/energy/tariff/tariff.h"

#include <algorithm>

namespace parktwin::energy::tariff {

double factor_of(const Tariff& tariff, Period period) {
  const auto found = std::find_if(tariff.factors.begin(), tariff.factors.end(), [&](const auto& entry) { return entry.period == period; });
  return found == tariff.factors.end() ? 1.0 : found->factor;
}

double base_of(const Tariff& tariff, std::int32_t month) {
  return tariff.base_cny_per_kwh.size() == 1 ? tariff.base_cny_per_kwh[0] : tariff.base_cny_per_kwh[static_cast<std::size_t>(month) - 1];
}

}  // namespace parktwin::energy::tariff
