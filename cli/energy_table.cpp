#include "cli/energy_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "cli/dispatch_table.h"
#include "cli/energy_inputs_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using energy::LimitKind;
using energy::LimitViolation;

constexpr std::size_t shown_violations = 8;
constexpr std::size_t shown_causes = 5;

/// Chooses the form by language and fills it.
template <class... Values>
std::string line(const Session& session, const char* en, const char* zh, const Values&... values) {
  return fmt::format(fmt::runtime(session.choose(en, zh)), values...);
}

std::string balance(const energy::Result& result, const Session& session) {
  const auto& b = result.balance;
  std::string text =
      line(session, "  energy in {}: {:.0f} MWh used, {:.0f} lost in the grid ({:.2f} %), {:.0f} drawn, {:.0f} fed in\n",
           "  {}年能源：用电 {:.0f} MWh，电网损耗 {:.0f}（{:.2f} %），购入 {:.0f}，上网 {:.0f}\n", result.year, b.consumption_mwh,
           b.loss_mwh, b.consumption_mwh > 0.0 ? 100.0 * b.loss_mwh / b.consumption_mwh : 0.0, b.import_mwh, b.export_mwh);
  text += line(session,
               "    own generation: PV {:.0f} MWh, wind {:.0f}, heat and power plants {:.0f}; {:.1f} % of it used in the park, which "
               "covers {:.1f} % of its needs\n",
               "    自有发电：光伏 {:.0f} MWh，风电 {:.0f}，热电联产 {:.0f}；自用率 {:.1f} %，自给率 {:.1f} %\n", b.pv_mwh, b.wind_mwh,
               b.plant_mwh, 100.0 * b.self_consumption, 100.0 * b.self_sufficiency);
  if (b.unserved_mwh > 0.0)
    text += line(session, "    {:.0f} MWh wanted at buses without supply\n", "    失电母线未供电量 {:.0f} MWh\n", b.unserved_mwh);
  return text;
}

/// Names of what makes a peak, in Chinese; others stay.
std::string name_of_cause(const std::string& name, const Session& session) {
  static const std::map<std::string, std::string> chinese = {{"electronics", "电子"},
                                                             {"machinery", "机械"},
                                                             {"automotive", "汽车"},
                                                             {"chemicals", "化工"},
                                                             {"pharmaceuticals", "医药"},
                                                             {"new_materials", "新材料"},
                                                             {"food", "食品"},
                                                             {"textiles", "纺织"},
                                                             {"metal_products", "金属制品"},
                                                             {"logistics", "物流"},
                                                             {"software", "软件"},
                                                             {"research", "研发"},
                                                             {"energy", "能源"},
                                                             {"public_services", "公共服务"},
                                                             {"other", "其他"},
                                                             {"equipment", "通信设备"},
                                                             {"losses", "损耗"},
                                                             {"pv", "光伏"},
                                                             {"wind", "风电"},
                                                             {"heat and power plants", "热电联产"},
                                                             {"storages", "储能"}};
  const auto found = chinese.find(name);
  return session.chinese() && found != chinese.end() ? found->second : name;
}

std::string peak(const energy::Result& result, const Session& session) {
  std::string causes;
  for (std::size_t i = 0; i < std::min(shown_causes, result.peak_causes.size()); ++i)
    causes += fmt::format("{}{} {:.0f}", i == 0 ? "" : session.choose(", ", "，"), name_of_cause(result.peak_causes[i].name, session),
                          result.peak_causes[i].kw);
  return line(session, "    peak {:.0f} kW drawn on {}: {}\n", "    最大购电 {:.0f} kW，{}：{}\n", result.balance.peak_import_kw,
              result.balance.peak_at, causes);
}

std::string word_of(LimitKind kind, const Session& session) {
  switch (kind) {
    case LimitKind::voltage_low:
      return session.choose("low voltage", "电压偏低");
    case LimitKind::voltage_high:
      return session.choose("high voltage", "电压偏高");
    case LimitKind::line_overload:
      return session.choose("overloaded line", "线路过载");
    case LimitKind::transformer_overload:
      return session.choose("overloaded transformer", "变压器过载");
  }
  return {};
}

std::string grid(const energy::GridYear& year, const Park& park, const Session& session) {
  if (!year.reason.empty()) return line(session, "    no power flow: {}\n", "    未计算潮流：{}\n", year.reason);
  double lowest = 2.0;
  double highest = 0.0;
  for (const auto& bus : year.buses) {
    lowest = std::min(lowest, bus.lowest_pu.value_or(lowest));
    highest = std::max(highest, bus.highest_pu.value_or(highest));
  }
  std::string text = line(session, "    voltage {:.3f} to {:.3f} of nominal; {} places left their limits\n",
                          "    电压标幺值 {:.3f} 至 {:.3f}；{} 处越限\n", lowest, highest, year.violations.size());
  std::vector<LimitViolation> longest = year.violations;
  std::stable_sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.steps > b.steps; });
  if (longest.size() > shown_violations) longest.resize(shown_violations);
  for (const auto& violation : longest) {
    text += "      " + left(violation.place, 10) + left(word_of(violation.kind, session), 24) +
            line(session, "{:.3f} on {}, {:.0f} h a year\n", "{:.3f}，{}，全年 {:.0f} 小时\n", violation.worst, violation.at,
                 0.25 * violation.steps);
  }
  if (!year.unsolved.empty()) {
    text += line(session, "      no solution in {} cases, first at bus {} on {}\n", "      {} 个时段潮流无解，首个：母线 {}，{}\n",
                 year.unsolved.size(), (*park.buses)[year.unsolved.front().bus].id, year.unsolved.front().at);
  }
  return text;
}

std::string cost(const energy::Bill& bill, const Session& session) {
  if (!bill.reason.empty()) return line(session, "    no bill: {}\n", "    无电费账单：{}\n", bill.reason);
  return line(session, "    bill by tariff {}: {:.2f} million CNY, {:.2f} earned by feeding in; storages save {:.2f}\n",
              "    电价 {}：全年电费 {:.2f} 百万元，上网收入 {:.2f}，储能节约 {:.2f}\n", bill.tariff, 1e-6 * bill.total_cny,
              1e-6 * bill.feed_in_cny, 1e-6 * bill.saving_cny);
}

std::string carbon(const energy::Result& result, const Session& session) {
  if (!result.carbon_reason.empty()) return line(session, "    no carbon account: {}\n", "    无碳排放核算：{}\n", result.carbon_reason);
  const auto& park = result.carbon.park;
  return line(session, "    carbon: scope 1 {:.0f} t, scope 2 {:.0f} t by location and {:.0f} t by market; {:.2f} t CO2 per tce{}\n",
              "    碳排放：范围一 {:.0f} t，范围二 {:.0f} t（基于位置）、{:.0f} t（基于市场）；{:.2f} tCO2/tce{}\n", park.scope_1_t(),
              park.scope_2_location_t(), park.scope_2_market_t(), result.carbon.intensity_t_per_tce,
              result.carbon.complete ? "" : session.choose("; incomplete", "；核算不完整"));
}

}  // namespace

std::string energy_table(const energy::Result& result, const Park& park, const Session& session) {
  if (result.year == 0) return {};
  if (!result.simulated()) return line(session, "  no year of energy: {}\n", "  未仿真全年能源：{}\n", result.reason);
  return balance(result, session) + peak(result, session) + grid(result.grid, park, session) + cost(result.bill, session) +
         carbon(result, session) + energy_inputs_table(result, park, session) + dispatch_table(result, park, session);
}

}  // namespace parktwin::cli
