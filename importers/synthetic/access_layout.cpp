// Access of the enterprises: direct fibre for the large, passive optical for the others, and the weak points a planner has to find.
#include <algorithm>
#include <cmath>
#include <set>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/fibre_layout.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::size_t subscribers_per_splitter = 4;
constexpr double direct_from_mbps = 1000.0;

/// Enterprises without an access that meets their needs, one set per reason.
struct WeakPoints {
  std::set<std::size_t> without_node;
  std::set<std::size_t> slow_link;
  std::set<std::size_t> broken_link;
  std::set<std::size_t> unreliable_link;
};

WeakPoints choose_weak_points(const Draft& draft) {
  const std::size_t count = draft.enterprises.size();
  const auto each = static_cast<std::size_t>(std::round(static_cast<double>(count) / 90.0));
  WeakPoints weak;
  std::set<std::size_t> taken;
  Draws draws(draft.options.seed, Topic::access);
  const auto choose = [&](std::set<std::size_t>& out, auto fits) {
    for (std::size_t tries = 0; out.size() < each && tries < 50 * count; ++tries) {
      const std::size_t i = draws.below(count);
      if (fits(draft.enterprises[i]) && taken.insert(i).second) out.insert(i);
    }
  };
  choose(weak.without_node, [](const Enterprise& e) { return e.employees < 300; });
  choose(weak.slow_link, [](const Enterprise& e) { return e.required_down.value() >= direct_from_mbps; });
  choose(weak.broken_link, [](const Enterprise&) { return true; });
  choose(weak.unreliable_link, [](const Enterprise& e) { return e.required_availability >= 0.998; });
  return weak;
}

class AccessBuilder {
 public:
  AccessBuilder(NetworkDraft& network, const Backbone& backbone, const Places& places)
      : network_(network), backbone_(backbone), places_(places), weak_(choose_weak_points(network.draft())) {}

  void build() {
    const auto& enterprises = network_.draft().enterprises;
    std::vector<std::vector<std::size_t>> optical(backbone_.switches.size());
    for (std::size_t i = 0; i < enterprises.size(); ++i) {
      if (weak_.without_node.contains(i)) continue;
      const std::size_t at = nearest_switch(network_, backbone_, place_of(i).vertex);
      const bool direct = enterprises[i].required_down.value() >= direct_from_mbps || weak_.unreliable_link.contains(i);
      if (direct) {
        connect_directly(i, at);
      } else {
        optical[at].push_back(i);
      }
    }
    for (std::size_t at = 0; at < optical.size(); ++at) connect_optically(optical[at], at);
  }

 private:
  [[nodiscard]] Attachment place_of(std::size_t enterprise) const {
    const Draft& draft = network_.draft();
    const Lot& lot = draft.lots()[draft.lot_of_enterprise[enterprise]];
    const Point front = front_of(lot);
    const Point centre = lot.area.centre();
    const double inside = std::min(14.0, 0.3 * distance(front, centre));  // entry point just behind the setback line
    const double reach = distance(front, centre);
    return {{front.x + (centre.x - front.x) * inside / reach, front.y + (centre.y - front.y) * inside / reach},
            network_.graph().vertex_of_place(places_.lot(draft.lot_of_enterprise[enterprise]))};
  }

  Id<NetworkNode> add_access(NodeKind kind, std::size_t enterprise, double availability) {
    const Draft& draft = network_.draft();
    const auto node = network_.add_node(kind, draft.enterprises[enterprise].name + " access", place_of(enterprise), availability);
    network_.node(node).enterprise = Id<Enterprise>(enterprise);
    const std::size_t building = draft.building_of_enterprise[enterprise];
    if (building < draft.buildings.size()) network_.node(node).building = Id<Building>(building);
    return node;
  }

