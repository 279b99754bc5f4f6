#pragma once
// Electricity bought with green certificates: how much, by a declared amount, a least share, or because the price of carbon makes it worth
// its premium; what it costs as lines of the bill. It counts market-based as without emissions, location-based not at all.
#include <span>
#include <vector>

#include "engine/core/describe.h"
#include "engine/simulators/energy/tariff/bill.h"
#include "engine/simulators/energy/tariff/price_year.h"

namespace parktwin::energy {

struct GreenTerms {
  double premium_cny_per_kwh = 0.0;  ///< with tax
  double least_share = 0.0;          ///< of what is drawn
  double least_mwh = 0.0;
};

/// Of what is drawn, the declared amount left out: all of it where a kWh's carbon costs more than the premium.
[[nodiscard]] double green_share(const GreenTerms& terms, double carbon_cny_per_t, double grid_kg_per_kwh);

struct GreenPower {
  double bought_mwh = 0.0;
  double share = 0.0;  ///< of what is drawn
  double premium_cny = 0.0;
  bool by_carbon_price = false;
  double avoided_t = 0.0;
};

template <class Visitor, DescribedAs<GreenPower> Self>
void describe(Visitor&& visit, Self& green) {
  visit(Field{"bought_mwh", "MWh", "electricity bought with green certificates"}, green.bought_mwh);
  visit(Field{"share", "1", "of what is drawn from the grid above"}, green.share);
  visit(Field{"premium_cny", "CNY", "paid for the certificates"}, green.premium_cny);
  visit(Field{"by_carbon_price", "", "all of it is green because carbon costs more than the premium"}, green.by_carbon_price);
  visit(Field{"avoided_t", "t", "CO2 of scope 2 by market that it avoids"}, green.avoided_t);
}

[[nodiscard]] GreenPower green_power(const GreenTerms& terms, double import_mwh, double carbon_cny_per_t, double grid_kg_per_kwh);

inline constexpr const char* green_premium_line = "green power premium";

/// The premium as one line a month behind a bill's other lines of the month, in proportion to what is drawn; returns their sum.
double add_premium(const GreenTerms& terms, const GreenPower& green, const tariff::PriceYear& prices, std::span<const double> import_kw,
                   std::vector<tariff::BillLine>& lines);

}  // namespace parktwin::energy
