#include "engine/compare/key_figures.h"

#include <algorithm>

namespace parktwin::compare {
namespace {

using Value = std::optional<double>;

struct Row {
  FigureGroup group;
  const char* name;
  const char* en;
  const char* zh;
  const char* unit;
  Value (*of)(const FigureSource&);
};

constexpr double per_cent = 100.0;
constexpr double million = 1e-6;

template <class Of>
Value of_year(const FigureSource& run, Of of) {
  const auto& energy = run.results.energy;
  return energy.year != 0 && energy.simulated() ? Value(of(energy)) : std::nullopt;
}

template <class Of>
Value of_bill(const FigureSource& run, Of of) {
  const auto& energy = run.results.energy;
  return energy.year != 0 && energy.simulated() && energy.bill.reason.empty() ? Value(of(energy)) : std::nullopt;
}

template <class Of>
Value of_account(const FigureSource& run, Of of) {
  const auto& energy = run.results.energy;
  return energy.year != 0 && energy.simulated() && energy.carbon_reason.empty() ? Value(of(energy.carbon)) : std::nullopt;
}

double balance_mwh(const energy::Result& year, energy::ThermalCarrier carrier, double energy::CarrierBalance::*field) {
  double sum = 0.0;
  for (const auto& each : year.heat_and_cold.balances) sum += each.carrier == carrier ? each.*field : 0.0;
  return sum;
}

const cloud::adoption::LevelFigures* counted_level(const cloud::adoption::Result& adoption) {
  for (const auto& level : adoption.levels) {
    if (level.level == adoption.level) return &level;
  }
  return nullptr;
}

Value at_horizon(const FigureSource& run, double cloud::adoption::MonthFigures::*share) {
  const auto& adoption = run.results.cloud.adoption;
  Value last;
  for (const auto& month : adoption.months) {
    if (month.level == adoption.level) last = per_cent * (month.*share);
  }
  return adoption.simulated ? last : std::nullopt;
}

constexpr auto cost_rows = std::to_array<Row>({
    {FigureGroup::cost, "capital", "Likely outlay", "可能投资", "million CNY",
     [](const FigureSource& run) { return Value(million * run.plan.account.capital_likely_cny); }},
    {FigureGroup::cost, "present_value", "Likely present value", "可能现值", "million CNY",
     [](const FigureSource& run) { return Value(million * run.plan.account.present_value_likely_cny); }},
    {FigureGroup::cost, "electricity_bill", "Electricity bill of the year", "全年电费", "million CNY",
     [](const FigureSource& run) { return of_bill(run, [](const auto& year) { return million * year.bill.total_cny; }); }},
    {FigureGroup::cost, "feed_in", "Earned by feeding in", "上网收入", "million CNY",
     [](const FigureSource& run) { return of_bill(run, [](const auto& year) { return million * year.bill.feed_in_cny; }); }},
    {FigureGroup::cost, "green_premium", "Premium of green power, in the bill", "绿电溢价（含于电费）", "million CNY",
     [](const FigureSource& run) { return of_bill(run, [](const auto& year) { return million * year.green_power.premium_cny; }); }},
    {FigureGroup::cost, "interruptions", "Paid for interrupted loads", "可中断负荷补偿", "million CNY",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return million * year.flexibility.paid_cny; }); }},
});

constexpr auto energy_rows = std::to_array<Row>({
    {FigureGroup::energy, "consumption", "Electricity consumed", "用电量", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.consumption_mwh; }); }},
    {FigureGroup::energy, "import", "Drawn from the grid above", "下网电量", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.import_mwh; }); }},
    {FigureGroup::energy, "export", "Fed into the grid above", "上网电量", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.export_mwh; }); }},
    {FigureGroup::energy, "sun_and_wind", "Sun and wind", "光伏与风电", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.pv_mwh + year.balance.wind_mwh; }); }},
    {FigureGroup::energy, "plants", "Electricity of heat and power plants", "热电联产发电", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.plant_mwh; }); }},
    {FigureGroup::energy, "peak", "Greatest power drawn", "最大下网功率", "kW",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.balance.peak_import_kw; }); }},
    {FigureGroup::energy, "self_sufficiency", "Self-sufficiency", "自给率", "%",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return per_cent * year.balance.self_sufficiency; }); }},
    {FigureGroup::energy, "self_consumption", "Own generation used in the park", "自发自用率", "%",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return per_cent * year.balance.self_consumption; }); }},
    {FigureGroup::energy, "moved", "Loads moved in time", "转移负荷电量", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.flexibility.moved_mwh; }); }},
    {FigureGroup::energy, "interrupted", "Loads interrupted", "中断负荷电量", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.flexibility.interrupted_mwh; }); }},
    {FigureGroup::energy, "gas", "Gas burnt by plants and boilers", "热电与锅炉燃气", "MWh",
     [](const FigureSource& run) {
       return of_year(
           run, [](const auto& year) { return balance_mwh(year, energy::ThermalCarrier::gas, &energy::CarrierBalance::converted_mwh); });
     }},
    {FigureGroup::energy, "bought_heat", "Heat bought", "外购热力", "MWh",
     [](const FigureSource& run) {
       return of_year(
           run, [](const auto& year) { return balance_mwh(year, energy::ThermalCarrier::heat, &energy::CarrierBalance::outside_mwh); });
     }},
});

