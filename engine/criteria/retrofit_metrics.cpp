#include "engine/criteria/retrofit_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using retrofit::Aspect;
using retrofit::EnterpriseOutcome;
using retrofit::Figure;
using retrofit::Measure;
using retrofit::Outcome;

/// As many as the direction wants to have the solution in operation (N3-Q1).
constexpr std::size_t least_enterprises = 3;

constexpr std::array<Aspect, 3> aspects = {Aspect::cost, Aspect::quality, Aspect::efficiency};

Text word_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::cost:
      return {"lower cost", "降本"};
    case Aspect::quality:
      return {"better quality", "提质"};
    case Aspect::efficiency:
      break;
  }
  return {"higher efficiency", "增效"};
}

Text word_of(Measure measure) {
  switch (measure) {
    case Measure::yearly_cost_cny:
      return {"yearly cost of operation (CNY)", "年运行成本（元）"};
    case Measure::availability:
      return {"availability of the access", "接入可用率"};
    case Measure::samples_on_time_share:
      return {"share of samples on time", "数据按时到达率"};
    case Measure::flows_met_share:
      return {"share of deterministic flows in time", "确定性流达标率"};
    case Measure::delay_percentile_ms:
      return {"delay at the percentile (ms)", "时延分位值（毫秒）"};
    case Measure::delay_p50_ms:
      return {"median delay (ms)", "时延中位值（毫秒）"};
    case Measure::delay_p95_ms:
      return {"95 % delay (ms)", "95%时延（毫秒）"};
    case Measure::delay_p99_ms:
      return {"99 % delay (ms)", "99%时延（毫秒）"};
    case Measure::worst_bound_us:
      return {"longest bound (us)", "最大时延上界（微秒）"};
    case Measure::busiest_link_utilisation:
      break;
  }
  return {"use of the busiest link", "最忙链路利用率"};
}

Outcome outcome_of(const EnterpriseOutcome& enterprise, Aspect aspect) {
  switch (aspect) {
    case Aspect::cost:
      return enterprise.cost;
    case Aspect::quality:
      return enterprise.quality;
    case Aspect::efficiency:
      break;
  }
  return enterprise.efficiency;
}

std::size_t improved_aspects(const EnterpriseOutcome& enterprise) {
  return static_cast<std::size_t>(
      std::count_if(aspects.begin(), aspects.end(), [&](Aspect a) { return outcome_of(enterprise, a) == Outcome::improved; }));
}

bool is_worse(const EnterpriseOutcome& enterprise) {
  return std::any_of(aspects.begin(), aspects.end(), [&](Aspect a) { return outcome_of(enterprise, a) == Outcome::worse; });
}

/// Enterprises with the same solution.
using Template = std::vector<const EnterpriseOutcome*>;

/// The one with the most enterprises that gain in all three aspects, then with the most enterprises; the first of equals by name.
Template best_template(const retrofit::Result& result) {
  std::map<std::string, Template> templates;
  for (const auto& outcome : result.enterprises) {
    if (outcome.changes > 0) templates[outcome.solution].push_back(&outcome);
  }
  const auto worth = [](const Template& some) {
    const auto whole = std::count_if(some.begin(), some.end(), [](const auto* one) { return improved_aspects(*one) == aspects.size(); });
    return std::pair(whole, some.size());
  };
  Template best;
  for (const auto& [solution, some] : templates) {
    if (best.empty() || worth(some) > worth(best)) best = some;
  }
  return best;
}

/// "5.5 -> 6": shown in full where the digits that differ come late.
std::string before_and_after(const Figure& figure) { return fmt::format("{:.6g} -> {:.6g}", figure.before, figure.after); }

void tell_worse(const Facts& facts, std::vector<Text>& where) {
  for (const Figure& figure : facts.results.retrofit.figures) {
    if (figure.subject != retrofit::Subject::enterprise || figure.outcome != Outcome::worse) continue;
    const Text measure = word_of(figure.measure);
    const std::string values = before_and_after(figure);
    where.push_back(named(label((*facts.park.enterprises)[figure.enterprise]),
                          {fmt::format("worse: {} {}", measure.en, values), fmt::format("变差：{} {}", measure.zh, values)}));
  }
}

Text gap_of(const retrofit::Result& result) {
  if (!result.compared && result.changes == 0) {
    return {"the scenario changes nothing in the network, so that there is no before and after", "情景未改变网络，无改造前后可比"};
  }
  if (!result.compared) return {"the network before the changes was not simulated", "未仿真改造前的网络"};
  const bool any = std::any_of(result.enterprises.begin(), result.enterprises.end(), [](const auto& one) { return one.changes > 0; });
  if (!any) return {"no change is at an enterprise's own network", "没有企业自身网络的改造"};
  return {};
}

/// One condition: at how many enterprises of the template it holds.
void settle(Measurement& measurement, std::size_t there, const Text& condition) {
  measurement.whole += 1.0;
  if (there >= least_enterprises) {
    measurement.part += 1.0;
    return;
  }
  measurement.where.push_back(named(condition, {fmt::format("at {} enterprises of one template, {} needed", there, least_enterprises),
                                                fmt::format("同一模板下{}家企业，要求{}家", there, least_enterprises)}));
}

Measurement conditions(const Facts& facts, const Rule&) {
  const retrofit::Result& result = facts.results.retrofit;
  if (const Text gap = gap_of(result); !gap.empty()) return not_measured(gap.en, gap.zh);
  const Template best = best_template(result);
  const auto count = [&best](const auto& holds) { return static_cast<std::size_t>(std::count_if(best.begin(), best.end(), holds)); };
  Measurement measurement;
  measurement.subject = best.front()->solution;
  for (const Aspect aspect : aspects) {
    settle(measurement, count([&](const auto* one) { return outcome_of(*one, aspect) == Outcome::improved; }), word_of(aspect));
  }
  settle(measurement, count([](const auto* one) { return improved_aspects(*one) == aspects.size(); }),
         {"all three together, to be copied", "三者兼得、可复制"});
  measurement.whole += 1.0;
  const bool harmless = std::none_of(result.enterprises.begin(), result.enterprises.end(), is_worse);
  if (harmless) measurement.part += 1.0;
  if (!harmless) tell_worse(facts, measurement.where);
  return measurement;
}

/// Enterprises with changes that gain in some aspect and lose in none.
Measurement gaining(const Facts& facts, const Rule&) {
  const retrofit::Result& result = facts.results.retrofit;
  if (const Text gap = gap_of(result); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement;
  for (const auto& outcome : result.enterprises) {
    if (outcome.changes == 0) continue;
    measurement.whole += 1.0;
    if (!is_worse(outcome) && improved_aspects(outcome) > 0) {
      measurement.part += 1.0;
      continue;
    }
    measurement.where.push_back(named(label((*facts.park.enterprises)[outcome.enterprise]),
                                      is_worse(outcome) ? Text{"some figure is worse", "有指标变差"} : Text{"nothing improves", "无改善"}));
  }
  return measurement;
}

}  // namespace

std::vector<Metric> retrofit_metrics() {
  return {{"retrofit.conditions", MetricKind::share, Origin::simulated, {}, conditions},
          {"retrofit.gaining", MetricKind::share, Origin::simulated, {}, gaining}};
}

}  // namespace parktwin::criteria
