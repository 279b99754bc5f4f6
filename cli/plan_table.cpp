#include "cli/plan_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using criteria::PhaseRecord;
using criteria::PhaseTarget;
using criteria::Status;

constexpr std::size_t title_width = 44;
constexpr std::size_t phase_width = 18;
constexpr std::size_t figure_width = 12;

/// Column by column, one text per phase.
template <class Cell>
std::string row(const std::string& title, const std::vector<PhaseRecord>& phases, Cell&& cell) {
  std::string text = left(cut_to_width(title, title_width + 9), title_width + 9);
  for (const PhaseRecord& phase : phases) text += right(cell(phase), phase_width);
  return text + '\n';
}

enum class Course { moves, missed_with_a_value, missed, other, not_assessed };

/// How a clause goes through the phases.
Course course_of(const std::vector<PhaseRecord>& phases, std::size_t clause) {
  const PhaseTarget& last = phases.back().targets[clause];
  const bool moves = std::any_of(phases.begin(), phases.end(), [&](const auto& phase) {
    return phase.targets[clause].status != last.status || phase.targets[clause].value != last.value;
  });
  if (moves) return Course::moves;
  if (last.status == Status::missed) return last.value ? Course::missed_with_a_value : Course::missed;
  return last.status == Status::not_assessed ? Course::not_assessed : Course::other;
}

struct Item {
  const costs::BillLine* first = nullptr;
  double quantity = 0.0;
  double low = 0.0;
  double likely = 0.0;
  double high = 0.0;
};

std::string range(const std::string& title, double low, double likely, double high, const Session& session) {
  return fmt::format("  {}{}{}{}\n", left(cut_to_width(title, title_width + 14), title_width + 14),
                     right(money(low, session), figure_width), right(money(likely, session), figure_width),
                     right(money(high, session), figure_width));
}

std::string bill_rows(const costs::Bill& bill, const Session& session) {
  std::vector<Item> items;
  std::map<std::string, std::size_t> places;
  for (const auto& line : bill.lines) {
    const auto [place, is_new] = places.emplace(line.item, items.size());
    if (is_new) items.push_back({&line});
    Item& item = items[place->second];
    item.quantity += line.quantity;
    item.low += line.capital_low_cny;
    item.likely += line.capital_likely_cny;
    item.high += line.capital_high_cny;
  }
  std::string text;
  for (const Item& item : items) {
    const std::string title =
        fmt::format("{:>9.6g} {} {}", item.quantity, left(item.first->unit, 8), session.choose(item.first->name_en, item.first->name_zh));
    text += range(title, item.low, item.likely, item.high, session);
  }
  return text;
}

std::string unit_rows(const criteria::UnitCosts& costs, const Session& session) {
  std::string text;
  const auto add = [&](const std::optional<double>& value, const char* en, const char* zh) {
    if (!value) return;
    text +=
        fmt::format("  {}{}\n", left(session.choose(en, zh), title_width + 14 + figure_width), right(money(*value, session), figure_width));
  };
  add(costs.cny_per_covered_hectare, "present value per covered hectare", "每公顷覆盖面积现值");
  add(costs.cny_per_hectare_gained, "present value per hectare gained", "每新增公顷覆盖面积现值");
  add(costs.cny_per_connected_enterprise, "present value per connected enterprise", "每家接入企业现值");
  add(costs.cny_per_enterprise_gained, "present value per enterprise gained", "每家新增接入企业现值");
  add(costs.cny_per_tonne_saved, "present value per tonne of CO2 saved", "每吨CO₂减排现值");
  return text;
}

std::string unpriced_rows(const std::vector<costs::UnpricedChange>& changes, const Session& session) {
  std::string text;
  for (const auto& change : changes) {
    text += fmt::format("  {} {} {}{} ({}, {})\n", session.choose("not priced:", "未计价："), change.change, change.record,
                        change.fields.empty() ? "" : ": " + change.fields, change.file, change.place);
  }
  return text;
}

std::string flow_rows(const std::vector<costs::CashFlow>& years, const Session& session) {
  std::string text =
      fmt::format("  {}{}{}{}\n", left(session.choose("year", "年份"), 8), right(session.choose("outlay", "投资"), figure_width),
                  right(session.choose("running", "运行费"), figure_width), right(session.choose("factor", "折现系数"), figure_width));
  for (const auto& flow : years) {
    text += fmt::format("  {:<8}{}{}{:>12.4f}\n", flow.year, right(money(flow.capital_likely_cny, session), figure_width),
                        right(money(flow.operating_likely_cny, session), figure_width), flow.discount_factor);
  }
  return text;
}

}  // namespace

std::string verdict_cell(Status status, const std::optional<double>& value, const Session& session) {
  const char* word = "";
  if (status == Status::met) word = session.chinese() ? "达到" : "met";
  if (status == Status::missed) word = session.chinese() ? "未达到" : "MISSED";
  if (status == Status::declared) word = session.chinese() ? "已申报" : "declared";
  if (status == Status::not_assessed) word = session.chinese() ? "未评估" : "not assessed";
  return value ? fmt::format("{} {}", std::floor(*value * 100.0 + 1e-6) / 100.0, word) : word;
}

