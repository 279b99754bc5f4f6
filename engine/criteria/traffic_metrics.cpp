#include "engine/criteria/traffic_metrics.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

namespace traffic = wired::traffic;

Text name_of_class(traffic::SourceClass source) {
  using enum traffic::SourceClass;
  switch (source) {
    case park_video:
      return {"video security", "视频安防"};
    case vehicles:
      return {"automated guided vehicles", "自动导引车"};
    case machine_vision:
      return {"cameras and machine vision", "摄像与机器视觉"};
    case machines:
      return {"machines and robots", "机床与机器人"};
    case sensors:
      return {"sensors and meters", "传感器与仪表"};
    case terminals:
      return {"handheld terminals", "手持终端"};
    case metering:
      return {"energy metering", "能耗计量"};
    case environment:
      return {"environment monitoring", "环境监测"};
    case pipe_gallery:
      return {"pipe gallery", "管廊"};
    case office:
      return {"offices", "办公"};
    case cloud_sync:
      return {"copies to a cloud", "上云同步"};
    case hosted_workloads:
      return {"workloads in the data centre", "数据中心托管业务"};
    case other_elements:
      break;
  }
  return {"other connected elements", "其他联网要素"};
}

Text reason_of(traffic::FlowState state) {
  switch (state) {
    case traffic::FlowState::late:
      return {"too late", "超时"};
    case traffic::FlowState::link_overloaded:
      return {"lost in an overloaded link", "链路过载丢失"};
    case traffic::FlowState::cell_overloaded:
      return {"lost in an overloaded radio cell", "5G小区过载丢失"};
    case traffic::FlowState::no_path:
      return {"no path", "无可用路径"};
    case traffic::FlowState::no_radio:
      return {"no 5G where they are", "所在处无5G覆盖"};
    case traffic::FlowState::no_access:
      return {"no access node", "无接入节点"};
    case traffic::FlowState::on_time:
      break;
  }
  return {"some late or lost", "少量超时或丢失"};
}

Text who(const Park& park, const traffic::Flow& flow) {
  if (flow.enterprise.valid()) return label((*park.enterprises)[flow.enterprise]);
  if (flow.zone.valid()) return label((*park.zones)[flow.zone]);
  return {"the park", "园区"};
}

/// Flows that fail as a whole or in part, of one owner, class and reason together.
std::vector<Text> failures(const Facts& facts) {
  const auto& flows = facts.results.traffic.flows;
  struct Sum {
    std::size_t first = 0;
    double missing = 0.0;
    double whole = 0.0;
  };
  std::map<std::tuple<Id<Enterprise>, Id<Zone>, traffic::SourceClass, traffic::FlowState>, Sum> sums;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const auto& flow = flows[i];
    if (!traffic::collects(flow.source) || flow.state == traffic::FlowState::on_time) continue;
    auto& sum = sums.try_emplace({flow.enterprise, flow.zone, flow.source, flow.state}, Sum{i, 0.0, 0.0}).first->second;
    sum.missing += flow.samples_per_s * (1.0 - flow.on_time_share);
    sum.whole += flow.samples_per_s;
  }
  std::vector<Shortfall> shortfalls;
  for (const auto& [key, sum] : sums) {
    const auto& flow = flows[sum.first];
    const Text owner = who(facts.park, flow);
    const Text source = name_of_class(flow.source);
    const Text reason = reason_of(flow.state);
    shortfalls.push_back(
        {sum.missing,
         {fmt::format("{}, {}: {} of {} samples/s, {}", owner.en, source.en, shown(sum.missing), shown(sum.whole), reason.en),
          fmt::format("{}，{}：每秒{}个样本中{}个，{}", owner.zh, source.zh, shown(sum.whole), shown(sum.missing), reason.zh)}});
  }
  return largest_first(std::move(shortfalls));
}

const Text no_sources = {"no source of samples is in the park's inventory", "园区模型中没有数据源"};

Measurement samples_on_time(const Facts& facts, const Rule&) {
  const auto& result = facts.results.traffic;
  Measurement measurement = share(result.samples_on_time_per_s, result.samples_per_s, no_sources);
  measurement.where = failures(facts);
  return measurement;
}

/// Each class in use counts as one, by its share on time.
Measurement classes_on_time(const Facts& facts, const Rule&) {
  double part = 0.0;
  double whole = 0.0;
  std::vector<Shortfall> shortfalls;
  for (const auto& figures : facts.results.traffic.classes) {
    if (!traffic::collects(figures.source) || !(figures.samples_per_s > 0.0)) continue;
    const double on_time = figures.on_time_per_s / figures.samples_per_s;
    part += on_time;
    whole += 1.0;
    if (on_time >= 1.0) continue;
    const Text source = name_of_class(figures.source);
    shortfalls.push_back({1.0 - on_time,
                          {fmt::format("{}: {} % on time", source.en, shown(on_time * 100.0)),
                           fmt::format("{}：按时{}%", source.zh, shown(on_time * 100.0))}});
  }
  Measurement measurement = share(part, whole, no_sources);
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

}  // namespace

std::vector<Metric> traffic_metrics() {
  return {{"samples.on_time", MetricKind::share, Origin::simulated, {}, samples_on_time},
          {"samples.classes_on_time", MetricKind::share, Origin::simulated, {}, classes_on_time}};
}

}  // namespace parktwin::criteria
