#include "engine/criteria/identifier_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using services::IdentifierState;

Text nodes_gap(const Facts& facts) {
  if (facts.park.identifier_nodes->empty())
    return {"the inventory describes no identifier node (identifier_nodes)", "模型未登记标识解析节点（identifier_nodes）"};
  if (facts.results.services.identifiers.nodes.size() != facts.park.identifier_nodes->size())
    return {"there is no identifier resolution in the results", "结果中没有标识解析仿真"};
  return {};
}

Measurement number(double value) {
  Measurement measurement;
  measurement.part = value;
  return measurement;
}

/// What keeps queries of a node from an answer, most first.
void add_losses(const services::IdentifierNodeFigures& figures, const std::string& id, std::vector<Shortfall>& shortfalls) {
  const auto add = [&](double per_day, const char* en, const char* zh) {
    if (per_day <= 0.0) return;
    shortfalls.push_back({per_day, named({id, id}, {fmt::format("{:.0f} queries a day: {}", per_day, en),
                                                    fmt::format("每日{:.0f}次查询：{}", per_day, zh)})});
  };
  add(figures.refused_per_day, "refused by the limit of their source", "因来源限速被拒绝");
  add(figures.top_unreachable_per_day, "no top node could be reached", "顶级节点不可达");
  add(figures.node_unreachable_per_day, "the node was down", "二级节点停机");
  add(figures.node_full_per_day, "no place to wait at the node", "节点排队已满");
  add(figures.enterprise_unreachable_per_day, "the enterprise's node was down", "企业节点停机");
}

