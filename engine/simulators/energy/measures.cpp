#include "engine/simulators/energy/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/carbon/abatement.h"
#include "engine/simulators/energy/storage_control.h"

namespace parktwin::energy {
namespace {

constexpr double gj_per_kwh = 3.6e-3;
constexpr double kwh_per_mwh = 1e3;

double mwh(std::span<const double> kw) { return std::accumulate(kw.begin(), kw.end(), 0.0) * loads::step_h / kwh_per_mwh; }

/// The park as a hub in one year.
struct HubYear {
  std::vector<double> load_kw;
  std::vector<double> sun_and_wind_kw;
  std::vector<double> storage_kw;
  std::vector<double> import_kw;
  double bill_cny = 0.0;  ///< net of feed-in, with the premium of the green power that is bought anyway; 0 without a tariff
  double location_t = 0.0;
  double market_t = 0.0;
  double green_mwh = 0.0;
  std::string failure;
};

/// What a measure changes of the year.
struct Change {
  std::string impossible;  ///< why it cannot be evaluated
  std::vector<double> load_kw;
  std::vector<double> sun_kw;
  double pumped_heat_mwh = 0.0;
  double green_mwh = 0.0;
  std::optional<Storage> battery;
};

class Evaluation {
 public:
  explicit Evaluation(const MeasureInputs& in) : in_(in) {}

  [[nodiscard]] HubYear year(const Change& change) const {
    HubYear year;
    const Series& base = in_.series;
    year.load_kw = base.load_kw;
    add(year.load_kw, change.load_kw);
    year.sun_and_wind_kw = base.pv_kw;
    add(year.sun_and_wind_kw, base.wind_kw);
    add(year.sun_and_wind_kw, change.sun_kw);
    schedule(change, year);
    year.import_kw.resize(base.import_kw.size());
    for (std::size_t i = 0; i < year.import_kw.size(); ++i)
      year.import_kw[i] = year.load_kw[i] + base.loss_kw[i] - year.sun_and_wind_kw[i] - base.plant_kw[i] - year.storage_kw[i];
    if (in_.purchase.prices) {
      const Bill bill = bill_of(in_.tables, in_.purchase, in_.park, in_.options.feed_in_cny_per_kwh, year.import_kw, year.storage_kw);
      year.bill_cny = bill.total_cny - bill.feed_in_cny;
    }
    account(change, year);
    return year;
  }

  [[nodiscard]] Change change_of(const Measure& measure) const {
    Change change;
    switch (measure.kind) {
      case MeasureKind::photovoltaic:
        photovoltaic(measure, change);
        break;
      case MeasureKind::battery:
        change.battery.emplace();
        change.battery->id = "measure " + measure.name;
        change.battery->capacity = KilowattHours(measure.size);
        change.battery->rated_power = Kilowatts(measure.size / measure.duration_h);
        break;
      case MeasureKind::heat_pump:
        heat_pump(measure, change);
        break;
      case MeasureKind::efficiency:
        efficiency(measure, change);
        break;
      case MeasureKind::green_power:
        change.green_mwh = measure.size;
        break;
    }
    return change;
  }

 private:
  static void add(std::vector<double>& sum, std::span<const double> more) {
    for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
  }

  void schedule(const Change& change, HubYear& year) const {
    Park park = in_.park;
    if (change.battery) {
      auto storages = park.storages->records();
      storages.push_back(*change.battery);
      park.storages = Part(Table(std::move(storages)));
    }
    std::vector<double> generated = year.sun_and_wind_kw;
    add(generated, in_.series.plant_kw);
    const auto schedule = schedule_storages({park, year.load_kw, generated, in_.purchase.prices ? &*in_.purchase.prices : nullptr,
                                             in_.tables.tariff ? in_.tables.tariff->demand_cny_per_kw_month : 0.0,
                                             in_.options.feed_in_cny_per_kwh, in_.options.storage_control});
    year.failure = schedule.failure;
    year.storage_kw.assign(year.load_kw.size(), 0.0);
    for (const auto& kw : schedule.kw) add(year.storage_kw, kw);
  }

  void account(const Change& change, HubYear& year) const {
    double import_mwh = 0.0;
    double export_mwh = 0.0;
    double hourly_t = 0.0;
    for (std::size_t i = 0; i < year.import_kw.size(); ++i) {
      const double kwh = year.import_kw[i] * loads::step_h;
      (kwh > 0.0 ? import_mwh : export_mwh) += std::abs(kwh) / kwh_per_mwh;
      if (!in_.kg_per_kwh.empty()) hourly_t += std::max(0.0, kwh) * in_.kg_per_kwh[i] / kwh_per_mwh;
    }
    const GreenPower bought = green_power(in_.green, import_mwh, in_.options.carbon_cny_per_t, in_.grid_kg_per_kwh);
    year.green_mwh = std::min(import_mwh, bought.bought_mwh + change.green_mwh);
    if (in_.purchase.prices) year.bill_cny += bought.premium_cny;
    if (!in_.tables.factors) return;
    EmissionInputs emissions = in_.emissions;
    emissions.by_hour = {};
    emissions.import_mwh = import_mwh;
    emissions.consumption_mwh = mwh(year.load_kw);
    emissions.pumped_heat_mwh += change.pumped_heat_mwh;
    emissions.green_mwh = year.green_mwh;
    emissions.own_renewable_mwh = std::max(0.0, mwh(year.sun_and_wind_kw) - export_mwh);
    const auto park = carbon_account(emissions, *in_.tables.factors, in_.options.carbon).park;
    const double bought_t = in_.kg_per_kwh.empty() ? park.electricity_location_t : hourly_t;
    year.location_t = park.scope_1_t() + park.heat_t + bought_t;
    year.market_t = park.scope_1_t() + park.scope_2_market_t();
  }

