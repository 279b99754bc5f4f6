#include "engine/criteria/need_metrics.h"

#include <map>
#include <set>

#include "engine/criteria/need_text.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using needs::ScenarioOutcome;
using needs::ScenarioState;

/// Results of the same park tell of each scenario; empty when they do.
Text needs_gap(const Facts& facts) {
  const Park& park = facts.park;
  const auto told = facts.results.needs.scenarios.size();
  if (told == park.networked_scenarios->size() + park.factory_scenarios->size() + park.new_modes->size()) return {};
  return {"the results do not tell which scenarios get what they need", "结果中没有场景所需条件的判定"};
}

Text told(const ScenarioOutcome& outcome, const Facts& facts) {
  return named(label_of(outcome, facts.park), reason_of(outcome, facts.results.needs, facts.park));
}

/// Kinds named by the document that no record has.
template <class Kind>
void add_absent(const std::set<Kind>& present, std::vector<Text>& lines) {
  for (const auto& kind : names_of(Kind{})) {
    if constexpr (requires { Kind::other; }) {
      if (kind.value == Kind::other) continue;
    }
    if (!present.contains(kind.value)) lines.push_back(named(word_of(kind.value), {"none on record", "未登记"}));
  }
}

Measurement park_scenarios(const Facts& facts, bool others) {
  if (const Text gap = needs_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::set<ScenarioKind> working;
  std::set<ScenarioKind> present;
  Measurement measurement;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.scenario.valid()) continue;
    const ScenarioKind kind = (*facts.park.networked_scenarios)[outcome.scenario].kind;
    present.insert(kind);
    if (outcome.state != ScenarioState::works) {
      if (others || kind != ScenarioKind::other) measurement.where.push_back(told(outcome, facts));
    } else if (kind != ScenarioKind::other) {
      working.insert(kind);
    } else if (others) {
      measurement.part += 1.0;
    }
  }
  measurement.part += static_cast<double>(working.size());
  add_absent(present, measurement.where);
  return measurement;
}

Measurement all_working(const Facts& facts, const Rule&) { return park_scenarios(facts, true); }
Measurement named_working(const Facts& facts, const Rule&) { return park_scenarios(facts, false); }

/// Of the factories, or of all together when `together`.
Measurement factory_scenarios(const Facts& facts, bool together) {
  if (const Text gap = needs_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::map<Id<Enterprise>, std::set<FactoryScenarioKind>> working;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.factory_scenario.valid()) continue;
    const FactoryScenario& scenario = (*facts.park.factory_scenarios)[outcome.factory_scenario];
    auto& kinds = working[together ? Id<Enterprise>() : scenario.enterprise];
    if (outcome.state == ScenarioState::works && scenario.kind != FactoryScenarioKind::other) kinds.insert(scenario.kind);
  }
  if (working.empty()) return not_measured("no enterprise has 5G scenarios on record", "没有企业登记5G场景");
  auto best = working.begin();
  for (auto one = working.begin(); one != working.end(); ++one) {
    if (one->second.size() > best->second.size()) best = one;
  }
  Measurement measurement;
  measurement.part = static_cast<double>(best->second.size());
  if (!together) measurement.subject = label((*facts.park.enterprises)[best->first]).en;
  std::set<FactoryScenarioKind> present;
  std::vector<Text> elsewhere;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.factory_scenario.valid()) continue;
    const FactoryScenario& scenario = (*facts.park.factory_scenarios)[outcome.factory_scenario];
    const bool here = together || scenario.enterprise == best->first;
    if (here) present.insert(scenario.kind);
    if (outcome.state != ScenarioState::works) (here ? measurement.where : elsewhere).push_back(told(outcome, facts));
  }
  add_absent(present, measurement.where);
  measurement.where.insert(measurement.where.end(), elsewhere.begin(), elsewhere.end());
  return measurement;
}

Measurement best_factory(const Facts& facts, const Rule&) { return factory_scenarios(facts, false); }
Measurement all_factories(const Facts& facts, const Rule&) { return factory_scenarios(facts, true); }

/// Modes that at least one enterprise works in / 6.
Measurement modes(const Facts& facts, const Rule&) {
  if (const Text gap = needs_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::set<NewMode> working;
  std::set<NewMode> present;
  std::vector<Text> failing;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.new_mode.valid()) continue;
    const NewMode mode = (*facts.park.new_modes)[outcome.new_mode].mode;
    present.insert(mode);
    if (outcome.state == ScenarioState::works) {
      working.insert(mode);
    } else {
      failing.push_back(told(outcome, facts));
    }
  }
  if (present.empty()) return not_measured("no enterprise has new modes on record", "没有企业登记新模式");
  Measurement measurement = share(static_cast<double>(working.size()), static_cast<double>(names_of(NewMode{}).size()), {});
  add_absent(present, measurement.where);
  measurement.where.insert(measurement.where.begin(), failing.begin(), failing.end());
  return measurement;
}

/// Enterprises that work in some new mode / those that say so.
Measurement enterprises_in_modes(const Facts& facts, const Rule&) {
  if (const Text gap = needs_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::set<Id<Enterprise>> claim;
  std::set<Id<Enterprise>> work;
  Measurement measurement;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.new_mode.valid()) continue;
    const Id<Enterprise> enterprise = (*facts.park.new_modes)[outcome.new_mode].enterprise;
    claim.insert(enterprise);
    if (outcome.state == ScenarioState::works) {
      work.insert(enterprise);
    } else {
      measurement.where.push_back(told(outcome, facts));
    }
  }
  const auto where = std::move(measurement.where);
  measurement = share(static_cast<double>(work.size()), static_cast<double>(claim.size()),
                      {"no enterprise has new modes on record", "没有企业登记新模式"});
  measurement.where = where;
  return measurement;
}

}  // namespace

std::vector<Metric> need_metrics() {
  return {{"scenarios.working", MetricKind::count, Origin::simulated, {}, all_working},
          {"scenarios.named_working", MetricKind::count, Origin::simulated, {}, named_working},
          {"factories.best_scenarios", MetricKind::count, Origin::simulated, {}, best_factory},
          {"factories.all_scenarios", MetricKind::count, Origin::simulated, {}, all_factories},
          {"modes.working", MetricKind::share, Origin::simulated, {}, modes},
          {"modes.enterprises", MetricKind::share, Origin::simulated, {}, enterprises_in_modes}};
}

}  // namespace parktwin::criteria
