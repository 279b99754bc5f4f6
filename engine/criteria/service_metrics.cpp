#include "engine/criteria/service_metrics.h"

#include <set>

#include "engine/criteria/need_text.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

Text services_gap(const Facts& facts) {
  if (facts.results.services.enterprises.size() == facts.park.enterprises->size()) return {};
  return {"there are no shared services in the results", "结果中没有共享服务统计"};
}

Measurement count(double number) {
  Measurement measurement;
  measurement.part = number;
  return measurement;
}

/// Enterprises for which `served` is false, largest floor area first.
template <class Served>
std::vector<Text> unserved(const Facts& facts, const Text& reason, Served served) {
  std::vector<Shortfall> shortfalls;
  for (std::size_t i = 0; i < facts.park.enterprises->size(); ++i) {
    if (served(i)) continue;
    const Enterprise& enterprise = facts.park.enterprises->records()[i];
    shortfalls.push_back({enterprise.floor_area.value(), named(label(enterprise), reason)});
  }
  return largest_first(std::move(shortfalls));
}

std::set<ScenarioKind> named_kinds_deployed(const Park& park) {
  std::set<ScenarioKind> kinds;
  for (const auto& scenario : *park.networked_scenarios) {
    if (scenario.deployed && scenario.kind != ScenarioKind::other) kinds.insert(scenario.kind);
  }
  return kinds;
}

std::vector<Text> kinds_not_deployed(const Park& park) {
  const auto deployed = named_kinds_deployed(park);
  const Text reason = {"not deployed", "未部署"};
  std::vector<Text> lines;
  for (const auto& kind : names_of(ScenarioKind{})) {
    if (kind.value != ScenarioKind::other && !deployed.contains(kind.value)) lines.push_back(named(word_of(kind.value), reason));
  }
  return lines;
}

Measurement scenarios(const Facts& facts, const Rule&) {
  if (Text gap = services_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement = count(facts.results.services.scenarios_deployed);
  measurement.where = kinds_not_deployed(facts.park);
  return measurement;
}

Measurement named_scenarios(const Facts& facts, const Rule&) {
  Measurement measurement = count(static_cast<double>(named_kinds_deployed(facts.park).size()));
  measurement.where = kinds_not_deployed(facts.park);
  return measurement;
}

Measurement enterprises_served(const Facts& facts, const Rule&) {
  if (Text gap = services_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& services = facts.results.services;
  Measurement measurement = count(services.enterprises_served);
  measurement.where = unserved(facts, {"uses neither the park's network nor its platform", "未使用园区网络和园区平台"}, [&](std::size_t i) {
    return services.enterprises[i].park_network || services.enterprises[i].park_platform;
  });
  return measurement;
}

Measurement enterprises_on_network(const Facts& facts, const Rule&) {
  if (Text gap = services_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& states = facts.results.services.enterprises;
  double number = 0.0;
  for (const auto& state : states) number += state.park_network ? 1.0 : 0.0;
  Measurement measurement = count(number);
  measurement.where =
      unserved(facts, {"does not use the park's network", "未使用园区网络"}, [&](std::size_t i) { return states[i].park_network; });
  return measurement;
}

Measurement enterprises_sharing(const Facts& facts, const Rule&) {
  if (Text gap = services_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& states = facts.results.services.enterprises;
  Measurement measurement = count(facts.results.services.enterprises_using_shared_services);
  measurement.where = unserved(facts, {"uses no shared service in operation", "未使用已投运的共享服务"},
                               [&](std::size_t i) { return states[i].shared_services > 0; });
  return measurement;
}

Measurement security_customers(const Facts& facts, const Rule&) {
  std::vector<std::uint8_t> served(facts.park.enterprises->size(), 0);
  for (const auto& service : *facts.park.shared_services) {
    if (service.kind != SharedServiceKind::security_operations || !service.deployed) continue;
    for (const auto& enterprise : service.enterprises) served[enterprise.index()] = 1;
  }
  double number = 0.0;
  for (const auto state : served) number += state;
  Measurement measurement = count(number);
  measurement.where =
      unserved(facts, {"uses no security operations service", "未使用安全运营服务"}, [&](std::size_t i) { return served[i] != 0; });
  return measurement;
}

/// Nobody registers or resolves through a node that is not in operation.
Measurement identifier_customers(const Facts& facts, const Rule&) {
  bool has_node = false;
  for (const auto& service : *facts.park.shared_services) {
    has_node = has_node || (service.kind == SharedServiceKind::identifier_node && service.deployed);
  }
  const auto& records = facts.park.enterprises->records();
  double number = 0.0;
  for (const auto& enterprise : records) number += has_node && enterprise.uses_identifiers ? 1.0 : 0.0;
  Measurement measurement = count(number);
  const Text reason =
      has_node ? Text{"uses no identifiers", "未应用标识"} : Text{"no identifier node in operation", "没有已投运的标识解析节点"};
  measurement.where = unserved(facts, reason, [&](std::size_t i) { return has_node && records[i].uses_identifiers; });
  return measurement;
}

}  // namespace

std::vector<Metric> service_metrics() {
  return {{"services.scenarios", MetricKind::count, Origin::counted, {}, scenarios},
          {"services.named_scenarios", MetricKind::count, Origin::counted, {}, named_scenarios},
          {"services.enterprises_served", MetricKind::count, Origin::counted, {}, enterprises_served},
          {"services.enterprises_on_network", MetricKind::count, Origin::counted, {}, enterprises_on_network},
          {"services.enterprises_sharing", MetricKind::count, Origin::counted, {}, enterprises_sharing},
          {"services.security_customers", MetricKind::count, Origin::counted, {}, security_customers},
          {"services.identifier_customers", MetricKind::count, Origin::counted, {}, identifier_customers}};
}

}  // namespace parktwin::criteria