  void photovoltaic(const Measure& measure, Change& change) const {
    if (in_.weather == nullptr) {
      change.impossible = "the park has no weather";
      return;
    }
    Generator field;
    field.rated_power = Kilowatts(measure.size);
    field.tilt = Degrees(measure.tilt_deg);
    field.azimuth = Degrees(measure.azimuth_deg);
    field.building = in_.park.buildings->find(measure.building);
    if (!measure.building.empty() && !field.building.valid()) {
      change.impossible = "the park has no building " + measure.building;
      return;
    }
    change.sun_kw = generation::pv_series(in_.park, field, *in_.weather, in_.assumptions.pv);
    for (double& kw : change.sun_kw) kw *= measure.size;
  }

  void heat_pump(const Measure& measure, Change& change) const {
    change.load_kw.assign(in_.bought_heat_kw.size(), 0.0);
    for (std::size_t i = 0; i < change.load_kw.size(); ++i) {
      const double kw = std::min(measure.size, in_.bought_heat_kw[i]);
      change.load_kw[i] = kw / measure.coefficient_of_performance;
      change.pumped_heat_mwh += kw * loads::step_h / kwh_per_mwh;
    }
    if (!(change.pumped_heat_mwh > 0.0)) change.impossible = "the park buys no heat";
  }

  void efficiency(const Measure& measure, Change& change) const {
    double share = -measure.size / 100.0;
    if (measure.size > 100.0) change.impossible = "more than all electricity cannot be saved";
    if (!measure.enterprise.empty()) {
      const auto id = in_.park.enterprises->find(measure.enterprise);
      if (!id.valid()) {
        change.impossible = "the park has no enterprise " + measure.enterprise;
        return;
      }
      share *= in_.emissions.enterprises[id.index()].consumption_mwh / std::max(1e-9, mwh(in_.series.load_kw));
    }
    change.load_kw = in_.series.load_kw;
    for (double& kw : change.load_kw) kw *= share;
  }

  const MeasureInputs& in_;
};

void evaluate(const MeasureInputs& in, const Evaluation& evaluation, const HubYear& base, const Measure& measure, MeasureOutcome& outcome) {
  outcome.name = measure.name;
  outcome.kind = measure.kind;
  outcome.size = measure.size;
  outcome.capital_cny = measure.size * measure.capital_cny_per_unit.value_or(0.0);
  outcome.annuity_cny = outcome.capital_cny * carbon::annuity_factor(in.options.abatement.discount_rate, measure.life_years);
  outcome.operating_cny = measure.size * measure.operating_cny_per_unit.value_or(0.0);
  const Change change = evaluation.change_of(measure);
  outcome.reason = change.impossible;
  if (!outcome.reason.empty()) return;
  const HubYear year = evaluation.year(change);
  if (measure.kind == MeasureKind::green_power) {
    const double cny_per_mwh = measure.operating_cny_per_unit.value_or(kwh_per_mwh * in.green.premium_cny_per_kwh);
    outcome.operating_cny = (year.green_mwh - base.green_mwh) * cny_per_mwh;
  }
  outcome.reason = year.failure;
  const auto drawn = [](const HubYear& one) {
    double sum = 0.0;
    for (const double kw : one.import_kw) sum += std::max(0.0, kw) * loads::step_h / kwh_per_mwh;
    return sum;
  };
  outcome.saved_import_mwh = drawn(base) - drawn(year);
  outcome.saved_location_t = base.location_t - year.location_t;
  outcome.saved_market_t = base.market_t - year.market_t;
  const double saved_heat_cny = change.pumped_heat_mwh * kwh_per_mwh * gj_per_kwh * in.options.abatement.heat_cny_per_gj;
  outcome.saved_cny = base.bill_cny - year.bill_cny + saved_heat_cny;
  outcome.cny_per_year = outcome.annuity_cny + outcome.operating_cny - outcome.saved_cny;
  if (!outcome.reason.empty()) return;
  if (!in.tables.factors) {
    outcome.reason = "no emission factors are given";
  } else if (measure.kind != MeasureKind::green_power && !measure.capital_cny_per_unit && !measure.operating_cny_per_unit) {
    outcome.reason = "it has no price";
  } else if (!(outcome.saved_market_t > 0.0)) {
    outcome.reason = "it saves no emissions";
  } else {
    outcome.cny_per_t = outcome.cny_per_year / outcome.saved_market_t;
  }
}

}  // namespace

std::vector<MeasureOutcome> evaluate_measures(const MeasureInputs& inputs) {
  const auto& measures = inputs.options.abatement.measures;
  if (measures.empty()) return {};
  const Evaluation evaluation(inputs);
  const HubYear base = evaluation.year({});
  std::vector<MeasureOutcome> outcomes(measures.size());
  parallel_for(measures.size(), [&](std::size_t m) { evaluate(inputs, evaluation, base, measures[m], outcomes[m]); });
  std::stable_sort(outcomes.begin(), outcomes.end(), [](const MeasureOutcome& a, const MeasureOutcome& b) {
    if (a.cny_per_t.has_value() != b.cny_per_t.has_value()) return a.cny_per_t.has_value();
    return a.cny_per_t && *a.cny_per_t < *b.cny_per_t;
  });
  std::vector<carbon::Measure> priced;
  for (const auto& outcome : outcomes) {
    if (outcome.cny_per_t) priced.push_back({outcome.name, outcome.cny_per_year, outcome.saved_market_t});
  }
  const auto curve = carbon::cost_curve(priced);
  for (std::size_t i = 0; i < curve.size(); ++i) outcomes[i].from_t = curve[i].from_t;
  return outcomes;
}

}  // namespace parktwin::energy
