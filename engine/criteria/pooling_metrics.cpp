#include "engine/criteria/pooling_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using services::pooling::Mode;
using services::pooling::ModeFigures;
using services::pooling::Outcome;
using services::pooling::ResourceFigures;

struct Capability {
  Text name;
  std::vector<ResourceKind> kinds;
};

Text resources_gap(const Facts& facts) {
  if (facts.park.shared_resources->empty())
    return {"the inventory describes no shared resources (shared_resources)", "模型未登记共享资源（shared_resources）"};
  if (facts.results.services.pooling.resources.size() != facts.park.shared_resources->size())
    return {"there are no shared resources in the results", "结果中没有共享资源仿真"};
  return {};
}

const ModeFigures* shared_mode(const Facts& facts, Id<SharedResource> resource) {
  for (const auto& figures : facts.results.services.pooling.modes) {
    if (figures.resource == resource && figures.mode == Mode::shared) return &figures;
  }
  return nullptr;
}

bool pool_runs(const Facts& facts, const ResourceFigures& figures) {
  const ModeFigures* pool = shared_mode(facts, figures.resource);
  return pool != nullptr && pool->simulated && figures.enterprises > 0;
}

/// Why a resource does not count; empty when it does.
using Judge = Text (*)(const Facts& facts, const ResourceFigures& figures);

Text not_running(const Facts& facts, const ResourceFigures& figures) {
  if (pool_runs(facts, figures)) return {};
  if (figures.outcome == Outcome::not_in_operation) return {"not in operation", "未投运"};
  if (figures.outcome == Outcome::unused) return {"not used: " + figures.reason, "无人使用"};
  return {"overloaded: " + figures.reason, "过载，排队无法稳定"};
}

Text breaks_agreement(const Facts& facts, const ResourceFigures& figures) {
  if (Text reason = not_running(facts, figures); !reason.empty()) return reason;
  if (figures.agreement_kept) return {};
  const SharedResource& resource = (*facts.park.shared_resources)[figures.resource];
  const double share = 100.0 * shared_mode(facts, figures.resource)->in_time_share;
  return {fmt::format("{:.1f} % served within {:g} h, {:g} % agreed", share, resource.target_wait_h, 100.0 * resource.target_share),
          fmt::format("{:g}小时内响应{:.1f}%，约定{:g}%", resource.target_wait_h, share, 100.0 * resource.target_share)};
}

Text does_not_save(const Facts& facts, const ResourceFigures& figures) {
  if (Text reason = not_running(facts, figures); !reason.empty()) return reason;
  if (figures.outcome == Outcome::pooling_saves) return {};
  // Where the enterprises' own would be overloaded, the pool that is not serves what they could not.
  if (figures.outcome == Outcome::unstable) return {};
  return {fmt::format("sharing saves {:.0f} ± {:.0f} CNY a year", figures.saving_cny_per_year, figures.saving_half_width),
          fmt::format("共享年节约{:.0f}±{:.0f}元", figures.saving_cny_per_year, figures.saving_half_width)};
}

