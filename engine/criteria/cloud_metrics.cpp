#include "engine/criteria/cloud_metrics.h"

#include <fmt/format.h>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

Text cloud_gap(const Facts& facts) {
  if (facts.park.enterprises->empty()) return {"the park has no enterprises", "园区没有企业"};
  if (facts.results.cloud.enterprises.size() == facts.park.enterprises->size()) return {};
  return {"there is no cloud adoption in the results", "结果中没有企业上云统计"};
}

/// Enterprises that fail, the one with most employees first.
std::vector<Text> failing(const Facts& facts, bool public_only) {
  std::vector<Shortfall> shortfalls;
  for (const auto& state : facts.results.cloud.enterprises) {
    if (public_only ? state.on_public_cloud : state.on_cloud) continue;
    const Enterprise& enterprise = (*facts.park.enterprises)[state.enterprise];
    const Text reason = {fmt::format("{}, {} employees", state.on_cloud ? "private cloud only" : "not on a cloud", enterprise.employees),
                         fmt::format("{}，{} 名员工", state.on_cloud ? "仅使用私有云" : "未上云", enterprise.employees)};
    shortfalls.push_back({static_cast<double>(enterprise.employees), named(label(enterprise), reason)});
  }
  return largest_first(std::move(shortfalls));
}

Measurement measured(const Facts& facts, double part, double whole, bool public_only) {
  if (Text gap = cloud_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement = share(part, whole, {"the enterprises have no employees on record", "企业没有员工数据"});
  if (measurement.measured()) measurement.where = failing(facts, public_only);
  return measurement;
}

Measurement enterprises(const Facts& facts, const Rule&) {
  return measured(facts, facts.results.cloud.on_cloud, static_cast<double>(facts.park.enterprises->size()), false);
}

Measurement public_cloud(const Facts& facts, const Rule&) {
  return measured(facts, facts.results.cloud.on_public_cloud, static_cast<double>(facts.park.enterprises->size()), true);
}

Measurement employees(const Facts& facts, const Rule&) {
  const auto& cloud = facts.results.cloud;
  return measured(facts, static_cast<double>(cloud.employees_on_cloud), static_cast<double>(cloud.employees), false);
}

}  // namespace

std::vector<Metric> cloud_metrics() {
  return {{"cloud.enterprises", MetricKind::share, Origin::counted, {}, enterprises},
          {"cloud.public_only", MetricKind::share, Origin::counted, {}, public_cloud},
          {"cloud.employees", MetricKind::share, Origin::counted, {}, employees}};
}

}  // namespace parktwin::criteria
