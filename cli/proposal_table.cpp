#include "cli/proposal_table.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "cli/access_table.h"
#include "cli/parts_table.h"
#include "cli/plan_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using plan::Proposal;
using plan::ProposalOutcome;

constexpr std::size_t share_width = 14;

std::string share_text(const std::optional<double>& percent) { return percent ? fmt::format("{:.2f} %", *percent) : "-"; }

std::string target_rows(const Proposal& proposal, const Session& session) {
  if (proposal.targets.empty()) return "";
  const auto head = [&](const char* en, const char* zh) { return right(session.choose(en, zh), share_width); };
  std::string text = left(session.choose("Target", "指标"), 10) + head("asked for", "要求") + head("as it stands", "现状") +
                     head("reachable", "可达上限") + head("planned", "方案（搜索）") + head("confirmed", "方案（核验）") + '\n';
  for (const auto& target : proposal.targets) {
    text += left(target.clause, 10) + right(share_text(target.target_percent), share_width) +
            right(share_text(target.standing_percent), share_width) + right(share_text(target.reachable_percent), share_width) +
            right(share_text(target.searched_percent), share_width) + right(share_text(target.confirmed_percent), share_width) + '\n';
  }
  return text;
}

std::string angles(const std::vector<double>& degrees) {
  std::string text;
  for (const double angle : degrees) text += fmt::format("{}{:.0f}", text.empty() ? "" : "/", angle);
  return text;
}

std::string site_rows(const Proposal& proposal, const Session& session) {
  if (proposal.sites.empty()) return "";
  std::string text = '\n' + left(session.choose("Site", "站点"), 10) + left(session.choose("stands on", "位置"), 12) +
                     right(session.choose("east m", "东 m"), 10) + right(session.choose("north m", "北 m"), 10) +
                     right(session.choose("height", "挂高"), 8) + right(session.choose("azimuths", "方位角"), 14) +
                     right(session.choose("tilts", "下倾角"), 10) + right(session.choose("fibre from", "光缆起点"), 14) +
                     right(session.choose("fibre m", "光缆 m"), 9) + right(session.choose("value kCNY", "现值 万元"), 12) + '\n';
  for (const auto& site : proposal.sites) {
    text += left(site.site, 10) + left(cut_to_width(site.building.empty() ? session.choose("pole", "灯杆") : site.building, 11), 12) +
            right(fmt::format("{:.0f}", site.x_m), 10) + right(fmt::format("{:.0f}", site.y_m), 10) +
            right(fmt::format("{:.0f} m", site.height_m), 8) + right(angles(site.azimuths_deg), 14) +
            right(angles(site.downtilts_deg), 10) + right(cut_to_width(site.backhaul_node.empty() ? "-" : site.backhaul_node, 13), 14) +
            right(fmt::format("{:.0f}", site.fibre_m), 9) + right(money(site.present_value_cny, session), 12) + '\n';
  }
  return text;
}

std::string duct_rows(const Proposal& proposal, const Session& session) {
  if (proposal.ducts.empty()) return "";
  std::string text = '\n' + left(session.choose("New duct", "新建管道"), 10) + right(session.choose("trench m", "沟槽 m"), 10) +
                     right(session.choose("value kCNY", "现值 万元"), 12) + "  " + session.choose("for the sites", "服务站点") + '\n';
  for (const auto& duct : proposal.ducts) {
    std::string sites;
    for (const auto& site : duct.sites) sites += (sites.empty() ? "" : " ") + site;
    text += left(duct.duct, 10) + right(fmt::format("{:.0f}", duct.length_m), 10) + right(money(duct.present_value_cny, session), 12) +
            "  " + sites + '\n';
  }
  return text;
}

