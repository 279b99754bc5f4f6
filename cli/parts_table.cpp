#include "cli/parts_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/plan_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using plan::PartProposal;
using plan::ProposalOutcome;

std::string name_of_part(PlanPart part, const Session& session) {
  switch (part) {
    case PlanPart::network:
      return session.choose("network", "网络");
    case PlanPart::cloud:
      return session.choose("cloud policies", "上云政策");
    case PlanPart::data_centres:
      return session.choose("data centres", "数据中心");
    case PlanPart::energy:
      return session.choose("energy", "能源");
  }
  return "";
}

std::string outcome_text(ProposalOutcome outcome, const Session& session) {
  switch (outcome) {
    case ProposalOutcome::planned:
      return session.choose("planned", "有方案");
    case ProposalOutcome::nothing_to_build:
      return session.choose("stands", "已满足");
    case ProposalOutcome::no_plan:
      return session.choose("NO PLAN", "无方案");
  }
  return "";
}

std::string value_text(const std::optional<double>& value) {
  return value ? fmt::format("{:.6g}", std::floor(*value * 1e4 + 1e-6) / 1e4) : "-";
}

std::string gap_text(const PartProposal& part) {
  if (part.outcome != ProposalOutcome::planned) return "-";
  const double cost = std::abs(part.present_value_cny);
  return cost > 0.0 ? fmt::format("{:.1f} %", 100.0 * (part.present_value_cny - part.lower_bound_cny) / cost) : "0.0 %";
}

std::string cost_rows(const std::vector<PartProposal>& parts, const Session& session) {
  std::string text = left(session.choose("Part", "部分"), 16) + left(session.choose("outcome", "结论"), 10) +
                     right(session.choose("outlay kCNY", "投资 万元"), 13) + right(session.choose("value kCNY", "现值 万元"), 13) +
                     right(session.choose("no less than", "下界"), 14) + right(session.choose("gap", "差距"), 9) + '\n';
  for (const auto& part : parts) {
    text += left(name_of_part(part.part, session), 16) + left(outcome_text(part.outcome, session), 10) +
            right(money(part.capital_cny, session), 13) + right(money(part.present_value_cny, session), 13) +
            right(money(part.lower_bound_cny, session), 14) + right(gap_text(part), 9) + '\n';
  }
  return text +
         session.choose("Values of energy are less what electricity and gas then cost less.\n", "能源现值已扣减电费与燃气费的节约。\n");
}

std::string clause_rows(const std::vector<PartProposal>& parts, const Session& session) {
  std::string text = '\n' + left(session.choose("Clause", "条款"), 10) + right(session.choose("asked for", "要求"), 12) +
                     right(session.choose("as it stands", "现状"), 14) + right(session.choose("confirmed", "核验"), 12) + "  " +
                     session.choose("unit", "单位") + '\n';
  for (const auto& part : parts) {
    for (const auto& clause : part.clauses) {
      text += left(clause.clause, 10) + right(clause.target ? value_text(clause.target) : session.choose("all", "全部"), 12) +
              right(value_text(clause.standing), 14) + right(value_text(clause.confirmed), 12) + "  " + clause.unit +
              (part.part == PlanPart::cloud ? session.choose(" (forecast)", "（预测）") : "") + '\n';
    }
  }
  return text;
}

std::string item_rows(const std::vector<PartProposal>& parts, const Session& session) {
  std::string text;
  for (const auto& part : parts) {
    for (const auto& item : part.items) {
      text += left(cut_to_width(item.record, 19), 20) + right(money(item.capital_cny, session), 10) + "  " +
              session.choose(item.what_en, item.what_zh) + '\n';
    }
  }
  if (text.empty()) return text;
  return '\n' + left(session.choose("Built or bought", "建设或采购"), 20) + right(session.choose("kCNY", "万元"), 10) + '\n' + text;
}

}  // namespace

std::string parts_table(const std::vector<PartProposal>& parts, const Session& session) {
  if (parts.empty()) return "";
  return cost_rows(parts, session) + clause_rows(parts, session) + item_rows(parts, session) + '\n';
}

std::string parts_title(const plan::Proposal& proposal, const Session& session) {
  const auto planned = std::count_if(proposal.parts.begin(), proposal.parts.end(),
                                     [](const auto& part) { return part.outcome == ProposalOutcome::planned; });
  std::size_t works = proposal.sites.size();
  for (const auto& part : proposal.parts) works += part.items.size();
  return fmt::format(fmt::runtime(session.choose("Planned: {} works in {} of {} parts", "方案：{}项，涉及{}个部分（共{}个）")), works,
                     planned, proposal.parts.size());
}

std::string parts_head(const std::vector<PartProposal>& parts, std::size_t width) {
  std::string text;
  for (const auto& part : parts) {
    if (part.part == PlanPart::network) continue;
    for (const auto& clause : part.clauses) text += right(clause.clause, width);
  }
  return text;
}

}  // namespace parktwin::cli
