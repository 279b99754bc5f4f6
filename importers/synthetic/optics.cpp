// What is optical beyond the routes: transceivers, protection, production on passive optical networks in plants, and a few faults to find.
#include <algorithm>
#include <optional>
#include <set>

#include "importers/synthetic/fibre_layout.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::size_t splitters_per_second_feeder = 6;
constexpr std::size_t subscribers_per_splitter = 4;
constexpr std::size_t plants_on_optical = 8;
constexpr std::size_t stations_per_plant = 2;

/// Links and nodes are found by what they are; both lists grow while this works.
class Optics {
 public:
  Optics(NetworkDraft& network, const Backbone& backbone) : network_(network), backbone_(backbone) {}

  void fit() {
    name_transceivers();
    protect_splitters();
    put_production_on_optical();
    spoil();
  }

 private:
  using Node = Id<NetworkNode>;

  [[nodiscard]] NodeKind kind(Node node) { return network_.node(node).kind; }

  void name_transceivers() {
    for (NetworkLink& link : network_.links()) {
      if (link.medium != LinkMedium::fibre || !link.cable.valid()) continue;
      if (link.rate_down.value() == 100000.0) link.transceiver = Transceiver::hundred_ge_lr4;
      if (link.rate_down.value() == 25000.0) link.transceiver = Transceiver::twenty_five_ge_lr;
      if (link.rate_down.value() == 10000.0) link.transceiver = Transceiver::ten_ge_lr;
    }
  }

  [[nodiscard]] std::set<std::size_t> streets_between(Node from, Node to) {
    const auto route = network_.graph().route(network_.tree_from(network_.place(from).vertex), network_.place(to).vertex);
    return {route.edges.begin(), route.edges.end()};
  }

  /// The nearest other feeder whose way shares no street with the first one; the nearest other one when all do.
  [[nodiscard]] std::optional<Node> second_feeder(Node fed, Node first, const std::vector<Node>& feeders) {
    const auto used = streets_between(first, fed);
    std::optional<Node> best;
    std::pair<bool, double> best_rank;
    for (const Node feeder : feeders) {
      if (feeder == first || feeder == fed) continue;
      const auto streets = streets_between(feeder, fed);
      const bool shares = std::any_of(streets.begin(), streets.end(), [&](std::size_t street) { return used.contains(street); });
      const std::pair rank{shares, network_.tree_from(network_.place(feeder).vertex).length[network_.place(fed).vertex]};
      if (best && !(rank < best_rank)) continue;
      best = feeder;
      best_rank = rank;
    }
    return best;
  }

  [[nodiscard]] std::vector<Node> nodes_of(NodeKind wanted) {
    std::vector<Node> found;
    for (std::size_t i = 0; i < network_.nodes().size(); ++i) {
      if (network_.nodes()[i].kind == wanted) found.emplace_back(i);
    }
    return found;
  }