std::string quantity_rows(const Proposal& proposal, const Session& session) {
  if (proposal.quantities.empty()) return "";
  std::string text = '\n' + left(session.choose("Bill of quantities", "工程量清单"), 56) + right(session.choose("quantity", "数量"), 10) +
                     ' ' + left(session.choose("unit", "单位"), 8) + right(session.choose("low kCNY", "低 万元"), 11) +
                     right(session.choose("likely", "可能"), 11) + right(session.choose("high", "高"), 11) + '\n';
  for (const auto& item : proposal.quantities) {
    text += left(cut_to_width(session.choose(item.name_en, item.name_zh), 55), 56) + right(fmt::format("{:.2f}", item.quantity), 10) + ' ' +
            left(item.unit, 8) + right(money(item.capital_low_cny, session), 11) + right(money(item.capital_likely_cny, session), 11) +
            right(money(item.capital_high_cny, session), 11) + '\n';
  }
  if (proposal.sites.empty()) return text;
  text += fmt::format(fmt::runtime(session.choose("{:.0f} m of trench; {:.0f} m of cable, {:.0f} m of it in ducts that are there\n",
                                                  "沟槽 {:.0f} m；光缆 {:.0f} m，其中利用现有管道 {:.0f} m\n")),
                      proposal.trench_m, proposal.cable_m, proposal.cable_in_standing_ducts_m);
  return text + session.choose("Power supply of the new sites is not checked.\n", "未核查新站点供电。\n");
}

std::string phase_rows(const Proposal& proposal, const Session& session) {
  if (proposal.phases.empty()) return "";
  std::string text = '\n' + left(session.choose("Year", "年份"), 8) + right(session.choose("outlay kCNY", "投资 万元"), 13) +
                     right(session.choose("sites", "站点"), 8);
  if (!proposal.parts.empty()) text += right(session.choose("others", "其他"), 8);
  for (const auto& target : proposal.targets) text += right(target.clause, share_width);
  text += parts_head(proposal.parts, share_width);
  text += '\n';
  for (const auto& phase : proposal.phases) {
    text +=
        left(std::to_string(phase.year), 8) + right(money(phase.capital_cny, session), 13) + right(std::to_string(phase.sites.size()), 8);
    if (!proposal.parts.empty()) text += right(std::to_string(phase.others.size()), 8);
    for (const double percent : phase.confirmed_percent) {
      text += right(std::isnan(percent) ? "-" : share_text(percent), share_width);
    }
    for (const double value : phase.confirmed_values) text += right(std::isnan(value) ? "-" : fmt::format("{:.4g}", value), share_width);
    text += '\n';
  }
  return text;
}

std::string cost_rows(const Proposal& proposal, const Session& session) {
  if (proposal.sites.empty() && proposal.parts.empty()) return "";
  std::string text = fmt::format("\n{}{}\n{}{}\n", left(session.choose("net present value in kCNY, likely", "净现值（可能值，万元）"), 50),
                                 right(money(proposal.present_value_cny, session), 14),
                                 left(session.choose("no plan of these candidates costs less than", "候选站址下任何方案不低于"), 50),
                                 right(money(proposal.lower_bound_cny, session), 14));
  if (proposal.gap_percent) {
    text += left(session.choose("so the plan is at most this far from the cheapest", "与最低成本的差距至多"), 50) +
            right(fmt::format("{:.1f} %", *proposal.gap_percent), 14) + '\n';
  }
  for (const auto& change : proposal.unpriced) text += fmt::format("{}: {}\n", session.choose("without a price", "无单价"), change);
  return text;
}

}  // namespace

std::string proposal_table(const Proposal& proposal, const Session& session) {
  std::string text;
  switch (proposal.outcome) {
    case ProposalOutcome::planned:
      if (!proposal.parts.empty()) {
        text = parts_title(proposal, session) + "\n\n";
        break;
      }
      text = fmt::format(
          fmt::runtime(session.choose("Planned: {} new sites, of {} places looked at\n\n", "方案：新建{}个站点（候选{}处）\n\n")),
          proposal.sites.size(), proposal.candidates);
      break;
    case ProposalOutcome::nothing_to_build:
      text = session.choose("Nothing to build: ", "无需建设：") + session.choose(proposal.reason_en, proposal.reason_zh) + "\n\n";
      break;
    case ProposalOutcome::no_plan:
      text = session.choose("No plan: ", "无可行方案：") + session.choose(proposal.reason_en, proposal.reason_zh) + "\n\n";
      break;
  }
  text += parts_table(proposal.parts, session) + target_rows(proposal, session);
  if (proposal.outcome == ProposalOutcome::planned) {
    text += site_rows(proposal, session) + duct_rows(proposal, session) + access_table(proposal.access, session) +
            quantity_rows(proposal, session) + phase_rows(proposal, session) + cost_rows(proposal, session);
  }
  return text;
}

}  // namespace parktwin::cli
