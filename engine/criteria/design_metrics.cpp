#include "engine/criteria/design_metrics.h"

#include <algorithm>
#include <initializer_list>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

/// One element of the design, and what it lacks.
struct DesignElement {
  Text name;
  std::vector<Text> lacking;

  void lacks(Text what) { lacking.push_back(std::move(what)); }
  void lacks(const Text& whose, const Text& what) { lacking.push_back({whose.en + " " + what.en, whose.zh + what.zh}); }
};

bool is(const NetworkNode& node, std::initializer_list<NodeKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), node.kind) != kinds.end();
}

Text node_label(const NetworkNode& node) { return label(node.name, "", node.id); }

class Design {
 public:
  explicit Design(const Facts& facts) : park_(facts.park), wired_(facts.results.wired), reaches_(facts.park.network_nodes->size(), false) {
    for (const auto& reach : wired_.topology.nodes) reaches_[reach.node.index()] = reach.reachable;
  }

  [[nodiscard]] std::vector<DesignElement> elements() const {
    return {architecture(), deployment(), access(), interconnection(), operation(), security(), services()};
  }

 private:
  [[nodiscard]] bool works(std::initializer_list<NodeKind> kinds) const {
    for (std::size_t i = 0; i < reaches_.size(); ++i) {
      if (reaches_[i] && is(park_.network_nodes->records()[i], kinds)) return true;
    }
    return false;
  }

  /// Three layers, each with a device that reaches the core.
  [[nodiscard]] DesignElement architecture() const {
    DesignElement element{{"architecture", "网络架构"}, {}};
    if (!works({NodeKind::core_router})) element.lacks({"no core layer in operation", "没有在用的核心层"});
    if (!works({NodeKind::aggregation_switch, NodeKind::optical_line_terminal}))
      element.lacks({"no aggregation layer in operation", "没有在用的汇聚层"});
    if (!works({NodeKind::access_switch, NodeKind::optical_network_unit, NodeKind::tsn_switch, NodeKind::wifi_access_point}))
      element.lacks({"no access layer in operation", "没有在用的接入层"});
    return element;
  }

  /// What the park shares stands in a building, and cables in ducts carry its links.
  [[nodiscard]] DesignElement deployment() const {
    DesignElement element{{"deployment", "建设部署"}, {}};
    bool any = false;
    for (const NetworkNode& node : *park_.network_nodes) {
      if (!is(node, {NodeKind::core_router, NodeKind::firewall, NodeKind::server})) continue;
      any = true;
      if (!node.building.valid()) element.lacks(node_label(node), {"stands in no building of the model", "未落位于建筑"});
    }
    if (!any) element.lacks({"no core router, firewall or server", "没有核心路由器、防火墙或服务器"});
    const bool laid = std::any_of(park_.network_links->begin(), park_.network_links->end(), [this](const NetworkLink& link) {
      return link.cable.valid() && !(*park_.cables)[link.cable].ducts.empty();
    });
    if (!laid) element.lacks({"no link runs in a cable and its ducts", "没有链路落到光缆和管道"});
    return element;
  }

  [[nodiscard]] DesignElement access() const {
    DesignElement element{{"access", "终端接入"}, {}};
    if (wired_.topology.enterprises.empty()) element.lacks({"no enterprise in the results", "结果中没有企业"});
    for (const auto& enterprise : wired_.topology.enterprises) {
      if (enterprise.state == wired::topology::AccessState::no_access_node)
        element.lacks(label((*park_.enterprises)[enterprise.enterprise]), {"has no access node", "没有接入节点"});
    }
    return element;
  }

