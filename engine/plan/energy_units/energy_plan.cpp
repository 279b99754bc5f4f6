#include "engine/plan/energy_units/energy_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/criteria/criteria.h"
#include "engine/plan/energy_units/candidates.h"
#include "engine/simulators/energy/carbon/abatement.h"

namespace parktwin::plan {
namespace {

using criteria::Status;
using criteria::Verdict;

constexpr double least_roof_kw = 5.0;
constexpr double least_battery_kwh = 100.0;
constexpr double battery_step_kwh = 10.0;
constexpr double share_step = 1e-4;
constexpr int share_rounds = 4;
constexpr double kwh_per_mwh = 1e3;
constexpr double kg_per_t = 1e3;
/// Of the premium: just below what makes the hub buy green power by itself.
constexpr double below_premium = 1.0 - 1e-9;

bool is_of_carbon(const std::string& metric) { return metric.starts_with("carbon."); }

struct UnitPrice {
  bool known = false;
  double capital_cny = 0.0;
  double operating_cny = 0.0;
};

UnitPrice unit_price(const std::vector<costs::Price>& prices, std::string_view change, std::string_view value, std::string_view measure) {
  for (const auto& price : prices) {
    if (price.change == change && (price.value.empty() || price.value == value) && price.measure == measure)
      return {true, price.capital_likely_cny / price.per, price.operating_likely_cny / price.per};
  }
  return {};
}

class Planner {
 public:
  Planner(const EnergyQuestion& question, LiveRun& live, Progress& progress)
      : in_(question),
        live_(live),
        progress_(progress),
        sun_(unit_price(question.pricing.prices, "add_generator", "photovoltaic", "rated_power_kw")),
        store_(unit_price(question.pricing.prices, "add_storage", "", "capacity_kwh")) {}

