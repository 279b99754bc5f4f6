#pragma once
// Small parks as an addressing plan sees them: a core, aggregation switches around it, enterprises with access nodes behind them, some with
// addresses already, some without a node.
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/park/park.h"

namespace parktwin::wired::ipv6 {

class SiteDraft {
 public:
  explicit SiteDraft(std::uint32_t number) : random_(77, 2, number) {}

  [[nodiscard]] std::uint32_t below(std::uint32_t count) { return random_.below(draw_++, count); }

  Id<NetworkNode> add_node(const std::string& id, NodeKind kind, Id<Enterprise> enterprise = {}) {
    NetworkNode node;
    node.id = id;
    node.kind = kind;
    node.enterprise = enterprise;
    node.position = {static_cast<double>(below(1000)), static_cast<double>(below(1000))};
    nodes.push_back(node);
    return Id<NetworkNode>(nodes.size() - 1);
  }

  void connect(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium = LinkMedium::fibre) {
    NetworkLink link;
    link.id = "L-" + std::to_string(links.size());
    link.from = from;
    link.to = to;
    link.medium = medium;
    links.push_back(link);
  }

  /// Three in four have an access node behind one of the switches, the others a parcel or nothing.
  void add_enterprise(const std::vector<Id<NetworkNode>>& switches) {
    Enterprise enterprise;
    enterprise.id = "E-" + std::to_string(enterprises.size());
    enterprises.push_back(enterprise);
    const Id<Enterprise> id(enterprises.size() - 1);
    if (below(4) > 0) {
      const auto access = add_node("N-" + enterprise.id, NodeKind::access_switch, id);
      connect(switches[below(static_cast<std::uint32_t>(switches.size()))], access,
              below(2) > 0 ? LinkMedium::fibre : LinkMedium::passive_optical);
      if (below(3) == 0) connect(access, add_node("P-" + enterprise.id, NodeKind::end_station, id), LinkMedium::copper);
    } else if (below(2) > 0) {
      Parcel parcel;
      parcel.id = "G-" + enterprise.id;
      parcel.enterprise = id;
      const double x = below(1000);
      parcel.shape = {{{{{x, 0.0}, {x + 10.0, 0.0}, {x, 10.0}}, {}}}};
      parcels.push_back(parcel);
    }
  }

  [[nodiscard]] Park park() const {
    Park park;
    park.network_nodes = Part(Table(nodes));
    park.network_links = Part(Table(links));
    park.enterprises = Part(Table(enterprises));
    park.parcels = Part(Table(parcels));
    park.address_prefixes = Part(Table(prefixes));
    return park;
  }

  std::vector<NetworkNode> nodes;
  std::vector<NetworkLink> links;
  std::vector<Enterprise> enterprises;
  std::vector<Parcel> parcels;
  std::vector<AddressPrefix> prefixes;

 private:
  RandomSequence random_;
  std::uint32_t draw_ = 0;
};

/// Up to 40 enterprises behind up to 5 switches.
inline SiteDraft random_site(std::uint32_t number) {
  SiteDraft draft(number);
  const auto core = draft.add_node("CORE", NodeKind::core_router);
  std::vector<Id<NetworkNode>> switches;
  for (std::uint32_t i = 0; i <= draft.below(5); ++i) {
    switches.push_back(draft.add_node("AGG-" + std::to_string(i), NodeKind::aggregation_switch));
    draft.connect(core, switches.back());
    draft.connect(switches.back(), draft.add_node("AP-" + std::to_string(i), NodeKind::wifi_access_point), LinkMedium::copper);
  }
  draft.connect(core, draft.add_node("SRV", NodeKind::server), LinkMedium::copper);
  for (std::uint32_t e = draft.below(40) + 1; e > 0; --e) draft.add_enterprise(switches);
  return draft;
}

}  // namespace parktwin::wired::ipv6