  [[nodiscard]] std::size_t ways_used(Node splitter) {
    const auto& links = network_.links();
    return static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [&](const NetworkLink& link) { return link.from == splitter; }));
  }

  /// Type B: every sixth splitter has a second feeder; every third of these comes in by the duct of the first.
  void protect_splitters() {
    const auto all = nodes_of(NodeKind::splitter);
    for (std::size_t i = 0; i < all.size(); i += splitters_per_second_feeder) {
      const auto second = second_feeder(all[i], network_.link_to(all[i]).from, backbone_.line_terminals);
      if (!second) continue;
      if (i / splitters_per_second_feeder % 3 == 2) {
        network_.connect_along_streets(*second, all[i], LinkMedium::passive_optical, 10000.0, 48);
      } else {
        network_.connect_by_second_entry(*second, all[i], LinkMedium::passive_optical, 10000.0, 48);
      }
    }
  }

  void add_stations(Node unit, const std::string& name) {
    for (std::size_t i = 0; i < stations_per_plant; ++i) {
      const auto station =
          network_.add_node(NodeKind::end_station, name + " line controller " + std::to_string(i + 1), network_.place(unit), 0.9995);
      network_.node(station).enterprise = network_.node(unit).enterprise;
      network_.node(station).building = network_.node(unit).building;
      network_.connect_inside(unit, station, LinkMedium::copper, 1000.0);
    }
  }

  /// Units in service of makers, the largest floor area first.
  [[nodiscard]] std::vector<Node> units_of_plants() {
    std::vector<std::pair<double, Node>> order;
    for (const Node unit : nodes_of(NodeKind::optical_network_unit)) {
      const Enterprise& enterprise = network_.draft().enterprises[network_.node(unit).enterprise.index()];
      const bool makes = enterprise.sector == Sector::electronics || enterprise.sector == Sector::machinery ||
                         enterprise.sector == Sector::automotive || enterprise.sector == Sector::metal_products;
      if (makes && network_.link_to(unit).operational) order.emplace_back(-enterprise.floor_area.value(), unit);
    }
    std::sort(order.begin(), order.end());
    std::vector<Node> units;
    for (const auto& [area, unit] : order) units.push_back(unit);
    units.resize(std::min(units.size(), plants_on_optical));
    return units;
  }

  void put_production_on_optical() {
    const auto units = units_of_plants();
    auto with_room = nodes_of(NodeKind::splitter);
    std::erase_if(with_room, [&](Node splitter) { return ways_used(splitter) >= subscribers_per_splitter; });
    for (std::size_t i = 0; i < units.size(); ++i) {
      const std::string name = network_.draft().enterprises[network_.node(units[i]).enterprise.index()].name;
      if (i + 1 == units.size()) {
        add_hall_splitter(units[i], name);
        continue;
      }
      add_stations(units[i], name);
      if (i != 0) continue;  // type C: the largest plant has a second fibre from another splitter
      if (const auto second = second_feeder(units[i], network_.link_to(units[i]).from, with_room)) {
        network_.connect_by_second_entry(*second, units[i], LinkMedium::passive_optical, 1000.0, 12);
      }
    }
  }

  /// A fault: a splitter in the hall behind the one in the street leaves too little light.
  void add_hall_splitter(Node unit, const std::string& name) {
    const Attachment place = network_.place(unit);
    const auto splitter = network_.add_node(NodeKind::splitter, name + " hall splitter", place, 0.999999);
    network_.node(splitter).splitter_ratio = 8;
    network_.node(splitter).building = network_.node(unit).building;
    network_.link_to(unit).to = splitter;
    network_.connect_inside(splitter, unit, LinkMedium::passive_optical, 1000.0);
    const auto hall_unit = network_.add_node(NodeKind::optical_network_unit, name + " hall unit", place, 0.9997);
    network_.node(hall_unit).enterprise = network_.node(unit).enterprise;
    network_.node(hall_unit).building = network_.node(unit).building;
    network_.connect_inside(splitter, hall_unit, LinkMedium::passive_optical, 1000.0);
    add_stations(hall_unit, name);
  }

  /// The first link of a kind; none in a park without one.
  template <class Fits>
  NetworkLink* first_link(const Fits& fits) {
    auto& links = network_.links();
    const auto found = std::find_if(links.begin(), links.end(), fits);
    return found == links.end() ? nullptr : &*found;
  }

  void spoil() {
    const auto splitters = nodes_of(NodeKind::splitter);
    const auto small = std::find_if(splitters.begin(), splitters.end(), [&](Node splitter) {
      return splitter != splitters.front() && ways_used(splitter) <= subscribers_per_splitter;
    });
    if (small != splitters.end()) network_.node(*small).splitter_ratio = 4;  // too much light
    if (auto* link = first_link([&](const NetworkLink& l) {
          return l.transceiver == Transceiver::ten_ge_lr && kind(l.to) == NodeKind::access_switch && network_.node(l.to).enterprise.valid();
        })) {
      link->transceiver = Transceiver::ten_ge_er;  // taken from a longer link
    }
    if (auto* link = first_link(
            [&](const NetworkLink& l) { return l.transceiver == Transceiver::twenty_five_ge_lr && kind(l.to) == NodeKind::radio_unit; })) {
      link->connectors = 8;  // patched through three cabinets
      link->splices = 12;
    }
  }

  NetworkDraft& network_;
  const Backbone& backbone_;
};

}  // namespace

void fit_optics(NetworkDraft& network, const Backbone& backbone) { Optics(network, backbone).fit(); }

}  // namespace parktwin::importers::synthetic
