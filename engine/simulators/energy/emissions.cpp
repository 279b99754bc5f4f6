#include "engine/simulators/energy/emissions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/core/geometry.h"

namespace parktwin::energy {
namespace {

constexpr double gj_per_mwh = 3.6;
constexpr double kwh_per_mwh = 1e3;
constexpr const char* enterprise_gas = "natural gas";

/// In the unit of the fuel's factor; a fuel without one keeps its GJ, and the account names it.
double quantity(const carbon::Factors& factors, const std::string& fuel, double mwh) {
  const auto* factor = factors.find_fuel(fuel);
  const double gj = mwh * gj_per_mwh;
  return factor != nullptr && factor->ncv_gj > 0.0 ? gj / factor->ncv_gj : gj;
}

/// A user and its part of an enterprise.
struct Part {
  carbon::User user;
  double share = 1.0;
};

/// Of every enterprise, by floor area of its buildings; the enterprise alone where it has none.
std::vector<std::vector<Part>> parts_of(const Park& park) {
  std::vector<std::vector<Part>> parts(park.enterprises->size());
  std::vector<double> area_m2(parts.size(), 0.0);
  for (const Building& building : *park.buildings) {
    if (!building.enterprise.valid()) continue;
    const double floors_m2 = area(building.footprint) * building.floors;
    const std::size_t e = building.enterprise.index();
    area_m2[e] += floors_m2;
    parts[e].push_back({{(*park.enterprises)[building.enterprise].id, building.id}, floors_m2});
  }
  for (std::size_t e = 0; e < parts.size(); ++e) {
    if (!(area_m2[e] > 0.0)) parts[e] = {{{(*park.enterprises)[Id<Enterprise>(e)].id, ""}, area_m2[e] = 1.0}};
    for (Part& part : parts[e]) part.share /= area_m2[e];
  }
  return parts;
}

bool known(const Park& park, const DeclaredEmission& declared) {
  return (declared.enterprise.empty() || park.enterprises->find(declared.enterprise).valid()) &&
         (declared.building.empty() || park.buildings->find(declared.building).valid());
}

struct Bought {
  double kwh = 0.0;
  std::optional<double> kg_per_kwh;  ///< mean of its hours; none: the factor of the year
};

/// What each enterprise buys, and last what the park as a whole does, by the year's consumption.
std::vector<Bought> bought_by_year(const EmissionInputs& in) {
  const double share = in.consumption_mwh > 0.0 ? in.import_mwh / in.consumption_mwh : 0.0;
  std::vector<Bought> all;
  double rest_mwh = in.import_mwh;
  for (const auto& figures : in.enterprises) {
    const double mwh = figures.consumption_mwh * share;
    rest_mwh -= mwh;
    all.push_back({mwh * kwh_per_mwh, {}});
  }
  all.push_back({std::max(0.0, rest_mwh) * kwh_per_mwh, {}});
  return all;
}

std::vector<Bought> bought_by_hour(const EmissionInputs& in) {
  std::vector<Bought> all;
  for (const auto& purchase : in.by_hour) all.push_back({purchase.kwh, purchase.kwh > 0.0 ? purchase.kg / purchase.kwh : 0.0});
  return all;
}

class Collector {
 public:
  Collector(const EmissionInputs& in, const carbon::Factors& factors) : in_(in), factors_(factors), parts_(parts_of(in.park)) {}

  carbon::Activities collect() {
    electricity();
    const double bought_heat =
        in_.heat_mwh > 0.0 ? std::clamp(1.0 - (in_.plant_heat_mwh + in_.unit_heat_mwh + in_.pumped_heat_mwh) / in_.heat_mwh, 0.0, 1.0)
                           : 0.0;
    for (const auto& figures : in_.enterprises) {
      const Enterprise& enterprise = (*in_.park.enterprises)[figures.enterprise];
      for (const Part& part : parts_[figures.enterprise.index()]) {
        if (enterprise.yearly_heat)
          activities_.heat.push_back({part.user, part.share * enterprise.yearly_heat->value() * gj_per_mwh * bought_heat});
        if (enterprise.yearly_gas && enterprise.yearly_gas->value() > 0.0)
          activities_.fuels.push_back(
              {part.user, enterprise_gas, part.share * quantity(factors_, enterprise_gas, enterprise.yearly_gas->value())});
      }
    }
    if (in_.plant_mwh > 0.0) {
      const double fuel_mwh = (in_.plant_mwh + in_.plant_heat_mwh) / in_.plant_efficiency;
      activities_.fuels.push_back({{}, in_.plant_fuel, quantity(factors_, in_.plant_fuel, fuel_mwh)});
    }
    if (in_.boiler_gas_mwh > 0.0) activities_.fuels.push_back({{}, enterprise_gas, quantity(factors_, enterprise_gas, in_.boiler_gas_mwh)});
    for (const auto& declared : in_.declared) {
      const carbon::User user = known(in_.park, declared) ? carbon::User{declared.enterprise, declared.building} : carbon::User{};
      if (declared.scope == DeclaredScope::process) {
        activities_.processes.push_back({user, declared.category, declared.quantity * declared.t_per_unit});
      } else {
        activities_.value_chain.push_back({user, declared.category, declared.quantity, declared.t_per_unit});
      }
    }
    activities_.own_renewable_kwh = in_.own_renewable_mwh * kwh_per_mwh;
    return std::move(activities_);
  }

