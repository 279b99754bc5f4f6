#include "cli/scorecard_table.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using criteria::Status;
using criteria::Verdict;

constexpr std::size_t title_width = 44;
constexpr std::size_t shown_places = 3;

// Two decimals, rounded down so that a missed threshold never looks met.
std::string number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) return fmt::format("{:.0f}", value);
  return fmt::format("{:.2f}", std::floor(value * 100.0 + 1e-6) / 100.0);
}

// Likewise of a value that must not be above its threshold.
std::string number_up(double value) {
  return value == std::floor(value) ? number(value) : fmt::format("{:.2f}", std::ceil(value * 100.0 - 1e-6) / 100.0);
}

std::string with_unit(const std::optional<double>& value, const std::string& unit) {
  if (!value) return "";
  if (unit == "%") return number(*value) + " %";
  return number(*value);
}

std::string status_word(Status status, const Session& session) {
  static const std::map<Status, std::pair<std::string, std::string>> words = {{Status::met, {"met", "达到"}},
                                                                              {Status::missed, {"MISSED", "未达到"}},
                                                                              {Status::declared, {"declared", "已申报"}},
                                                                              {Status::not_assessed, {"not assessed", "未评估"}}};
  const auto& word = words.at(status);
  const std::string text = session.choose(word.first, word.second);
  if (!session.colour) return text;
  const char* code = status == Status::met ? "32" : status == Status::missed ? "31;1" : status == Status::declared ? "36" : "90";
  return fmt::format("\033[{}m{}\033[0m", code, text);
}

std::string reasons(const Verdict& verdict, const Session& session) {
  std::string text;
  const auto& reason = session.choose(verdict.reason_en, verdict.reason_zh);
  if (!reason.empty()) text += "         " + reason + '\n';
  const auto& where = session.chinese() ? verdict.where_zh : verdict.where_en;
  for (std::size_t i = 0; i < where.size() && i < shown_places; ++i) text += "         - " + where[i] + '\n';
  if (where.size() > shown_places) {
    text += session.chinese() ? fmt::format("         - 另有 {} 处，见 scorecard.json\n", where.size() - shown_places)
                              : fmt::format("         - and {} more, see scorecard.json\n", where.size() - shown_places);
  }
  return text;
}

std::string row(const Verdict& verdict, const Session& session) {
  const std::string threshold =
      verdict.threshold ? (verdict.comparator.empty() ? "" : verdict.comparator + " ") + with_unit(verdict.threshold, verdict.unit) : "";
  return fmt::format(
      "{:<7}  {}  {}  {}  {}\n", verdict.id,
      left(cut_to_width(session.choose(verdict.title_en, verdict.title_zh), title_width), title_width),
      right(verdict.value && verdict.comparator == "<=" ? number_up(*verdict.value) : with_unit(verdict.value, verdict.unit), 10),
      right(threshold, 11), status_word(verdict.status, session));
}

}  // namespace

std::string scorecard_table(const std::vector<Verdict>& verdicts, const Session& session, bool all) {
  std::string text = fmt::format("{:<7}  {}  {}  {}  {}\n", session.chinese() ? "条款   " : "clause",
                                 left(session.choose("condition", "条件"), title_width), right(session.choose("value", "数值"), 10),
                                 right(session.choose("threshold", "门槛"), 11), session.choose("verdict", "结论"));
  std::map<Status, int> counts;
  for (const auto& verdict : verdicts) {
    ++counts[verdict.status];
    if (verdict.status == Status::not_assessed && !all) continue;
    text += row(verdict, session);
    if (verdict.status == Status::missed || (all && verdict.status == Status::not_assessed)) text += reasons(verdict, session);
  }
  text += session.chinese() ? fmt::format("\n{} 项达到，{} 项未达到，{} 项已申报，{} 项未评估（共 {} 项）\n", counts[Status::met],
                                          counts[Status::missed], counts[Status::declared], counts[Status::not_assessed], verdicts.size())
                            : fmt::format("\n{} met, {} missed, {} declared, {} not assessed, of {} clauses\n", counts[Status::met],
                                          counts[Status::missed], counts[Status::declared], counts[Status::not_assessed], verdicts.size());
  return text;
}

}  // namespace parktwin::cli