constexpr auto carbon_rows = std::to_array<Row>({
    {FigureGroup::carbon, "scope_1", "Scope 1", "范围一", "t CO2",
     [](const FigureSource& run) { return of_account(run, [](const auto& carbon) { return carbon.park.scope_1_t(); }); }},
    {FigureGroup::carbon, "scope_2_location", "Scope 2 by location", "范围二（基于位置）", "t CO2",
     [](const FigureSource& run) { return of_account(run, [](const auto& carbon) { return carbon.park.scope_2_location_t(); }); }},
    {FigureGroup::carbon, "scope_2_market", "Scope 2 by market", "范围二（基于市场）", "t CO2",
     [](const FigureSource& run) { return of_account(run, [](const auto& carbon) { return carbon.park.scope_2_market_t(); }); }},
    {FigureGroup::carbon, "scope_3", "Scope 3, what is declared", "范围三（已申报）", "t CO2",
     [](const FigureSource& run) { return of_account(run, [](const auto& carbon) { return carbon.park.value_chain_t; }); }},
    {FigureGroup::carbon, "intensity", "Scopes 1 and 2 by market over energy used", "单位能耗碳排放", "t CO2/tce",
     [](const FigureSource& run) { return of_account(run, [](const auto& carbon) { return carbon.intensity_t_per_tce; }); }},
    {FigureGroup::carbon, "green_power", "Green power bought", "外购绿电", "MWh",
     [](const FigureSource& run) { return of_year(run, [](const auto& year) { return year.green_power.bought_mwh; }); }},
});

constexpr auto adoption_rows = std::to_array<Row>({
    {FigureGroup::adoption, "on_cloud", "Enterprises on a cloud today", "当前上云企业占比", "%",
     [](const FigureSource& run) {
       const auto& cloud = run.results.cloud;
       return cloud.enterprises.empty()
                  ? Value()
                  : Value(per_cent * static_cast<double>(cloud.on_cloud) / static_cast<double>(cloud.enterprises.size()));
     }},
    {FigureGroup::adoption, "at_horizon_p10", "At the horizon, 10 % of the futures stay below", "预测期末上云占比 P10", "%",
     [](const FigureSource& run) { return at_horizon(run, &cloud::adoption::MonthFigures::p10); }},
    {FigureGroup::adoption, "at_horizon_p50", "At the horizon, median", "预测期末上云占比中位数", "%",
     [](const FigureSource& run) { return at_horizon(run, &cloud::adoption::MonthFigures::p50); }},
    {FigureGroup::adoption, "at_horizon_p90", "At the horizon, 90 % of the futures stay below", "预测期末上云占比 P90", "%",
     [](const FigureSource& run) { return at_horizon(run, &cloud::adoption::MonthFigures::p90); }},
    {FigureGroup::adoption, "months_to_target", "Months to the target, median", "达标所需月数中位数", "months",
     [](const FigureSource& run) {
       const auto* level = counted_level(run.results.cloud.adoption);
       return level != nullptr && level->months_p50 ? Value(*level->months_p50) : Value();
     }},
    {FigureGroup::adoption, "probability", "Probability of the target within the horizon", "预测期内达标概率", "%",
     [](const FigureSource& run) {
       const auto* level = counted_level(run.results.cloud.adoption);
       return level != nullptr ? Value(per_cent * level->probability) : Value();
     }},
});

template <std::size_t Count>
void add(const std::array<Row, Count>& rows, std::span<const FigureSource> runs, std::vector<KeyFigure>& figures) {
  for (const Row& row : rows) {
    KeyFigure figure{row.group, row.name, row.en, row.zh, row.unit, false, {}};
    for (const auto& run : runs) figure.runs.push_back(row.of(run));
    const auto known = [](const Value& value) { return value.has_value(); };
    if (std::none_of(figure.runs.begin(), figure.runs.end(), known)) continue;
    figure.differs = std::any_of(figure.runs.begin(), figure.runs.end(), [&](const Value& value) { return value != figure.runs.front(); });
    figures.push_back(std::move(figure));
  }
}

}  // namespace

std::vector<std::string> key_figure_parts() {
  std::vector<std::string> parts;
  const auto add = [&parts](const std::string& below, const std::vector<std::string>& names) {
    for (const auto& name : names) parts.push_back("/results/" + below + name);
  };
  add("energy/", {"reason", "year", "balance", "carbon_reason", "green_power", "heat_and_cold/balances"});
  add("energy/bill/", {"reason", "total_cny", "feed_in_cny"});
  add("energy/carbon/", {"park", "intensity_t_per_tce", "complete"});
  add("energy/flexibility/", {"moved_mwh", "interrupted_mwh", "paid_cny"});
  add("cloud/", {"on_cloud", "enterprises"});
  add("cloud/adoption/", {"simulated", "level", "levels", "months"});
  return parts;
}

std::vector<KeyFigure> key_figures(std::span<const FigureSource> runs) {
  std::vector<KeyFigure> figures;
  add(cost_rows, runs, figures);
  add(energy_rows, runs, figures);
  add(carbon_rows, runs, figures);
  add(adoption_rows, runs, figures);
  return figures;
}

}  // namespace parktwin::compare
