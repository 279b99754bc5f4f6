#include "engine/criteria/design_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

/// Two core routers and a ring of two aggregation switches; a firewall with a server; an access switch of the one enterprise.
struct Designed : SmallWorld {
  std::vector<NetworkNode> nodes;
  std::vector<NetworkLink> links;
  std::vector<NetworkedScenario> scenarios{1};
  std::vector<SharedService> shared{1};

  Designed() {
    for (const NodeKind kind : {NodeKind::core_router, NodeKind::core_router, NodeKind::aggregation_switch, NodeKind::aggregation_switch,
                                NodeKind::firewall, NodeKind::server, NodeKind::access_switch}) {
      nodes.push_back(node("N-" + std::to_string(nodes.size()), kind));
      nodes.back().building = Id<Building>(0);
      results.wired.topology.nodes.push_back({Id<NetworkNode>(nodes.size() - 1), true, 1.0, 1.0});
    }
    for (const auto& [from, to] :
         std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {0, 2}, {2, 3}, {1, 3}, {0, 4}, {4, 5}, {2, 6}}) {
      NetworkLink link;
      link.id = "L-" + std::to_string(links.size());
      link.from = Id<NetworkNode>(from);
      link.to = Id<NetworkNode>(to);
      links.push_back(link);
    }
    links[1].cable = Id<Cable>(0);
    Duct duct;
    duct.id = "D-1";
    park.ducts = part_of<Duct>({duct});
    Cable cable;
    cable.id = "C-1";
    cable.ducts = {Id<Duct>(0)};
    park.cables = part_of<Cable>({cable});
    park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 10.0, 5)});
    results.wired.topology.enterprises.resize(1);
    results.wired.topology.enterprises[0].enterprise = Id<Enterprise>(0);
    results.wired.topology.enterprises[0].state = wired::topology::AccessState::rate_too_low;
    scenarios[0].id = "S-1";
    scenarios[0].kind = ScenarioKind::network_management;
    scenarios[0].deployed = true;
    shared[0].id = "V-1";
    shared[0].kind = SharedServiceKind::security_operations;
    shared[0].deployed = true;
    NetworkService names;
    names.id = "DNS";
    names.name_zh = "域名服务";
    names.node = Id<NetworkNode>(5);
    park.network_services = part_of<NetworkService>({names});
  }

  [[nodiscard]] Measurement elements() {
    park.network_nodes = part_of(nodes);
    park.network_links = part_of(links);
    park.networked_scenarios = part_of(scenarios);
    park.shared_services = part_of(shared);
    return measure("design.elements");
  }
  void expect_lacking(const Text& line) {
    const Measurement measurement = elements();
    EXPECT_EQ(measurement.part, 6.0);
    EXPECT_EQ(measurement.whole, 7.0);
    EXPECT_EQ(measurement.where, std::vector<Text>{line});
  }
};

TEST(DesignMetrics, AllSevenElements) {
  const Measurement measurement = Designed().elements();
  EXPECT_EQ(measurement.part, 7.0);
  EXPECT_EQ(measurement.whole, 7.0);
  EXPECT_TRUE(measurement.where.empty());
}

TEST(DesignMetrics, EachElementCanLack) {
  Designed world;
  world.results.wired.topology.nodes[6].reachable = false;
  world.expect_lacking({"architecture: no access layer in operation", "网络架构：没有在用的接入层"});
  world = Designed();
  world.nodes[5].building = {};
  world.expect_lacking({"deployment: Node N-5 (N-5) stands in no building of the model", "建设部署：Node N-5（N-5）未落位于建筑"});
  world = Designed();
  world.links[1].cable = {};
  world.expect_lacking({"deployment: no link runs in a cable and its ducts", "建设部署：没有链路落到光缆和管道"});
  world = Designed();
  world.results.wired.topology.enterprises[0].state = wired::topology::AccessState::no_access_node;
  world.expect_lacking({"access: One (E-1) has no access node", "终端接入：One（E-1）没有接入节点"});
  world = Designed();
  world.links[3].operational = false;
  const Measurement cut = world.elements();
  EXPECT_EQ(cut.part, 6.0);
  EXPECT_EQ(cut.where,
            (std::vector<Text>{
                {"interconnection: Node N-2 (N-2) is cut off when one link fails", "互联互通：Node N-2（N-2）单条链路中断即失联"},
                {"interconnection: Node N-3 (N-3) is cut off when one link fails", "互联互通：Node N-3（N-3）单条链路中断即失联"}}));
  world = Designed();
  world.scenarios[0].deployed = false;
  world.expect_lacking({"operation: no network management in operation", "运维管理：没有在用的网络运行管理"});
  world = Designed();
  world.shared[0].deployed = false;
  world.expect_lacking({"security: no security operations in operation", "安全保障：没有在用的安全运营服务"});
  world = Designed();
  world.results.wired.topology.nodes[4].reachable = false;
  world.expect_lacking({"security: no firewall in operation", "安全保障：没有在用的防火墙"});
  world = Designed();
  world.results.wired.topology.nodes[5].reachable = false;
  world.expect_lacking(
      {"services: 域名服务 (DNS) runs on a node that does not reach the core", "业务部署：域名服务（DNS）所在节点不可达核心"});
}

TEST(DesignMetrics, AnEmptyModelShowsNothing) {
  const Measurement measurement = SmallWorld().measure("design.elements");
  EXPECT_EQ(measurement.part, 0.0);
  EXPECT_EQ(measurement.whole, 7.0);
}

}  // namespace
}  // namespace parktwin::criteria