Measurement answered(const Facts& facts, const Rule&) {
  if (Text gap = nodes_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  double sum = 0.0;
  std::vector<Shortfall> shortfalls;
  for (const auto& figures : facts.results.services.identifiers.nodes) {
    const std::string& id = (*facts.park.identifier_nodes)[figures.node].id;
    sum += figures.answered_per_day;
    add_losses(figures, id, shortfalls);
    if (!figures.simulated) shortfalls.push_back({1e12, named({id, id}, {figures.reason, "未投运、未接入网络或无可服务企业"})});
  }
  Measurement measurement = number(sum);
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

bool node_works(const Facts& facts, Id<IdentifierApplication> application) {
  const Id<IdentifierNode> node = (*facts.park.identifier_applications)[application].node;
  const auto& figures = facts.results.services.identifiers.nodes[node.index()];
  return figures.simulated && figures.answered_per_day > 0.0;
}

Text state_reason(IdentifierState state) {
  switch (state) {
    case IdentifierState::served:
      return {"alone in its applications", "所用应用未连接其他企业"};
    case IdentifierState::no_node:
      return {"its node is not in operation", "标识节点未投运"};
    case IdentifierState::not_registered:
      return {"not registered as a user of identifiers", "未登记应用标识"};
    case IdentifierState::unreachable:
      return {"its network does not reach the node", "网络不可达标识节点"};
  }
  return {};
}

struct ChainState {
  std::vector<std::uint8_t> linked;  ///< per enterprise
  std::vector<Text> reason;          ///< why not
};

/// An application links a chain when at least two enterprises are served in it.
ChainState chain_state(const Facts& facts) {
  const auto& uses = facts.results.services.identifiers.uses;
  std::vector<std::size_t> served_in(facts.park.identifier_applications->size());
  const auto served = [&](const services::IdentifierUse& use) {
    return use.state == IdentifierState::served && node_works(facts, use.application);
  };
  for (const auto& use : uses) served_in[use.application.index()] += served(use) ? 1 : 0;
  ChainState state{std::vector<std::uint8_t>(facts.park.enterprises->size()), {}};
  state.reason.assign(state.linked.size(), {"in no application along the chain", "未使用产业链协同标识应用"});
  for (const auto& use : uses) {
    if (!(*facts.park.identifier_applications)[use.application].across_chain) continue;
    if (served(use) && served_in[use.application.index()] >= 2) state.linked[use.enterprise.index()] = 1;
    state.reason[use.enterprise.index()] = state_reason(use.state);
  }
  return state;
}

/// Enterprises for which `counts` holds; the others by name with the reason.
template <class Counts, class Reason>
Measurement enterprises_that(const Facts& facts, const Counts& counts, const Reason& reason) {
  Measurement measurement;
  std::vector<Shortfall> shortfalls;
  for (std::size_t i = 0; i < facts.park.enterprises->size(); ++i) {
    const Enterprise& enterprise = facts.park.enterprises->records()[i];
    if (counts(i)) {
      measurement.part += 1.0;
    } else {
      shortfalls.push_back({enterprise.floor_area.value(), named(label(enterprise), reason(i))});
    }
  }
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

Measurement chain_enterprises(const Facts& facts, const Rule&) {
  if (Text gap = nodes_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const ChainState state = chain_state(facts);
  return enterprises_that(
      facts, [&](std::size_t i) { return state.linked[i] != 0; }, [&](std::size_t i) { return state.reason[i]; });
}

/// A profile: sector, employees, output and floor area are known.
Measurement profiles(const Facts& facts, const Rule&) {
  if (Text gap = nodes_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  if (facts.park.enterprises->empty()) return not_measured("the park has no enterprises", "园区没有企业");
  const ChainState state = chain_state(facts);
  const auto known = [&](std::size_t i) {
    const Enterprise& enterprise = facts.park.enterprises->records()[i];
    return enterprise.sector != Sector::other && enterprise.employees > 0 && enterprise.yearly_output.value() > 0.0 &&
           enterprise.floor_area.value() > 0.0;
  };
  Measurement measurement = enterprises_that(
      facts, [&](std::size_t i) { return known(i) && state.linked[i] != 0; },
      [&](std::size_t i) {
        return known(i) ? state.reason[i] : Text{"its profile is not complete", "画像信息不完整"};
      });
  measurement.whole = static_cast<double>(facts.park.enterprises->size());
  return measurement;
}

Measurement modes(const Facts& facts, const Rule&) {
  if (Text gap = nodes_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::set<Id<IdentifierApplication>> working;
  for (const auto& use : facts.results.services.identifiers.uses) {
    if (use.state == IdentifierState::served && node_works(facts, use.application)) working.insert(use.application);
  }
  std::set<IdentifierMode> found;
  Measurement measurement;
  const auto& applications = facts.park.identifier_applications->records();
  for (std::size_t i = 0; i < applications.size(); ++i) {
    if (working.contains(Id<IdentifierApplication>(i))) {
      found.insert(applications[i].mode);
    } else {
      measurement.where.push_back(named(label(applications[i]), applications[i].deployed
                                                                    ? Text{"no enterprise is served in it", "没有可服务的企业"}
                                                                    : Text{"not in operation", "未投运"}));
    }
  }
  measurement.part = static_cast<double>(found.size());
  return measurement;
}

Measurement synchronised(const Facts& facts, const Rule&) {
  if (Text gap = nodes_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  double known = 0.0;
  double registered = 0.0;
  std::vector<Text> where;
  for (const auto& figures : facts.results.services.identifiers.nodes) {
    known += figures.synchronised_per_day;
    registered += figures.registrations_per_day;
    const double open = figures.registrations_per_day - figures.synchronised_per_day;
    const std::string& id = (*facts.park.identifier_nodes)[figures.node].id;
    if (open > 0.0)
      where.push_back(named({id, id}, {fmt::format("{:.0f} registrations of a day not yet known at a top node", open),
                                       fmt::format("当日{:.0f}条注册数据尚未同步至顶级节点", open)}));
  }
  Measurement measurement = share(known, registered, {"nothing was registered in the day simulated", "仿真当日没有注册数据"});
  measurement.where = std::move(where);
  return measurement;
}

Measurement active_carriers(const Facts& facts, const Rule&) {
  double active = 0.0;
  Measurement measurement;
  for (const auto& application : *facts.park.identifier_applications) {
    if (!application.deployed) continue;
    const double each = application.active_carriers;
    active += each * static_cast<double>(application.enterprises.size());
    if (application.carriers > 0 && application.active_carriers == 0)
      measurement.where.push_back(named(label(application), {"only passive carriers", "仅有被动标识载体"}));
  }
  if (facts.park.identifier_applications->empty())
    return not_measured("the inventory describes no applications of identifiers (identifier_applications)",
                        "模型未登记标识应用（identifier_applications）");
  measurement.part = active;
  return measurement;
}

}  // namespace

std::vector<Metric> identifier_metrics() {
  return {{"identifiers.answered_per_day", MetricKind::count, Origin::simulated, {}, answered},
          {"identifiers.chain_enterprises", MetricKind::count, Origin::simulated, {}, chain_enterprises},
          {"identifiers.modes", MetricKind::count, Origin::simulated, {}, modes},
          {"identifiers.synchronised", MetricKind::share, Origin::simulated, {}, synchronised},
          {"identifiers.profiles_linked", MetricKind::share, Origin::simulated, {}, profiles},
          {"identifiers.active_carriers", MetricKind::count, Origin::counted, {}, active_carriers}};
}

}  // namespace parktwin::criteria
