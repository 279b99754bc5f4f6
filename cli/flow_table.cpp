#include "cli/flow_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace parktwin::cli {
namespace {

using wired::tsn::FlowFigures;
using wired::tsn::FlowState;

constexpr std::size_t most_rows = 8;
constexpr std::size_t most_conflicts = 3;

std::string microseconds(const std::optional<std::int64_t>& time_ns) {
  return time_ns ? fmt::format("{:.3f}", static_cast<double>(*time_ns) * 1e-3) : std::string("-");
}

/// Negative when it is late; what is not carried or has no bound comes first.
std::int64_t room(const FlowFigures& figures) {
  return figures.tight_ns ? figures.deadline_ns - *figures.tight_ns : std::numeric_limits<std::int64_t>::min();
}

}  // namespace

std::string flow_table(const wired::tsn::Result& result, const Park& park, const Session& session) {
  if (result.flows.empty()) return {};
  std::vector<const FlowFigures*> rows;
  for (const auto& figures : result.flows) rows.push_back(&figures);
  const auto failing = [](const FlowFigures* figures) { return figures->state != FlowState::met; };
  const auto met = rows.size() - static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), failing));
  const bool holds = std::all_of(rows.begin(), rows.end(), [](const FlowFigures* figures) { return figures->chain_holds; });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const FlowFigures* a, const FlowFigures* b) { return failing(a) != failing(b) ? failing(a) : room(*a) < room(*b); });
  std::string text =
      fmt::format(fmt::runtime(session.choose(
                      "  {} of {} deterministic flows meet their bound; path minimum <= simulated <= tight <= simple bound: {}\n",
                      "  {}/{} 条确定性流满足时延上界；路径最小值 <= 仿真值 <= 紧上界 <= 简单上界：{}\n")),
                  met, rows.size(), holds ? session.choose("holds", "成立") : session.choose("broken", "不成立"));
  text += fmt::format("    {:<12} {:>11} {:>11} {:>11} {:>11} {:>11}  us\n", "flow", "minimum", "simulated", "tight", "simple", "deadline");
  for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i) {
    const FlowFigures& row = *rows[i];
    text += fmt::format("    {:<12} {:>11} {:>11} {:>11} {:>11} {:>11}  {}{}\n", (*park.tsn_flows)[row.flow].id, microseconds(row.least_ns),
                        microseconds(row.simulated_ns), microseconds(row.tight_ns), microseconds(row.simple_ns),
                        microseconds(row.deadline_ns), name_of(row.state), row.reason.empty() ? "" : ": " + row.reason);
  }
  if (rows.size() > most_rows) text += fmt::format("    ... {}\n", rows.size() - most_rows);
  std::size_t conflicts = 0;
  for (const auto& schedule : result.schedules) {
    if (schedule.complete || ++conflicts > most_conflicts) continue;
    text += session.choose("    cannot be scheduled together:", "    不能同时调度：");
    for (const auto flow : schedule.conflict) text += " " + (*park.tsn_flows)[flow].id;
    text += "\n";
  }
  return text;
}

}  // namespace parktwin::cli
