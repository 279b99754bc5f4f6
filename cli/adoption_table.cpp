#include "cli/adoption_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using cloud::adoption::EnterpriseFigures;
using cloud::adoption::LevelFigures;
using cloud::adoption::MonthFigures;
using cloud::adoption::PolicyFigures;
using cloud::adoption::Standing;
using cloud::data_centre::CentreFigures;
using cloud::data_centre::ResourceFigures;

constexpr std::size_t name_width = 28;
constexpr std::size_t most_left = 8;

std::string word_of(CloudLevel level, const Session& session) {
  static constexpr std::array<const char*, 5> en{"none", "infrastructure", "platform", "business systems", "equipment"};
  static constexpr std::array<const char*, 5> zh{"未上云", "基础设施", "平台", "业务系统", "设备"};
  const auto at = static_cast<std::size_t>(level);
  return session.choose(en[at], zh[at]);
}

std::string word_of(Standing standing, const Session& session) {
  switch (standing) {
    case Standing::no_access:
      return session.choose("no adequate access", "接入能力不足");
    case Standing::data_too_sensitive:
      return session.choose("data may not go to a cloud", "数据级别不允许上云");
    case Standing::no_it_staff:
      return session.choose("no staff for it", "缺少信息化人员");
    case Standing::waits_for_supplier:
      return session.choose("waits for a supplier", "等待供应商先上云");
    case Standing::unconvinced:
      return session.choose("not convinced", "尚未形成上云意愿");
    case Standing::expected:
    case Standing::on_cloud:
      break;
  }
  return {};
}

std::string titled(const std::string& id, const std::string& name) { return name.empty() ? id : id + " " + name; }

std::string months(const std::optional<std::int32_t>& value) { return value ? fmt::format("{}", *value) : std::string("-"); }

const MonthFigures* at_horizon(const cloud::adoption::Result& result, CloudLevel level) {
  const MonthFigures* last = nullptr;
  for (const auto& row : result.months) {
    if (row.level == level) last = &row;
  }
  return last;
}

std::string level_row(const LevelFigures& figures, const cloud::adoption::Result& result, const Session& session) {
  const MonthFigures* last = at_horizon(result, figures.level);
  std::string text = "    " + left(word_of(figures.level, session), 18) + right(fmt::format("{:.1f} %", 100.0 * figures.share_today), 9);
  if (last != nullptr)
    text += right(fmt::format("{:.0f} / {:.0f} / {:.0f} %", 100.0 * last->p10, 100.0 * last->p50, 100.0 * last->p90), 20);
  text += right(fmt::format("{} / {} / {}", months(figures.months_p10), months(figures.months_p50), months(figures.months_p90)), 18);
  return text + right(fmt::format("{:.0f} %", 100.0 * figures.probability), 9) + "\n";
}

std::string levels(const cloud::adoption::Result& result, const Session& session) {
  const MonthFigures* last = at_horizon(result, result.level);
  if (last == nullptr) return {};
  std::string text = fmt::format(
      fmt::runtime(session.choose("  cloud adoption expected by {}-{:02} ({} futures; Bass curve p {:.3f}, q {:.3f} a year{}):\n",
                                  "  至 {}-{:02} 的上云预测（{} 次模拟；Bass 曲线 p {:.3f}，q {:.3f}/年{}）：\n")),
      last->year, last->month, result.replicas, result.curve.innovation_per_year, result.curve.imitation_per_year,
      result.curve.fitted ? session.choose(", fitted", "，由登记数据拟合") : session.choose(", given", "，给定"));
  const std::string wanted = fmt::format("{:g} %", 100.0 * result.target_share);
  text += "    " + left(session.choose("level", "层级"), 18) + right(session.choose("today", "目前"), 9) +
          right(session.choose("10 / 50 / 90 %", "10/50/90 分位"), 20) + right(session.choose("months to ", "月数至 ") + wanted, 18) +
          right(session.choose("chance", "可能性"), 9) + "\n";
  for (const auto& figures : result.levels) text += level_row(figures, result, session);
  return text;
}

std::string policy_row(const PolicyFigures& figures, const Park& park, const Session& session) {
  const CloudPolicy& policy = (*park.cloud_policies)[figures.policy];
  const std::string cost = figures.cost_per_extra_cny ? fmt::format("{:.0f}", 1e-3 * *figures.cost_per_extra_cny) : std::string("-");
  return fmt::format(fmt::runtime(session.choose("    policy {}: {:.1f} ± {:.1f} more enterprises, {:.1f} enterprise-years; {:.1f} "
                                                 "recipients, of whom {:.0f} % would come anyway; "
                                                 "{:.0f} thousand CNY, {} per extra one\n",
                                                 "    政策 {}：新增 {:.1f} ± {:.1f} 家，提前 {:.1f} 企业年；受益 {:.1f} 家，其中 {:.0f} "
                                                 "% 本会上云；费用 {:.0f} 千元，每新增一家 {} "
                                                 "千元\n")),
                     titled(policy.id, session.choose(policy.name, policy.name_zh)), figures.extra_adopters, figures.extra_half_width,
                     figures.extra_adopter_years, figures.recipients, 100.0 * figures.windfall_share, 1e-3 * figures.cost_cny, cost);
}

