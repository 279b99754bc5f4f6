#include "engine/criteria/metrics.h"

#include <algorithm>
#include <string>

#include "engine/criteria/access_metrics.h"
#include "engine/criteria/asset_metrics.h"
#include "engine/criteria/carbon_metrics.h"
#include "engine/criteria/cloud_metrics.h"
#include "engine/criteria/coverage_metrics.h"
#include "engine/criteria/design_metrics.h"
#include "engine/criteria/energy_metrics.h"
#include "engine/criteria/identifier_metrics.h"
#include "engine/criteria/infrastructure_metrics.h"
#include "engine/criteria/ipv6_metrics.h"
#include "engine/criteria/need_metrics.h"
#include "engine/criteria/park_platform_metrics.h"
#include "engine/criteria/plant_metrics.h"
#include "engine/criteria/pooling_metrics.h"
#include "engine/criteria/process_metrics.h"
#include "engine/criteria/retrofit_metrics.h"
#include "engine/criteria/service_metrics.h"
#include "engine/criteria/technology_metrics.h"
#include "engine/criteria/traffic_metrics.h"

namespace parktwin::criteria {

const std::vector<Metric>& metrics() {
  static const std::vector<Metric> all = [] {
    std::vector<Metric> list;
    for (const auto& topic :
         {access_metrics(), coverage_metrics(), ipv6_metrics(), cloud_metrics(), service_metrics(), asset_metrics(), technology_metrics(),
          design_metrics(), traffic_metrics(), plant_metrics(), identifier_metrics(), pooling_metrics(), need_metrics(), energy_metrics(),
          process_metrics(), infrastructure_metrics(), park_platform_metrics(), retrofit_metrics(), carbon_metrics()}) {
      list.insert(list.end(), topic.begin(), topic.end());
    }
    return list;
  }();
  return all;
}

const Metric* find_metric(std::string_view name) {
  for (const auto& metric : metrics()) {
    if (metric.name == name) return &metric;
  }
  return nullptr;
}

RunExtent extent_of(const Pack& pack) {
  RunExtent furthest = RunExtent::coverage;
  const auto read = [&](const std::string& name) {
    if (!name.empty()) furthest = std::max(furthest, find_metric(name)->reads);
  };
  for (const auto& clause : pack.clauses) {
    read(clause.metric);
    for (const auto& condition : clause.any_of) read(condition.metric);
    for (const auto& alternative : clause.alternatives) read(alternative.metric);
    if (clause.threshold_by_size) read(clause.threshold_by_size->metric);
  }
  return furthest;
}

}  // namespace parktwin::criteria
