#include "cli/needs_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/criteria/need_text.h"

namespace parktwin::cli {
namespace {

using needs::ScenarioOutcome;
using needs::ScenarioState;

constexpr std::ptrdiff_t most_rows = 10;

/// Of those that `is_of_group`.
template <class IsOfGroup>
std::string group(const needs::Result& result, const Park& park, const Session& session, const std::string& title,
                  const IsOfGroup& is_of_group) {
  const auto& all = result.scenarios;
  const auto there = std::count_if(all.begin(), all.end(), is_of_group);
  if (there == 0) return {};
  const auto works = [&](const ScenarioOutcome& outcome) { return is_of_group(outcome) && outcome.state == ScenarioState::works; };
  const auto working = std::count_if(all.begin(), all.end(), works);
  std::string text = fmt::format(fmt::runtime(session.choose("  {} of {} {} get what they need\n", "  {} / {} 项{}所需条件全部满足\n")),
                                 working, there, title);
  std::ptrdiff_t rows = 0;
  for (const auto& outcome : all) {
    if (!is_of_group(outcome) || outcome.state == ScenarioState::works || ++rows > most_rows) continue;
    const criteria::Text name = criteria::label_of(outcome, park);
    const criteria::Text reason = criteria::reason_of(outcome, result, park);
    text += session.choose("    " + name.en + ": " + reason.en, "    " + name.zh + "：" + reason.zh) + "\n";
  }
  if (there - working > most_rows) text += fmt::format("    ... {}\n", there - working - most_rows);
  return text;
}

}  // namespace

std::string needs_table(const needs::Result& result, const Park& park, const Session& session) {
  std::string text = group(result, park, session, session.choose("networked scenarios", "网络化场景"),
                           [](const ScenarioOutcome& outcome) { return outcome.scenario.valid(); });
  text += group(result, park, session, session.choose("5G scenarios of factories", "工厂5G场景"),
                [](const ScenarioOutcome& outcome) { return outcome.factory_scenario.valid(); });
  text += group(result, park, session, session.choose("uses of new modes", "新模式应用"),
                [](const ScenarioOutcome& outcome) { return outcome.new_mode.valid(); });
  return text;
}

}  // namespace parktwin::cli