std::string left_behind(const cloud::adoption::Result& result, const Park& park, const Session& session) {
  std::vector<const EnterpriseFigures*> rest;
  for (const auto& figures : result.enterprises) {
    if (figures.probability < 0.5) rest.push_back(&figures);
  }
  if (rest.empty()) return {};
  std::stable_sort(rest.begin(), rest.end(),
                   [](const EnterpriseFigures* a, const EnterpriseFigures* b) { return a->probability < b->probability; });
  std::string text = fmt::format(
      fmt::runtime(session.choose("    more likely than not to stay without: {}\n", "    届时很可能仍未上云：{} 家\n")), rest.size());
  for (std::size_t i = 0; i < rest.size() && i < most_left; ++i) {
    const Enterprise& enterprise = (*park.enterprises)[rest[i]->enterprise];
    text += "      " + left(enterprise.id, 8) +
            left(cut_to_width(session.choose(enterprise.name, enterprise.name_zh), name_width), name_width) +
            right(fmt::format("{:.0f} %", 100.0 * rest[i]->probability), 7) + "  " + word_of(rest[i]->standing, session) + "\n";
  }
  if (rest.size() > most_left) text += fmt::format("      ... {}\n", rest.size() - most_left);
  return text;
}

std::string word_of(cloud::data_centre::Resource resource, const Session& session) {
  static constexpr std::array<const char*, 5> en{"cores", "memory", "storage", "uplink", "rack power"};
  static constexpr std::array<const char*, 5> zh{"虚拟核", "内存", "存储", "上联带宽", "机架功率"};
  const auto at = static_cast<std::size_t>(resource);
  return session.choose(en[at], zh[at]);
}

std::string centre_text(const CentreFigures& figures, const Park& park, const Session& session) {
  const DataCentre& centre = (*park.data_centres)[figures.centre];
  const std::string name = titled(centre.id, session.choose(centre.name, centre.name_zh));
  if (!figures.in_operation) {
    return "  " + session.choose("data centre ", "数据中心 ") + name + session.choose(": not in operation", "：未投运") + "\n";
  }
  return fmt::format(
      fmt::runtime(session.choose(
          "  data centre {}: {:.0f} kW now, {:.0f} kW at the horizon; PUE {:.2f} ({:.2f} to {:.2f}); {:.0f} MWh a year, {:.0f} at the "
          "horizon\n",
          "  数据中心 {}：目前 {:.0f} kW，预测期末 {:.0f} kW；PUE {:.2f}（{:.2f} 至 {:.2f}）；年用电 {:.0f} MWh，预测期末 {:.0f} MWh\n")),
      name, figures.power_today_kw, figures.power_horizon_kw, figures.pue_today, figures.pue_least, figures.pue_most,
      figures.energy_today_mwh, figures.energy_horizon_mwh);
}

std::string resource_row(const ResourceFigures& figures, const Session& session) {
  const std::string when = figures.runs_out_probability > 0.0
                               ? fmt::format(fmt::runtime(session.choose("runs out with {:.0f} %, in half of the futures within {} months",
                                                                         "用尽可能性 {:.0f} %，半数情形下 {} 个月内")),
                                             100.0 * figures.runs_out_probability, months(figures.runs_out_months_p50))
                               : session.choose("suffices", "充足");
  return "    " + left(word_of(figures.resource, session), 12) +
         right(fmt::format("{:.0f} -> {:.0f} ({:.0f}) / {:.0f} {}", figures.demand_today, figures.demand_p50, figures.demand_p90,
                           figures.capacity,
                           session.choose(figures.unit, figures.resource == cloud::data_centre::Resource::cores ? "核" : figures.unit)),
               44) +
         "  " + when + "\n";
}

}  // namespace

std::string adoption_table(const cloud::Result& result, const Park& park, const Session& session) {
  std::string text = levels(result.adoption, session);
  for (const auto& figures : result.adoption.policies) text += policy_row(figures, park, session);
  text += left_behind(result.adoption, park, session);
  for (const auto& figures : result.data_centre.centres) {
    text += centre_text(figures, park, session);
    for (const auto& row : result.data_centre.resources) {
      if (row.centre == figures.centre) text += resource_row(row, session);
    }
  }
  return text;
}

}  // namespace parktwin::cli
