#include "engine/simulators/energy/carbon/carbon.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::energy::carbon {
namespace {

constexpr double t_per_kg = 1e-3;

Account& of(std::vector<Account>& accounts, const std::string& name) {
  const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const Account& account) { return account.name == name; });
  if (found != accounts.end()) return *found;
  accounts.emplace_back();
  accounts.back().name = name;
  return accounts.back();
}

class Accountant {
 public:
  Accountant(const Activities& activities, const Factors& factors, const Options& options)
      : activities_(activities), factors_(factors), options_(options) {
    result_.park.name = "park";
    location_ = grid_factor(options.region, options.location_kind, "location");
    const bool regional = factors.find_grid(options.data_year, options.region, options.market_kind) != nullptr;
    market_ = grid_factor(regional ? options.region : "China", options.market_kind, "market");
    result_.location_kg_per_kwh = location_ != nullptr ? location_->kg_per_kwh : 0.0;
    result_.market_kg_per_kwh = market_ != nullptr ? market_->kg_per_kwh : 0.0;
    if (!regional && market_ != nullptr && options.region != "China") {
      note(NoteKind::assumption, "grid factor", "by market the factor of the whole country stands for " + options.region);
    }
  }

  Result count() {
    fuels();
    electricity();
    for (const auto& use : activities_.heat) {
      if (!valid(use.gj, "heat")) continue;
      add(use.user, [&](Account& account) {
        account.heat_t += use.gj * factors_.heat_t_per_gj;
        account.energy_tce += use.gj * factors_.heat_tce_per_gj;
      });
    }
    for (const auto& process : activities_.processes) {
      if (!valid(process.t, process.source)) continue;
      add(process.user, [&](Account& account) { account.process_t += process.t; });
    }
    for (const auto& activity : activities_.value_chain) {
      if (!valid(activity.quantity * activity.t_per_unit, activity.category)) continue;
      add(activity.user, [&](Account& account) { account.value_chain_t += activity.quantity * activity.t_per_unit; });
    }
    const auto& park = result_.park;
    result_.renewable_tce = activities_.own_renewable_kwh * factors_.electricity_kgce_per_kwh * t_per_kg;
    const double energy_tce = park.energy_tce + result_.renewable_tce;
    if (energy_tce > 0.0) result_.intensity_t_per_tce = (park.scope_1_t() + park.scope_2_market_t()) / energy_tce;
    return std::move(result_);
  }

 private:
  void note(NoteKind kind, std::string place, std::string text) { result_.notes.push_back({kind, std::move(place), std::move(text)}); }
  void lack(std::string place, std::string text) {
    result_.complete = false;
    note(NoteKind::warning, std::move(place), std::move(text));
  }
  bool valid(double value, const std::string& place) {
    if (std::isfinite(value) && value >= 0.0) return true;
    lack(place, fmt::format("{} is not a quantity of at least 0 and is left out", value));
    return false;
  }

  const GridFactor* grid_factor(const std::string& region, GridKind kind, const std::string& method) {
    const auto* found = factors_.find_grid(options_.data_year, region, kind);
    if (found == nullptr && !activities_.electricity.empty()) {
      lack("grid factor",
           fmt::format("no factor of {} for {}, {}: electricity by {} is left out", options_.data_year, region, name_of(kind), method));
    }
    return found;
  }

  /// To the park and to whoever uses.
  template <class Change>
  void add(const User& user, Change change) {
    change(result_.park);
    if (!user.enterprise.empty()) change(of(result_.enterprises, user.enterprise));
    if (!user.building.empty()) change(of(result_.buildings, user.building));
  }

  void fuels() {
    for (const auto& use : activities_.fuels) {
      const auto* factor = factors_.find_fuel(use.fuel);
      if (factor == nullptr) {
        lack(use.fuel, "has no factor and is left out");
        continue;
      }
      if (!valid(use.quantity, use.fuel)) continue;
      const auto co2 = co2_t_per_unit(*factor);
      if (!co2) lack(use.fuel, "has no calorific value or carbon content: its CO2 is left out");
      if (factor->coal_equivalent_tce <= 0.0 && factor->ncv_gj <= 0.0) lack(use.fuel, "has no standard coal equivalent");
      // 29.3076 GJ per tce where only the calorific value is known (GB/T 2589).
      constexpr double gj_per_tce = 29.3076;
      const double tce = factor->coal_equivalent_tce > 0.0 ? factor->coal_equivalent_tce : factor->ncv_gj / gj_per_tce;
      add(use.user, [&](Account& account) {
        account.fuel_t += use.quantity * co2.value_or(0.0);
        account.energy_tce += use.quantity * tce;
      });
    }
  }

  double location_t(const ElectricityUse& use) {
    if (use.location_kg_per_kwh) return use.kwh * *use.location_kg_per_kwh * t_per_kg;
    const auto& hourly = activities_.grid_kg_per_kwh;
    if (!hourly.empty() && !use.kwh_by_step.empty()) {
      if (hourly.size() == use.kwh_by_step.size()) {
        double kg = 0.0;
        for (std::size_t step = 0; step < hourly.size(); ++step) kg += use.kwh_by_step[step] * hourly[step];
        return kg * t_per_kg;
      }
      lack("electricity",
           fmt::format("{} values and {} hourly factors: the year's factor stands in", use.kwh_by_step.size(), hourly.size()));
    }
    return use.kwh * result_.location_kg_per_kwh * t_per_kg;
  }

  void electricity() {
    for (const auto& use : activities_.electricity) {
      if (!valid(use.kwh, "electricity") || !valid(use.green_kwh, "green electricity")) continue;
      const double by_location = location_t(use);
      const double by_market = std::max(0.0, use.kwh - use.green_kwh) * result_.market_kg_per_kwh * t_per_kg;
      result_.green_tce += std::min(use.kwh, use.green_kwh) * factors_.electricity_kgce_per_kwh * t_per_kg;
      add(use.user, [&](Account& account) {
        account.electricity_location_t += by_location;
        account.electricity_market_t += by_market;
        account.energy_tce += use.kwh * factors_.electricity_kgce_per_kwh * t_per_kg;
      });
    }
  }

  const Activities& activities_;
  const Factors& factors_;
  const Options& options_;
  const GridFactor* location_ = nullptr;
  const GridFactor* market_ = nullptr;
  Result result_;
};

}  // namespace

const GridFactor* market_factor(const Factors& factors, const Options& options) {
  const auto* regional = factors.find_grid(options.data_year, options.region, options.market_kind);
  return regional != nullptr ? regional : factors.find_grid(options.data_year, "China", options.market_kind);
}

Result account(const Activities& activities, const Factors& factors, const Options& options) {
  return Accountant(activities, factors, options).count();
}

}  // namespace parktwin::energy::carbon
