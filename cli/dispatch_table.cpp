#include "cli/dispatch_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

constexpr std::size_t shown_loads = 5;
constexpr std::size_t name_width = 34;

template <class... Values>
std::string line(const Session& session, const char* en, const char* zh, const Values&... values) {
  return fmt::format(fmt::runtime(session.choose(en, zh)), values...);
}

std::string name_of_load(const Park& park, Id<LoadFlexibility> id, const Session& session) {
  const LoadFlexibility& load = (*park.load_flexibility)[id];
  if (!load.enterprise.valid()) return load.id;
  const Enterprise& enterprise = (*park.enterprises)[load.enterprise];
  const std::string& name = session.choose(enterprise.name, enterprise.name_zh);
  return name.empty() ? enterprise.id : fmt::format("{} ({})", name, enterprise.id);
}

std::string flexibility(const energy::Flexibility& year, const Park& park, const Session& session) {
  if (year.loads.empty()) return {};
  if (!year.reason.empty()) return line(session, "    flexible loads run as planned: {}\n", "    可调负荷按计划运行：{}\n", year.reason);
  std::string text =
      line(session, "    flexible loads: {:.0f} MWh moved, {:.0f} MWh interrupted for {:.0f} CNY{}\n",
           "    可调负荷：转移 {:.0f} MWh，中断 {:.0f} MWh，补偿 {:.0f} 元{}\n", year.moved_mwh, year.interrupted_mwh, year.paid_cny,
           year.saving_cny ? line(session, "; {:.0f} CNY saved beyond that", "；净节约 {:.0f} 元", *year.saving_cny) : "");
  std::vector<energy::FlexibleLoadFigures> rows = year.loads;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.moved_mwh > b.moved_mwh; });
  const std::size_t shown = std::min(rows.size(), shown_loads);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& row = rows[i];
    text += "      " + left(cut_to_width(name_of_load(park, row.load, session), name_width), name_width) +
            line(session, " moved {:.0f} of {:.0f} MWh, interrupted {:.1f} of {:.0f} MWh in {:.0f} h\n",
                 " 转移 {:.0f}/{:.0f} MWh，中断 {:.1f}/{:.0f} MWh，{:.0f} 小时\n", row.moved_mwh, row.shiftable_mwh, row.interrupted_mwh,
                 row.interruptible_mwh, row.interrupted_h);
  }
  if (shown < rows.size()) text += line(session, "      and {} more\n", "      另有 {} 家\n", rows.size() - shown);
  return text;
}

std::string green(const energy::GreenPower& green, const Session& session) {
  if (!(green.bought_mwh > 0.0)) return {};
  return line(session, "    green power: {:.0f} MWh, {:.1f} % of what is drawn, for a premium of {:.0f} CNY; avoids {:.0f} t by market{}\n",
              "    绿电：{:.0f} MWh，占购电 {:.1f} %，溢价 {:.0f} 元，市场法减排 {:.0f} t{}\n", green.bought_mwh, 100.0 * green.share,
              green.premium_cny, green.avoided_t,
              green.by_carbon_price ? session.choose("; all of it, by the price of carbon", "；按碳价全部购绿") : "");
}

std::string curve(const energy::TradeOff& curve, const Session& session) {
  if (curve.points.empty() && curve.reason.empty()) return {};
  std::string text;
  if (!curve.points.empty()) {
    text += line(session, "    cost against carbon: CNY/t priced, million CNY, t, MWh drawn, of it green, gas, moved; CNY per t saved\n",
                 "    成本与碳排放权衡：碳价元/t，百万元，t，购电MWh，其中绿电，燃气，转移；每吨减排成本元\n");
  }
  for (const auto& point : curve.points) {
    text += fmt::format("      {:>7.0f} {:>9.3f} {:>9.0f} {:>9.0f} {:>9.0f} {:>9.0f} {:>7.0f} {:>9}\n", point.carbon_cny_per_t,
                        1e-6 * point.cost_cny, point.carbon_t, point.import_mwh, point.green_mwh, point.gas_mwh, point.moved_mwh,
                        point.cny_per_t ? fmt::format("{:.1f}", *point.cny_per_t) : "-");
  }
  if (!curve.reason.empty()) text += line(session, "    no curve of cost against carbon: {}\n", "    无成本碳排放曲线：{}\n", curve.reason);
  return text;
}

std::string unit_of(energy::SizedKind kind) { return kind == energy::SizedKind::photovoltaic ? "kW" : "kWh"; }

std::string sizing(const energy::Sizing& sizing, const Session& session) {
  if (!sizing.reason.empty()) return line(session, "    nothing is sized: {}\n", "    未做容量优化：{}\n", sizing.reason);
  if (sizing.units.empty()) return {};
  std::string text =
      line(session,
           "    cheapest sizes: {:.2f} instead of {:.2f} million CNY a year with annuities, {:.0f} instead of {:.0f} t, {:.0f} instead of "
           "{:.0f} MWh drawn\n",
           "    最优容量：年成本（含年金）{:.2f} 而非 {:.2f} 百万元，碳排放 {:.0f} 而非 {:.0f} t，购电 {:.0f} 而非 {:.0f} MWh\n",
           1e-6 * sizing.cost_after_cny, 1e-6 * sizing.cost_before_cny, sizing.carbon_after_t, sizing.carbon_before_t,
           sizing.import_after_mwh, sizing.import_before_mwh);
  for (const auto& unit : sizing.units) {
    text += "      " + left(cut_to_width(unit.name, name_width), name_width);
    if (!unit.reason.empty()) {
      text += "  " + unit.reason + '\n';
      continue;
    }
    text +=
        line(session, " {:>9.0f} {}{}, outlay {:.2f} million CNY, {:.2f} a year\n", " {:>9.0f} {}{}，投资 {:.2f} 百万元，年成本 {:.2f}\n",
             unit.built, unit_of(unit.kind), unit.at_most ? session.choose(" (the most allowed)", "（已达上限）") : "",
             1e-6 * unit.capital_cny, 1e-6 * unit.cny_per_year);
  }
  return text;
}

}  // namespace

std::string dispatch_table(const energy::Result& result, const Park& park, const Session& session) {
  if (result.year == 0 || !result.simulated()) return {};
  return flexibility(result.flexibility, park, session) + green(result.green_power, session) + curve(result.trade_off, session) +
         sizing(result.sizing, session);
}

}  // namespace parktwin::cli
