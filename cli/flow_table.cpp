#include "cli/flow_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
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

/// By flow: a path of it over 5G that is not in time, where its wired part is.
std::map<std::size_t, const wired::tsn::bridge::BridgedFlow*> late_over_5g(const wired::tsn::bridge::Result& bridges) {
  using wired::tsn::bridge::BridgeState;
  std::map<std::size_t, const wired::tsn::bridge::BridgedFlow*> late;
  for (const auto& bridged : bridges.flows) {
    if (bridged.state != BridgeState::met && bridged.state != BridgeState::not_carried) late.emplace(bridged.flow.index(), &bridged);
  }
  return late;
}

}  // namespace

std::string flow_table(const wired::tsn::Result& result, const wired::tsn::bridge::Result& bridges, const Park& park,
                       const Session& session) {
  if (result.flows.empty()) return {};
  std::vector<const FlowFigures*> rows;
  for (const auto& figures : result.flows) rows.push_back(&figures);
  const auto late = late_over_5g(bridges);
  const auto failing = [&](const FlowFigures* figures) { return figures->state != FlowState::met || late.contains(figures->flow.index()); };
  const auto met = rows.size() - static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), failing));
  const bool holds = std::all_of(rows.begin(), rows.end(), [](const FlowFigures* figures) { return figures->chain_holds; });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const FlowFigures* a, const FlowFigures* b) { return failing(a) != failing(b) ? failing(a) : room(*a) < room(*b); });
  std::string text =
      fmt::format(fmt::runtime(session.choose(
                      "  {} of {} deterministic flows meet their bound; path minimum <= simulated <= tight <= simple bound: {}\n",
                      "  {}/{} 条确定性流满足时延上界；路径最小值 <= 仿真值 <= 紧上界 <= 简单上界：{}\n")),
                  met, rows.size(), holds ? session.choose("holds", "成立") : session.choose("broken", "不成立"));
  const auto state_of = [&](const FlowFigures& row) -> std::string {
    const auto found = late.find(row.flow.index());
    if (row.state != FlowState::met || found == late.end()) return std::string(name_of(row.state));
    return std::string(session.choose("met by wire, not over 5G: ", "有线部分满足，5G部分不满足：")) +
           std::string(name_of(found->second->state));
  };
  text += fmt::format("    {:<12} {:>11} {:>11} {:>11} {:>11} {:>11}  us\n", "flow", "minimum", "simulated", "tight", "simple", "deadline");
  for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i) {
    const FlowFigures& row = *rows[i];
    text += fmt::format("    {:<12} {:>11} {:>11} {:>11} {:>11} {:>11}  {}{}\n", (*park.tsn_flows)[row.flow].id, microseconds(row.least_ns),
                        microseconds(row.simulated_ns), microseconds(row.tight_ns), microseconds(row.simple_ns),
                        microseconds(row.deadline_ns), state_of(row), row.reason.empty() ? "" : ": " + row.reason);
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