  void connect_directly(std::size_t enterprise, std::size_t at) {
    const auto node = add_access(NodeKind::access_switch, enterprise, 0.9998);
    if (weak_.unreliable_link.contains(enterprise)) {  // a rooftop radio hop in place of fibre
      auto& link = network_.connect_inside(backbone_.switches[at], node, LinkMedium::radio, 1000.0);
      link.rate_down = link.rate_up = MegabitsPerSecond(std::max(1000.0, network_.draft().enterprises[enterprise].required_down.value()));
      link.availability = 0.9935;
      return;
    }
    auto& link = network_.connect_along_streets(backbone_.switches[at], node, LinkMedium::fibre, 10000.0, 24);
    if (weak_.slow_link.contains(enterprise)) link.rate_down = link.rate_up = MegabitsPerSecond(100.0);
    if (weak_.broken_link.contains(enterprise)) link.operational = false;
  }

  /// Neighbours share a splitter: starting with the one farthest from the cabinet, its nearest neighbours.
  void connect_optically(std::vector<std::size_t> left, std::size_t at) {
    const Point cabinet = network_.place(backbone_.switches[at]).at;
    const auto place = [this](std::size_t enterprise) { return place_of(enterprise).at; };
    while (!left.empty()) {
      const std::size_t farthest = *std::max_element(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
        return distance(place(a), cabinet) < distance(place(b), cabinet);
      });
      std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
        return distance(place(a), place(farthest)) < distance(place(b), place(farthest));
      });
      const auto taken = static_cast<std::ptrdiff_t>(std::min(left.size(), subscribers_per_splitter));
      add_splitter({left.begin(), left.begin() + taken}, at);
      left.erase(left.begin(), left.begin() + taken);
    }
  }

  /// At the subscriber with the shortest ways to the others.
  void add_splitter(const std::vector<std::size_t>& members, std::size_t at) {
    const auto effort = [&](std::size_t hub) {
      double metres = 0.0;
      for (const std::size_t other : members) metres += distance(place_of(hub).at, place_of(other).at);
      return metres;
    };
    const std::size_t hub =
        *std::min_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) { return effort(a) < effort(b); });
    const auto vertex = place_of(hub).vertex;
    const Point street = network_.graph().points()[vertex];
    const auto splitter = network_.add_node(NodeKind::splitter, "Splitter cabinet at " + network_.draft().enterprises[hub].id,
                                            {{street.x + 8.5, street.y + 8.5}, vertex}, 0.999999);
    network_.connect_along_streets(backbone_.line_terminals[at], splitter, LinkMedium::passive_optical, 10000.0, 48);
    for (const std::size_t i : members) {
      const auto unit = add_access(NodeKind::optical_network_unit, i, 0.9997);
      auto& link = network_.connect_along_streets(splitter, unit, LinkMedium::passive_optical, 1000.0, 12);
      if (weak_.broken_link.contains(i)) link.operational = false;
    }
  }

  NetworkDraft& network_;
  const Backbone& backbone_;
  const Places& places_;
  WeakPoints weak_;
};

}  // namespace

void connect_enterprises(NetworkDraft& network, const Backbone& backbone, const Places& places) {
  AccessBuilder(network, backbone, places).build();
}

void keep_old_equipment(NetworkDraft& network) {
  std::vector<std::size_t> candidates;
  auto& nodes = network.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool at_the_edge =
        nodes[i].enterprise.valid() && (nodes[i].kind == NodeKind::access_switch || nodes[i].kind == NodeKind::optical_network_unit);
    if (at_the_edge) candidates.push_back(i);
  }
  const auto wanted = static_cast<std::size_t>(std::round(0.06 * static_cast<double>(candidates.size())));
  Draws draws(network.draft().options.seed, Topic::fibre, 1);
  for (std::size_t k = 0; k < wanted; ++k) {
    const std::size_t chosen = draws.below(candidates.size());
    NetworkNode& node = nodes[candidates[chosen]];
    node.name += " (2012 model)";
    node.ipv6_address.clear();
    node.ipv6_forwarding = false;
    for (auto& link : network.links()) {
      if (link.to == Id<NetworkNode>(candidates[chosen])) link.ipv6 = false;
    }
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
  for (auto& service : network.services) {
    if (service.name == "Video security") service.ipv6 = false;
  }
}

}  // namespace parktwin::importers::synthetic