  /// Core, firewalls and aggregation switches with the links between them: no single link may cut a switch off from every core router.
  [[nodiscard]] DesignElement interconnection() const {
    DesignElement element{{"interconnection", "互联互通"}, {}};
    std::vector<std::size_t> backbone;
    for (std::size_t i = 0; i < park_.network_links->size(); ++i) {
      if (in_backbone(park_.network_links->records()[i])) backbone.push_back(i);
    }
    bool any = false;
    std::vector<bool> reported(park_.network_nodes->size(), false);
    for (std::size_t cut = 0; cut <= backbone.size(); ++cut) {  // the last: nothing fails
      const std::vector<bool> joined = joined_to_core(backbone, cut < backbone.size() ? backbone[cut] : park_.network_links->size());
      for (std::size_t i = 0; i < joined.size(); ++i) {
        const NetworkNode& node = park_.network_nodes->records()[i];
        if (node.kind != NodeKind::aggregation_switch) continue;
        any = true;
        if (joined[i] || reported[i]) continue;
        reported[i] = true;
        element.lacks(node_label(node), {"is cut off when one link fails", "单条链路中断即失联"});
      }
    }
    if (!any) element.lacks({"no aggregation switches to join", "没有可互联的汇聚交换机"});
    return element;
  }

  [[nodiscard]] bool in_backbone(const NetworkLink& link) const {
    const auto part = [this](Id<NetworkNode> id) {
      const NetworkNode& node = (*park_.network_nodes)[id];
      return node.operational && is(node, {NodeKind::core_router, NodeKind::firewall, NodeKind::aggregation_switch});
    };
    return link.operational && part(link.from) && part(link.to);
  }

  [[nodiscard]] std::vector<bool> joined_to_core(const std::vector<std::size_t>& backbone, std::size_t without) const {
    std::vector<bool> joined;
    for (const NetworkNode& node : *park_.network_nodes) joined.push_back(node.operational && node.kind == NodeKind::core_router);
    for (bool changed = true; changed;) {
      changed = false;
      for (const std::size_t i : backbone) {
        const NetworkLink& link = park_.network_links->records()[i];
        if (i == without || joined[link.from.index()] == joined[link.to.index()]) continue;
        joined[link.from.index()] = joined[link.to.index()] = true;
        changed = true;
      }
    }
    return joined;
  }

  [[nodiscard]] DesignElement operation() const {
    DesignElement element{{"operation", "运维管理"}, {}};
    const bool managed = std::any_of(
        park_.networked_scenarios->begin(), park_.networked_scenarios->end(),
        [](const NetworkedScenario& scenario) { return scenario.kind == ScenarioKind::network_management && scenario.deployed; });
    if (!managed) element.lacks({"no network management in operation", "没有在用的网络运行管理"});
    return element;
  }

  [[nodiscard]] DesignElement security() const {
    DesignElement element{{"security", "安全保障"}, {}};
    if (!works({NodeKind::firewall})) element.lacks({"no firewall in operation", "没有在用的防火墙"});
    const bool watched = std::any_of(park_.shared_services->begin(), park_.shared_services->end(), [](const SharedService& service) {
      return service.kind == SharedServiceKind::security_operations && service.deployed;
    });
    if (!watched) element.lacks({"no security operations in operation", "没有在用的安全运营服务"});
    return element;
  }

  [[nodiscard]] DesignElement services() const {
    DesignElement element{{"services", "业务部署"}, {}};
    if (park_.network_services->empty()) element.lacks({"no network services", "没有网络业务"});
    for (const NetworkService& service : *park_.network_services) {
      if (!reaches_[service.node.index()])
        element.lacks(label(service), {"runs on a node that does not reach the core", "所在节点不可达核心"});
    }
    return element;
  }

  const Park& park_;
  const wired::Result& wired_;
  std::vector<bool> reaches_;  ///< by node: the core
};

Measurement elements_of_design(const Facts& facts, const Rule&) {
  Measurement measurement;
  for (const DesignElement& element : Design(facts).elements()) {
    measurement.whole += 1.0;
    measurement.part += element.lacking.empty() ? 1.0 : 0.0;
    for (const Text& what : element.lacking) measurement.where.push_back(named(element.name, what));
  }
  return measurement;
}

}  // namespace

std::vector<Metric> design_metrics() { return {{"design.elements", MetricKind::count, Origin::counted, {}, elements_of_design}}; }

}  // namespace parktwin::criteria
