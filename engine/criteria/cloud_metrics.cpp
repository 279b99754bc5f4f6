#include "engine/criteria/cloud_metrics.h"

#include <fmt/format.h>

#include <cmath>

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

Text why_left(cloud::adoption::Standing standing) {
  using cloud::adoption::Standing;
  switch (standing) {
    case Standing::no_access:
      return {"no adequate access", "接入能力不足"};
    case Standing::data_too_sensitive:
      return {"its class of data may not go to a cloud", "数据级别不允许上云"};
    case Standing::no_it_staff:
      return {"no staff for it", "缺少信息化人员"};
    case Standing::waits_for_supplier:
      return {"waits for a supplier", "等待供应商先上云"};
    default:
      return {"not convinced", "尚未形成上云意愿"};
  }
}

/// Median of the futures at the horizon; who is left is whoever has less than half of a chance.
Measurement forecast_median(const Facts& facts, const Rule&) {
  const auto& forecast = facts.results.cloud.adoption;
  const double whole = static_cast<double>(facts.park.enterprises->size());
  const cloud::adoption::MonthFigures* last = nullptr;
  for (const auto& row : forecast.months) {
    if (row.level == forecast.level) last = &row;
  }
  if (last == nullptr || forecast.enterprises.size() != facts.park.enterprises->size())
    return not_measured("there is no forecast of cloud adoption in the results", "结果中没有上云预测");
  Measurement measurement;
  measurement.part = std::round(last->p50 * whole);
  measurement.whole = whole;
  measurement.subject = fmt::format("expected by {}-{:02}", last->year, last->month);
  std::vector<Shortfall> shortfalls;
  for (const auto& figures : forecast.enterprises) {
    if (figures.probability >= 0.5) continue;
    const Enterprise& enterprise = (*facts.park.enterprises)[figures.enterprise];
    const Text why = why_left(figures.standing);
    const double chance = 100.0 * figures.probability;
    shortfalls.push_back({1.0 - figures.probability, named(label(enterprise), {fmt::format("{}, chance {:.0f} %", why.en, chance),
                                                                               fmt::format("{}，可能性{:.0f}%", why.zh, chance)})});
  }
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

/// Resources of data centres in operation that suffice today; a centre that hosts nobody carries nobody's systems.
Measurement data_centre_resources(const Facts& facts, const Rule&) {
  const auto& centres = facts.results.cloud.data_centre;
  if (facts.park.data_centres->empty())
    return not_measured("the inventory has no data centre (data_centres)", "模型未登记数据中心（data_centres）");
  if (centres.centres.size() != facts.park.data_centres->size())
    return not_measured("there are no data centres in the results", "结果中没有数据中心仿真");
  Measurement measurement;
  for (const auto& figures : centres.centres) {
    if (!figures.in_operation)
      measurement.where.push_back(named(label((*facts.park.data_centres)[figures.centre]), {"not in operation", "未投运"}));
  }
  for (const auto& figures : centres.resources) {
    measurement.whole += 1.0;
    if (figures.demand_today > 0.0 && figures.demand_today <= figures.capacity) {
      measurement.part += 1.0;
      continue;
    }
    const std::string numbers =
        fmt::format("{} {:.0f} / {:.0f} {}", name_of(figures.resource), figures.demand_today, figures.capacity, figures.unit);
    const bool empty = figures.demand_today <= 0.0;
    measurement.where.push_back(
        named(label((*facts.park.data_centres)[figures.centre]),
              {(empty ? "hosts nobody: " : "does not suffice: ") + numbers, (empty ? "无承载负载：" : "容量不足：") + numbers}));
  }
  if (!(measurement.whole > 0.0)) return not_measured("no data centre is in operation", "没有在用的数据中心");
  return measurement;
}

}  // namespace

std::vector<Metric> cloud_metrics() {
  return {{"cloud.enterprises", MetricKind::share, Origin::counted, {}, enterprises},
          {"cloud.public_only", MetricKind::share, Origin::counted, {}, public_cloud},
          {"cloud.employees", MetricKind::share, Origin::counted, {}, employees},
          {"cloud.forecast_median", MetricKind::share, Origin::forecast, {}, forecast_median},
          {"cloud.data_centre_resources", MetricKind::count, Origin::simulated, {}, data_centre_resources}};
}

}  // namespace parktwin::criteria
