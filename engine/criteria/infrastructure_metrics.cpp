#include "engine/criteria/infrastructure_metrics.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/disjoint_sets.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

/// Devices an infrastructure works on, or what it lacks.
struct Infrastructure {
  Text name;
  std::vector<std::size_t> devices;
  Text lacking;
};

class Linked {
 public:
  explicit Linked(const Park& park) : park_(park), joined_(park.network_nodes->size()) {
    const auto& nodes = *park.network_nodes;
    for (const NetworkLink& link : *park.network_links) {
      if (link.operational && nodes[link.from].operational && nodes[link.to].operational) joined_.join(link.from.index(), link.to.index());
    }
  }

  Measurement measure() {
    const std::array<Infrastructure, 4> all = {network(), run_on_servers({"platform", "平台"}, SharedServiceKind::platform),
                                               run_on_servers({"identifier resolution", "标识解析"}, SharedServiceKind::identifier_node),
                                               run_on_servers({"security operations", "安全运营"}, SharedServiceKind::security_operations)};
    Measurement measurement;
    measurement.whole = static_cast<double>(all.size());
    for (const Infrastructure& one : all) {
      std::vector<Text> reasons;
      if (!one.lacking.empty()) reasons.push_back(one.lacking);
      for (const Infrastructure& other : all) {
        if (&other != &one && one.lacking.empty() && other.lacking.empty() && !reach(one, other))
          reasons.push_back({"no working way to " + other.name.en, "与" + other.name.zh + "不连通"});
      }
      const bool others_lack = std::any_of(all.begin(), all.end(), [](const Infrastructure& other) { return !other.lacking.empty(); });
      measurement.part += reasons.empty() && !others_lack ? 1.0 : 0.0;
      for (const Text& reason : reasons) measurement.where.push_back(named(one.name, reason));
    }
    return measurement;
  }

 private:
  [[nodiscard]] bool works(std::size_t node) const { return park_.network_nodes->records()[node].operational; }

  [[nodiscard]] Infrastructure network() const {
    Infrastructure found{{"park network", "园区网络"}, {}, {}};
    for (std::size_t i = 0; i < park_.network_nodes->size(); ++i) {
      if (park_.network_nodes->records()[i].kind == NodeKind::core_router && works(i)) found.devices.push_back(i);
    }
    if (found.devices.empty()) found.lacking = {"no core router in operation", "没有在用的核心路由器"};
    return found;
  }

  [[nodiscard]] Infrastructure run_on_servers(Text name, SharedServiceKind kind) const {
    Infrastructure found{std::move(name), {}, {"not in operation", "未投运"}};
    for (std::size_t i = 0; i < park_.shared_services->size(); ++i) {
      const SharedService& service = park_.shared_services->records()[i];
      if (service.kind != kind || !service.deployed) continue;
      if (found.devices.empty()) found.lacking = {"the inventory does not say on which server it runs", "未登记所在服务器"};
      add_server(service.node, found);
      for (const IdentifierNode& node : *park_.identifier_nodes) {
        if (node.service == Id<SharedService>(i)) add_server(node.node, found);
      }
    }
    return found;
  }

  void add_server(Id<NetworkNode> node, Infrastructure& infrastructure) const {
    if (!node.valid()) return;
    if (works(node.index())) {
      infrastructure.devices.push_back(node.index());
      infrastructure.lacking = {};
    } else if (infrastructure.devices.empty()) {
      infrastructure.lacking = {"its server is out of operation", "所在服务器停用"};
    }
  }

  bool reach(const Infrastructure& one, const Infrastructure& other) {
    for (const std::size_t from : one.devices) {
      for (const std::size_t to : other.devices) {
        if (from == to || joined_.joined(from, to)) return true;
      }
    }
    return false;
  }

  const Park& park_;
  DisjointSets joined_;
};

Measurement linked(const Facts& facts, const Rule&) { return Linked(facts.park).measure(); }

}  // namespace

std::vector<Metric> infrastructure_metrics() { return {{"infrastructures.linked", MetricKind::count, Origin::counted, {}, linked}}; }

}  // namespace parktwin::criteria
