#include "engine/simulators/energy/green_power.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace parktwin::energy {

double green_share(const GreenTerms& terms, double carbon_cny_per_t, double grid_kg_per_kwh) {
  return carbon_cny_per_t * grid_kg_per_kwh * 1e-3 > terms.premium_cny_per_kwh ? 1.0 : terms.least_share;
}

GreenPower green_power(const GreenTerms& terms, double import_mwh, double carbon_cny_per_t, double grid_kg_per_kwh) {
  GreenPower green;
  const double share = green_share(terms, carbon_cny_per_t, grid_kg_per_kwh);
  green.by_carbon_price = share > terms.least_share;
  if (!(import_mwh > 0.0)) return green;
  green.bought_mwh = std::min(import_mwh, std::max(terms.least_mwh, share * import_mwh));
  green.share = green.bought_mwh / import_mwh;
  green.premium_cny = green.bought_mwh * 1e3 * terms.premium_cny_per_kwh;
  green.avoided_t = green.bought_mwh * grid_kg_per_kwh;  // kg/kWh is t/MWh
  return green;
}

double add_premium(const GreenTerms& terms, const GreenPower& green, const tariff::PriceYear& prices, std::span<const double> import_kw,
                   std::vector<tariff::BillLine>& lines) {
  if (!(green.premium_cny > 0.0)) return 0.0;
  std::array<double, 12> kwh = {};
  for (std::size_t i = 0; i < import_kw.size(); ++i) {
    kwh[static_cast<std::size_t>(prices.month[i])] += std::max(0.0, import_kw[i]) * prices.step_h;
  }
  double sum_cny = 0.0;
  std::vector<tariff::BillLine> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::int32_t month = lines[i].month;
    all.push_back(std::move(lines[i]));
    const bool last = i + 1 == lines.size() || lines[i + 1].month != month;
    if (!last) continue;
    const double bought = green.share * kwh[static_cast<std::size_t>(month - 1)];
    all.push_back({month, green_premium_line, bought, "kWh", terms.premium_cny_per_kwh, bought * terms.premium_cny_per_kwh});
    sum_cny += all.back().amount_cny;
  }
  lines = std::move(all);
  return sum_cny;
}

}  // namespace parktwin::energy
