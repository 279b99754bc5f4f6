#include "engine/criteria/process_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using services::StepState;

struct Purpose {
  IdentifierMode mode;
  Text name;
};

/// The three that the condition names (追溯, 质量, 设备运管).
const std::array<Purpose, 3>& purposes() {
  static const std::array<Purpose, 3> named_ones = {{{IdentifierMode::product_traceability, {"tracing", "追溯"}},
                                                     {IdentifierMode::quality_control, {"quality control", "质量管控"}},
                                                     {IdentifierMode::equipment_management, {"equipment management", "设备运营管理"}}}};
  return named_ones;
}

bool is_named(IdentifierMode mode) {
  return std::any_of(purposes().begin(), purposes().end(), [&](const Purpose& purpose) { return purpose.mode == mode; });
}

Text steps_gap(const Facts& facts) {
  if (facts.park.process_steps->empty())
    return {"the inventory describes no business processes (process_steps)", "模型未登记业务流程（process_steps）"};
  if (facts.results.services.identifiers.steps.size() != facts.park.process_steps->size())
    return {"there are no traces of business processes in the results", "结果中没有业务流程追溯仿真"};
  return {};
}

Text reason_of(const services::StepFigures& figures, const ProcessStep& step) {
  switch (figures.state) {
    case StepState::no_application:
      return {"no application of identifiers holds its record", "无标识应用记录该环节"};
    case StepState::not_in_operation:
      return {"its application is not in operation", "标识应用未投运"};
    case StepState::not_a_user:
      return {"its enterprise does not use the application", "所属企业未使用该标识应用"};
    case StepState::not_served:
      return {"no identifier node answers its enterprise", "标识节点无法为所属企业提供解析"};
    case StepState::not_across:
      return {"its application does not reach beyond one enterprise", "标识应用未跨企业打通"};
    case StepState::too_seldom:
      return {fmt::format("{:.2f} % of look-ups answered within {:g} ms, {:g} % needed", 100.0 * figures.answered_share,
                          step.answer_within_ms, 100.0 * step.answered_share),
              fmt::format("{:g}毫秒内解析成功{:.2f}%，要求{:g}%", step.answer_within_ms, 100.0 * figures.answered_share,
                          100.0 * step.answered_share)};
    case StepState::found:
      break;
  }
  return {};
}

Text label_of(const Facts& facts, const ProcessStep& step) {
  const Text name = label(step);
  const Text enterprise = label((*facts.park.enterprises)[step.enterprise]);
  return {fmt::format("{}, step {}, {}, {}", step.process, step.position, name.en, enterprise.en),
          fmt::format("{}第{}步{}，{}", step.process, step.position, name.zh, enterprise.zh)};
}

/// A purpose without any process counts as one step that is not found: it is not solved.
Measurement traceable_steps(const Facts& facts, const Rule&) {
  if (Text gap = steps_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement;
  for (const Purpose& purpose : purposes()) {
    double steps = 0.0;
    for (const auto& figures : facts.results.services.identifiers.steps) {
      const ProcessStep& step = (*facts.park.process_steps)[figures.step];
      if (step.purpose != purpose.mode) continue;
      steps += 1.0;
      if (figures.state == StepState::found) {
        measurement.part += 1.0;
      } else {
        measurement.where.push_back(named(label_of(facts, step), reason_of(figures, step)));
      }
    }
    if (steps == 0.0) measurement.where.push_back(named(purpose.name, {"no process in the inventory", "未登记业务流程"}));
    measurement.whole += std::max(1.0, steps);
  }
  return measurement;
}

Measurement traced_processes(const Facts& facts, const Rule&) {
  if (Text gap = steps_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement;
  for (const auto& process : facts.results.services.identifiers.processes) {
    if (!is_named(process.purpose)) continue;
    measurement.whole += 1.0;
    if (process.found == process.steps) {
      measurement.part += 1.0;
    } else {
      measurement.where.push_back(
          named({process.process, process.process}, {fmt::format("{} of {} steps are found", process.found, process.steps),
                                                     fmt::format("{}个环节中{}个可追溯", process.steps, process.found)}));
    }
  }
  return measurement;
}

}  // namespace

std::vector<Metric> process_metrics() {
  return {{"identifiers.traceable_steps", MetricKind::share, Origin::simulated, {}, traceable_steps},
          {"identifiers.traced_processes", MetricKind::share, Origin::simulated, {}, traced_processes}};
}

}  // namespace parktwin::criteria