 private:
  void electricity() {
    const std::vector<Bought> bought = in_.by_hour.empty() ? bought_by_year(in_) : bought_by_hour(in_);
    const double green = in_.import_mwh > 0.0 ? std::min(1.0, in_.green_mwh / in_.import_mwh) : 0.0;
    for (std::size_t i = 0; i < in_.enterprises.size(); ++i) {
      if (!(bought[i].kwh > 0.0)) continue;
      for (const Part& part : parts_[in_.enterprises[i].enterprise.index()]) {
        const double kwh = bought[i].kwh * part.share;
        activities_.electricity.push_back({part.user, kwh, kwh * green, {}, bought[i].kg_per_kwh});
      }
    }
    activities_.electricity.push_back({{}, bought.back().kwh, bought.back().kwh * green, {}, bought.back().kg_per_kwh});
  }

  const EmissionInputs& in_;
  const carbon::Factors& factors_;
  std::vector<std::vector<Part>> parts_;
  carbon::Activities activities_;
};

/// Declared emissions of what the park does not have count for the park alone, and are said.
void note_strangers(const EmissionInputs& in, carbon::Result& result) {
  for (const auto& declared : in.declared) {
    if (known(in.park, declared)) continue;
    result.complete = false;
    result.notes.push_back({NoteKind::warning, declared.category,
                            "is declared for " + (declared.enterprise.empty() ? declared.building : declared.enterprise) +
                                ", which the park does not have: it counts for the park as a whole"});
  }
}

}  // namespace

carbon::Result carbon_account(const EmissionInputs& inputs, const carbon::Factors& factors, const carbon::Options& options) {
  auto result = carbon::account(Collector(inputs, factors).collect(), factors, options);
  note_strangers(inputs, result);
  return result;
}

std::vector<double> quarter_hourly_factors(const carbon::Factors& factors, const carbon::Options& options) {
  std::vector<double> by_quarter;
  const auto* hourly = factors.find_hourly(options.data_year, options.region);
  if (hourly == nullptr) return by_quarter;
  constexpr std::size_t quarters = 4;
  by_quarter.reserve(hourly->kg_per_kwh.size() * quarters);
  for (const double kg : hourly->kg_per_kwh) by_quarter.insert(by_quarter.end(), quarters, kg);
  return by_quarter;
}

std::vector<HourlyPurchase> hourly_purchases(const YearParts& parts, const Series& series, std::span<const double> kg_per_kwh) {
  std::vector<HourlyPurchase> purchases(parts.park.enterprises->size() + 1);
  std::vector<double> kwh_per_kw(series.import_kw.size(), 0.0);
  HourlyPurchase all;
  for (std::size_t i = 0; i < kwh_per_kw.size(); ++i) {
    const double kwh = std::max(0.0, series.import_kw[i]) * loads::step_h;
    if (series.load_kw[i] > 0.0) kwh_per_kw[i] = kwh / series.load_kw[i];
    all.kwh += kwh;
    all.kg += kwh * kg_per_kwh[i];
  }
  for_each_holder(parts, [&](std::size_t e, const HolderSeries& own) {
    for (std::size_t i = 0; i < kwh_per_kw.size(); ++i) {
      const double kwh = own.load_kw[i] * kwh_per_kw[i];
      purchases[e].kwh += kwh;
      purchases[e].kg += kwh * kg_per_kwh[i];
    }
  });
  HourlyPurchase& rest = purchases.back();
  rest = all;
  for (std::size_t e = 0; e + 1 < purchases.size(); ++e) {
    rest.kwh -= purchases[e].kwh;
    rest.kg -= purchases[e].kg;
  }
  rest = {std::max(0.0, rest.kwh), std::max(0.0, rest.kg)};
  return purchases;
}

}  // namespace parktwin::energy
