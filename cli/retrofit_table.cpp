#include "cli/retrofit_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace parktwin::cli {
namespace {

using retrofit::EnterpriseOutcome;
using retrofit::Figure;
using retrofit::Outcome;

constexpr std::size_t most_enterprises = 8;
constexpr std::size_t most_rows = 8;

bool is_worse(const EnterpriseOutcome& outcome) {
  return outcome.cost == Outcome::worse || outcome.quality == Outcome::worse || outcome.efficiency == Outcome::worse;
}

std::string word_of(Outcome outcome, const Session& session) {
  if (session.language == viz::Language::en) return std::string(name_of(outcome));
  return outcome == Outcome::improved ? "改善" : outcome == Outcome::worse ? "变差" : "不变";
}

/// Its figures that changed.
std::string figures_of(const retrofit::Result& result, Id<Enterprise> enterprise, const Session& session) {
  std::string text;
  for (const Figure& figure : result.figures) {
    if (figure.subject != retrofit::Subject::enterprise || figure.enterprise != enterprise || figure.outcome == Outcome::unchanged)
      continue;
    text += fmt::format("      {:<26} {:>12.6g} -> {:<12.6g} {}\n", name_of(figure.measure), figure.before, figure.after,
                        word_of(figure.outcome, session));
  }
  return text;
}

std::string enterprise_lines(const retrofit::Result& result, const EnterpriseOutcome& outcome, const Park& park, const Session& session) {
  const std::string& id = (*park.enterprises)[outcome.enterprise].id;
  return fmt::format(fmt::runtime(session.choose("    {}: cost {}, quality {}, efficiency {}\n", "    {}：成本{}，质量{}，效率{}\n")), id,
                     word_of(outcome.cost, session), word_of(outcome.quality, session), word_of(outcome.efficiency, session)) +
         figures_of(result, outcome.enterprise, session);
}

}  // namespace

std::string retrofit_table(const retrofit::Result& result, const Park& park, const Session& session) {
  if (!result.compared) return {};
  std::string text = fmt::format(
      fmt::runtime(session.choose("  before and after {} changes of the network, same workload\n", "  同一工况下网络{}处改造前后\n")),
      result.changes);
  std::size_t rows = 0;
  for (const bool changed : {true, false}) {
    for (const auto& outcome : result.enterprises) {
      if ((outcome.changes > 0) != changed || (!changed && !is_worse(outcome)) || ++rows > most_enterprises) continue;
      text += enterprise_lines(result, outcome, park, session);
    }
  }
  if (rows > most_enterprises) text += fmt::format("    ... {}\n", rows - most_enterprises);
  for (std::size_t i = 0; i < result.not_compared.size() && i < most_rows; ++i) {
    const auto& row = result.not_compared[i];
    text += fmt::format("    {}: {} {}\n", session.choose("not compared", "未比较"), row.id, name_of(row.change));
  }
  if (result.not_compared.size() > most_rows) text += fmt::format("    ... {}\n", result.not_compared.size() - most_rows);
  return text;
}

}  // namespace parktwin::cli