std::string money(double cny, const Session& session) {
  return session.chinese() ? fmt::format("{:.2f}", cny / 1e4) : fmt::format("{:.1f}", cny / 1e3);
}

std::string phase_table(const criteria::PlanRecord& plan, const std::vector<criteria::Verdict>& verdicts, const Session& session,
                        bool all) {
  const auto& phases = plan.phases;
  if (phases.size() < 2) return "";
  std::string text = row(session.choose("phase", "阶段"), phases, [&](const PhaseRecord& phase) {
    return phase.year == 0 ? session.choose("start", "起始") : std::to_string(phase.year);
  });
  const bool named =
      std::any_of(phases.begin(), phases.end(), [](const auto& phase) { return !phase.name_en.empty() || !phase.name_zh.empty(); });
  if (named) {
    text += row("", phases,
                [&](const PhaseRecord& phase) { return cut_to_width(session.choose(phase.name_en, phase.name_zh), phase_width - 2); });
  }
  std::int64_t missed = 0;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const bool held = std::all_of(phases.begin(), phases.end(),
                                  [&](const auto& phase) { return i < phase.targets.size() && phase.targets[i].id == verdicts[i].id; });
    if (!held) continue;
    const Course course = course_of(phases, i);
    missed += course == Course::missed ? 1 : 0;
    if (course == Course::not_assessed || (!all && (course == Course::missed || course == Course::other))) continue;
    const std::string title = fmt::format("{:<7}  {}", verdicts[i].id, session.choose(verdicts[i].title_en, verdicts[i].title_zh));
    text += row(title, phases,
                [&](const PhaseRecord& phase) { return verdict_cell(phase.targets[i].status, phase.targets[i].value, session); });
  }
  if (!all && missed > 0) {
    text += session.chinese() ? fmt::format("另有 {} 项无数值，各阶段均未达到\n", missed)
                              : fmt::format("{} more without a value are missed in every phase\n", missed);
  }
  text += row(session.choose("covered by 5G, ha", "5G覆盖面积（公顷）"), phases,
              [](const PhaseRecord& phase) { return fmt::format("{:.1f}", phase.covered_hectares); });
  text += row(session.choose("enterprises connected", "接入企业（家）"), phases,
              [](const PhaseRecord& phase) { return std::to_string(phase.connected_enterprises); });
  text += row(session.choose("outlay, thousand CNY", "投资（万元）"), phases,
              [&](const PhaseRecord& phase) { return money(phase.capital_likely_cny, session); });
  double spent = 0.0;
  text += row(session.choose("outlay so far, thousand CNY", "累计投资（万元）"), phases, [&](const PhaseRecord& phase) {
    spent += phase.capital_likely_cny;
    return money(spent, session);
  });
  return text + '\n';
}

std::string cost_table(const criteria::PlanRecord& plan, const Session& session, bool all) {
  const costs::Account& account = plan.account;
  if (account.bill.lines.empty() && account.bill.not_priced.empty()) return "";
  const std::string title = session.chinese() ? fmt::format("费用（万元，价格表 {}）", account.prices)
                                              : fmt::format("costs, thousand CNY, by the price table {}", account.prices);
  std::string text = fmt::format("{}{}{}{}\n", left(title, title_width + 16), right(session.choose("low", "低"), figure_width),
                                 right(session.choose("likely", "可能"), figure_width), right(session.choose("high", "高"), figure_width));
  text += bill_rows(account.bill, session);
  if (!account.bill.lines.empty()) {
    text += range(session.choose("outlay in all", "投资合计"), account.capital_low_cny, account.capital_likely_cny,
                  account.capital_high_cny, session);
    const std::string present = session.chinese() ? fmt::format("现值：{} 年起 {} 年，折现率 {:.3g} %", account.base_year,
                                                                account.cash_flow.size(), 100.0 * account.discount_rate)
                                                  : fmt::format("present value, {} years from {} at {:.3g} %", account.cash_flow.size(),
                                                                account.base_year, 100.0 * account.discount_rate);
    text += range(present, account.present_value_low_cny, account.present_value_likely_cny, account.present_value_high_cny, session);
    text += unit_rows(plan.unit_costs, session);
    const auto& lines = account.bill.lines;
    const auto assumed = std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.origin == FigureOrigin::user; });
    text += session.chinese() ? fmt::format("  {} 行中 {} 行的价格为本项目假设\n", lines.size(), assumed)
                              : fmt::format("  {} of {} lines rest on prices assumed by this project\n", assumed, lines.size());
  }
  text += unpriced_rows(account.bill.not_priced, session);
  if (all) text += flow_rows(account.cash_flow, session);
  return text + '\n';
}

}  // namespace parktwin::cli