  EnergyPlan plan() {
    plan_.standing = judged(in_.park, in_.options);
    plan_.reached = plan_.standing;
    const auto missed = missed_of(plan_.standing);
    if (missed.empty()) {
      plan_.found = true;
      return std::move(plan_);
    }
    if (!results_->energy.simulated()) return without(*missed.front());
    const bool carbon = std::any_of(missed.begin(), missed.end(), [&](const Verdict* one) { return is_of_carbon(metric_of(one->id)); });
    const double premium = in_.options.energy.green_premium_cny_per_kwh;
    multiplier_ = carbon ? below_premium * premium : 0.0;
    market_kg_per_kwh_ = results_->energy.carbon.market_kg_per_kwh;
    years_factor();
    const energy::Sizing sizing = sized(units(), multiplier_, in_.park);
    if (!sizing.reason.empty()) return without_reason("no sizes: " + sizing.reason, "无法定容：" + sizing.reason);
    take(sizing);
    build_what_must_be(missed);
    const Park built = park_after(in_.park, text());
    if (!meet(built)) return std::move(plan_);
    account(sizing);
    plan_.found = true;
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const std::string& metric_of(const std::string& clause) const {
    static const std::string none;
    for (const auto& one : in_.asked.clauses) {
      if (one.id == clause) return one.metric;
    }
    return none;
  }

  std::vector<Verdict> judged(const Park& park, const SimulationOptions& options) {
    results_ = &live_.update(park, options, in_.seed, progress_);
    const auto& energy = results_->energy;
    plan_.emissions_t.reset();
    if (energy.simulated() && energy.carbon_reason.empty())
      plan_.emissions_t = energy.carbon.park.scope_1_t() + energy.carbon.park.scope_2_market_t();
    return criteria::assess(*results_, park, in_.asked, in_.assessed_on);
  }

  static std::vector<const Verdict*> missed_of(const std::vector<Verdict>& verdicts) {
    std::vector<const Verdict*> missed;
    for (const auto& verdict : verdicts) {
      if (verdict.status == Status::missed) missed.push_back(&verdict);
    }
    return missed;
  }

  EnergyPlan without_reason(std::string en, std::string zh) {
    plan_.reason_en = std::move(en);
    plan_.reason_zh = std::move(zh);
    return std::move(plan_);
  }

  EnergyPlan without(const Verdict& verdict) {
    say_why(verdict);
    return std::move(plan_);
  }

  void say_why(const Verdict& verdict) {
    const std::string value_en = verdict.value ? fmt::format(" is {:.4g}", *verdict.value) : " is missed";
    const std::string value_zh = verdict.value ? fmt::format("为 {:.4g}", *verdict.value) : "未达标";
    plan_.reason_en =
        verdict.id + value_en +
        (verdict.where_en.empty() ? verdict.reason_en.empty() ? "" : ": " + verdict.reason_en : ": " + verdict.where_en.front());
    plan_.reason_zh =
        verdict.id + value_zh +
        (verdict.where_zh.empty() ? verdict.reason_zh.empty() ? "" : "：" + verdict.reason_zh : "：" + verdict.where_zh.front());
  }

  /// Running costs are paid from the first year on, so a yuan a year is worth (1 + r) times an ordinary annuity's.
  void years_factor() {
    const auto& costs = in_.pricing.costs;
    yearly_per_outlay_ = energy::carbon::annuity_factor(costs.discount_rate, costs.years) / (1.0 + costs.discount_rate);
    plan_.years_factor = 1.0 / yearly_per_outlay_;
  }

  [[nodiscard]] energy::SizedUnit unit(std::string name, energy::SizedKind kind, double most, const UnitPrice& price) const {
    energy::SizedUnit made;
    made.name = std::move(name);
    made.kind = kind;
    made.most = most;
    made.duration_h = in_.limits.battery_duration_h;
    made.life_years = in_.pricing.costs.years;
    made.capital_cny_per_unit = price.capital_cny / (1.0 + in_.pricing.costs.discount_rate);
    made.operating_cny_per_unit = price.operating_cny;
    return made;
  }

  [[nodiscard]] energy::SizedUnit roof_unit(const Generator& roof, const UnitPrice& price) const {
    auto made = unit(roof.id, energy::SizedKind::photovoltaic, roof.rated_power.value(), price);
    made.building = (*in_.park.buildings)[roof.building].id;
    return made;
  }

  std::vector<energy::SizedUnit> units() {
    std::vector<energy::SizedUnit> made;
    if (sun_.known) candidates_ = free_roofs(in_.park, in_.limits);
    for (const auto& roof : candidates_) made.push_back(roof_unit(roof, sun_));
    const Storage battery = battery_of(in_.park, in_.limits.most_battery_kwh, in_.limits);
    if (store_.known && in_.limits.most_battery_kwh > 0.0 && battery.bus.valid())
      made.push_back(unit(battery.id, energy::SizedKind::battery, in_.limits.most_battery_kwh, store_));
    return made;
  }

  /// Of the hub with foresight; `cny_per_kwh` counts on what is drawn beside its price.
  energy::Sizing sized(const std::vector<energy::SizedUnit>& units, double cny_per_kwh, const Park& park) {
    if (units.empty()) {
      energy::Sizing none;
      none.reason = "nothing may be built: no free roof, no battery, or no price for them";
      return none;
    }
    SimulationOptions options = in_.options;
    options.energy.grid_study = false;
    options.energy.sizing = units;
    options.energy.abatement.discount_rate = in_.pricing.costs.discount_rate;
    if (cny_per_kwh > 0.0 && market_kg_per_kwh_ > 0.0) options.energy.carbon_cny_per_t = cny_per_kwh / market_kg_per_kwh_ * kg_per_t;
    results_ = &live_.update(park, options, in_.seed, progress_);
    return results_->energy.sizing;
  }

  void take(const energy::Sizing& sizing) {
    for (const auto& figures : sizing.units) {
      if (!figures.reason.empty()) continue;
      if (figures.kind == energy::SizedKind::battery) {
        const double kwh = std::min(in_.limits.most_battery_kwh, battery_step_kwh * std::round(figures.built / battery_step_kwh));
        if (kwh > 0.0) plan_.battery = battery_of(in_.park, kwh, in_.limits);
        continue;
      }
      const auto roof = std::find_if(candidates_.begin(), candidates_.end(), [&](const auto& one) { return one.id == figures.name; });
      const double kw = std::floor(figures.built + 0.5);
      if (roof == candidates_.end() || kw < least_roof_kw) continue;
      plan_.roofs.push_back(*roof);
      plan_.roofs.back().rated_power = Kilowatts(std::min(kw, roof->rated_power.value()));
    }
  }

  /// What does not pay but a clause asks to be there: the smallest.
  void build_what_must_be(const std::vector<const Verdict*>& missed) {
    const auto asks = [&](std::string_view metric) {
      return std::any_of(missed.begin(), missed.end(), [&](const Verdict* one) { return metric_of(one->id) == metric; });
    };
    const bool dispatch = asks("energy.linked") || asks("energy.supervision") || asks("energy.green_scenarios");
    if (dispatch && !plan_.battery && in_.park.storages->empty() && store_.known && in_.limits.most_battery_kwh > 0.0)
      plan_.battery = battery_of(in_.park, std::min(least_battery_kwh, in_.limits.most_battery_kwh), in_.limits);
    const auto& balance = results_->energy.balance;
    if (asks("energy.linked") && plan_.roofs.empty() && !(balance.pv_mwh + balance.wind_mwh > 0.0) && !candidates_.empty()) {
      plan_.roofs.push_back(candidates_.front());
      plan_.roofs.back().rated_power = Kilowatts(least_roof_kw);
    }
  }

  [[nodiscard]] std::string text() const {
    std::string changes;
    for (const auto& roof : plan_.roofs) changes += roof_text(in_.park, roof);
    if (plan_.battery) changes += battery_text(in_.park, *plan_.battery);
    return changes;
  }

  [[nodiscard]] std::vector<Verdict> judged_at(const Park& built, double share) {
    SimulationOptions options = in_.options;
    options.energy.grid_study = false;
    options.energy.green_power_share = share;
    return judged(built, options);
  }

  /// How far between none and all green power each missed clause of carbon is met, straight between the two.
  [[nodiscard]] double share_between(const std::vector<Verdict>& least, const std::vector<Verdict>& most) const {
    const double from = in_.options.energy.green_power_share;
    double share = from;
    for (std::size_t i = 0; i < least.size(); ++i) {
      if (least[i].status != Status::missed || !least[i].value || !most[i].value || !least[i].threshold) continue;
      const double way = *most[i].value - *least[i].value;
      if (way == 0.0) continue;
      share = std::max(share, from + (1.0 - from) * (*least[i].threshold - *least[i].value) / way);
    }
    return std::min(1.0, std::ceil(share / share_step - 1e-9) * share_step);
  }

  /// Puts the least share of green power; false, with the reason, where even all of it does not do.
  bool meet(const Park& built) {
    const auto least = judged_at(built, in_.options.energy.green_power_share);
    plan_.reached = least;
    const auto missed = missed_of(least);
    if (missed.empty()) return true;
    const bool only_carbon =
        std::all_of(missed.begin(), missed.end(), [&](const Verdict* one) { return is_of_carbon(metric_of(one->id)); });
    const auto most = only_carbon ? judged_at(built, 1.0) : least;
    if (const auto left = missed_of(most); !left.empty()) {
      plan_.reached = most;
      say_why(*left.front());
      if (only_carbon) {
        plan_.reason_en += ", with all electricity that is drawn bought as green power; what is left are fuels and bought heat";
        plan_.reason_zh += "；外购电力已全部为绿电，剩余为燃料与外购热力";
      }
      return false;
    }
    double share = share_between(least, most);
    for (int round = 0; round < share_rounds; ++round, share = std::min(1.0, share + share_step)) {
      plan_.reached = judged_at(built, share);
      plan_.green_share = share;
      if (missed_of(plan_.reached).empty()) return true;
    }
    plan_.reached = most;
    plan_.green_share = 1.0;
    return true;
  }

  /// The same programme with what is built, its outlay counted apart.
  void account(const energy::Sizing& sizing) {
    std::vector<energy::SizedUnit> built;
    double yearly = 0.0;
    const auto count = [&](const UnitPrice& price, double size) {
      yearly += size * (price.capital_cny * yearly_per_outlay_ + price.operating_cny);
    };
    for (const auto& roof : plan_.roofs) {
      built.push_back(roof_unit(roof, {}));
      count(sun_, roof.rated_power.value());
    }
    if (plan_.battery) {
      built.push_back(unit(plan_.battery->id, energy::SizedKind::battery, plan_.battery->capacity.value(), {}));
      count(store_, plan_.battery->capacity.value());
    }
    const energy::Sizing with = built.empty() ? energy::Sizing() : sized(built, multiplier_, in_.park);
    const double drawn_mwh = built.empty() ? sizing.import_before_mwh : with.import_after_mwh;
    const double more = plan_.green_share.value_or(in_.options.energy.green_power_share) - in_.options.energy.green_power_share;
    const double green_kwh = more * drawn_mwh * kwh_per_mwh;
    plan_.before_cny = sizing.cost_before_cny;
    plan_.after_cny =
        (built.empty() ? sizing.cost_before_cny : with.cost_after_cny) + yearly + green_kwh * in_.options.energy.green_premium_cny_per_kwh;
    // min f + μ (drawn − what may stay without green power)
    const double may_stay_kwh = drawn_mwh * kwh_per_mwh - green_kwh;
    plan_.bound_cny = sizing.cost_after_cny + multiplier_ * (sizing.import_after_mwh * kwh_per_mwh - may_stay_kwh);
    plan_.bound_cny = std::min(plan_.bound_cny, plan_.after_cny);
  }

  const EnergyQuestion& in_;
  LiveRun& live_;
  Progress& progress_;
  UnitPrice sun_;
  UnitPrice store_;
  const Results* results_ = nullptr;
  std::vector<Generator> candidates_;
  double multiplier_ = 0.0;
  double market_kg_per_kwh_ = 0.0;
  double yearly_per_outlay_ = 1.0;
  EnergyPlan plan_;
};

}  // namespace

bool is_of_energy(const std::string& metric) {
  constexpr std::array planned = {"energy.linked", "energy.green_scenarios", "energy.supervision", "carbon.per_energy",
                                  "carbon.clean_energy"};
  return std::find(planned.begin(), planned.end(), metric) != planned.end();
}

EnergyPlan plan_energy(const EnergyQuestion& question, LiveRun& live, Progress& progress) {
  return Planner(question, live, progress).plan();
}

std::string roof_text(const Park& park, const Generator& roof) {
  return fmt::format(
      "  - add_generator: {{id: {}, kind: photovoltaic, bus: \"{}\", building: \"{}\", rated_power_kw: {:.0f}, tilt_deg: {}, azimuth_deg: "
      "{}}}\n",
      roof.id, (*park.buses)[roof.bus].id, (*park.buildings)[roof.building].id, roof.rated_power.value(), roof.tilt.value(),
      roof.azimuth.value());
}

std::string battery_text(const Park& park, const Storage& battery) {
  return fmt::format("  - add_storage: {{id: {}, bus: \"{}\", capacity_kwh: {:g}, rated_power_kw: {:g}}}\n", battery.id,
                     (*park.buses)[battery.bus].id, battery.capacity.value(), battery.rated_power.value());
}

}  // namespace parktwin::plan