/// A capability counts when one of its resources does.
Measurement capabilities(const Facts& facts, std::span<const Capability> wanted, Judge judge) {
  if (Text gap = resources_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement;
  measurement.whole = static_cast<double>(wanted.size());
  for (const Capability& capability : wanted) {
    bool works = false;
    std::vector<Text> reasons;
    for (const ResourceFigures& figures : facts.results.services.pooling.resources) {
      const SharedResource& resource = (*facts.park.shared_resources)[figures.resource];
      if (std::find(capability.kinds.begin(), capability.kinds.end(), resource.kind) == capability.kinds.end()) continue;
      Text reason = judge(facts, figures);
      works = works || reason.empty();
      if (!reason.empty()) reasons.push_back(named(label(resource), reason));
    }
    measurement.part += works ? 1.0 : 0.0;
    if (works) continue;
    if (reasons.empty()) reasons.push_back(named(capability.name, {"not in the inventory", "未登记"}));
    measurement.where.insert(measurement.where.end(), reasons.begin(), reasons.end());
  }
  return measurement;
}

const std::vector<Capability>& security_classes() {
  static const std::vector<Capability> classes = {{{"assessment", "检测评估"}, {ResourceKind::security_assessment}},
                                                  {{"protection", "安全防护"}, {ResourceKind::security_protection}},
                                                  {{"monitoring and response", "监测处置"}, {ResourceKind::security_response}},
                                                  {{"advice", "安全咨询"}, {ResourceKind::security_advice}},
                                                  {{"training", "安全培训"}, {ResourceKind::security_training}},
                                                  {{"discovery of assets", "资产自动化盘点"}, {ResourceKind::security_assets}},
                                                  {{"threats in traffic", "流量威胁感知"}, {ResourceKind::security_traffic}}};
  return classes;
}

/// Classes of service, so a plain count.
Measurement security_services(const Facts& facts, const Rule&) {
  Measurement measurement = capabilities(facts, security_classes(), not_running);
  measurement.whole = 0.0;
  return measurement;
}

Measurement security_pool(const Facts& facts, const Rule&) {
  static const std::vector<Capability> wanted = {{{"discovery of assets", "资产自动化盘点"}, {ResourceKind::security_assets}},
                                                 {{"threats in traffic", "流量威胁感知"}, {ResourceKind::security_traffic}},
                                                 {{"orchestrated response", "安全编排与自动响应"}, {ResourceKind::security_response}}};
  return capabilities(facts, wanted, breaks_agreement);
}

Measurement public_sharing(const Facts& facts, const Rule&) {
  static const std::vector<Capability> wanted = {
      {{"spare parts", "备品备件共享"}, {ResourceKind::spare_parts}},
      {{"purchasing", "集采集销"}, {ResourceKind::group_purchasing}},
      {{"tests", "评估检测"}, {ResourceKind::laboratory}},
      {{"storage and transport", "物流仓储"}, {ResourceKind::warehouse_docks, ResourceKind::trucks}},
      {{"maintenance", "设备维护"}, {ResourceKind::maintenance_crew}}};
  return capabilities(facts, wanted, does_not_save);
}

Measurement joint_production(const Facts& facts, const Rule&) {
  static const std::vector<Capability> wanted = {{{"joint design", "协同研发"}, {ResourceKind::design_seat}},
                                                 {{"shared machines", "共享制造与设备共享"}, {ResourceKind::machine}}};
  return capabilities(facts, wanted, breaks_agreement);
}

Measurement park_offices(const Facts& facts, const Rule&) {
  static const std::vector<Capability> wanted = {{{"planning", "规划"}, {ResourceKind::office_planning}},
                                                 {{"attracting enterprises and staff", "招商招聘"}, {ResourceKind::office_recruiting}},
                                                 {{"finance", "融资"}, {ResourceKind::office_financing}},
                                                 {{"promotion", "推广"}, {ResourceKind::office_promotion}}};
  return capabilities(facts, wanted, breaks_agreement);
}

/// Classes of scenarios of a park platform that the resources demonstrate; what else may be shown is not in the results.
Measurement platform_scenarios(const Facts& facts, const Rule& rule) {
  const Measurement shared = public_sharing(facts, rule);
  if (!shared.measured()) return shared;
  const Measurement joint = joint_production(facts, rule);
  Measurement measurement;
  measurement.part = (shared.part > 0.0 ? 1.0 : 0.0) + (joint.part > 0.0 ? 1.0 : 0.0);
  const Text not_shown = {"not shown by shared resources", "共享资源未体现"};
  measurement.where = {named({"monitoring", "监测监管"}, not_shown), named({"general management", "综合管理"}, not_shown)};
  if (!(shared.part > 0.0)) measurement.where.push_back(named({"public services", "公共服务"}, not_shown));
  if (!(joint.part > 0.0)) measurement.where.push_back(named({"professional services", "专业服务"}, not_shown));
  return measurement;
}

}  // namespace

std::vector<Metric> pooling_metrics() {
  return {{"security.service_classes", MetricKind::count, Origin::simulated, {}, security_services},
          {"security.pool", MetricKind::count, Origin::simulated, {}, security_pool},
          {"sharing.public_services", MetricKind::count, Origin::simulated, {}, public_sharing},
          {"sharing.joint_production", MetricKind::count, Origin::simulated, {}, joint_production},
          {"sharing.park_offices", MetricKind::count, Origin::simulated, {}, park_offices},
          {"sharing.platform_scenarios", MetricKind::count, Origin::simulated, {}, platform_scenarios}};
}

}  // namespace parktwin::criteria
