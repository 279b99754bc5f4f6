#include "importers/synthetic/network_draft.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/check.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double beside_street_m = 7.0;
constexpr double slack_factor = 1.03;            // reserve loops and splices
constexpr double loss_of_service_per_km = 2e-5;  // share of time, cable faults

struct KindPrefix {
  NodeKind kind;
  const char* prefix;
};

constexpr KindPrefix prefixes[] = {{NodeKind::core_router, "N-CORE"},
                                   {NodeKind::aggregation_switch, "N-AGG"},
                                   {NodeKind::access_switch, "N-SW"},
                                   {NodeKind::tsn_switch, "N-TSN"},
                                   {NodeKind::optical_line_terminal, "N-OLT"},
                                   {NodeKind::splitter, "N-SPL"},
                                   {NodeKind::optical_network_unit, "N-ONU"},
                                   {NodeKind::firewall, "N-FW"},
                                   {NodeKind::edge_server, "N-EDGE"},
                                   {NodeKind::server, "N-SRV"},
                                   {NodeKind::radio_unit, "N-RU"},
                                   {NodeKind::wifi_access_point, "N-AP"},
                                   {NodeKind::end_station, "N-ES"}};

const char* prefix_of(NodeKind kind) {
  const auto* found =
      std::find_if(std::begin(prefixes), std::end(prefixes), [kind](const KindPrefix& entry) { return entry.kind == kind; });
  return found->prefix;
}

std::string hexadecimal(std::size_t value) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  do {
    text.insert(text.begin(), digits[value % 16]);
    value /= 16;
  } while (value > 0);
  return text;
}

Point beside(Point p) { return {p.x + beside_street_m, p.y + beside_street_m}; }

Point across(Point p) { return {p.x - beside_street_m, p.y - beside_street_m}; }

}  // namespace

Id<NetworkNode> NetworkDraft::add_node(NodeKind kind, const std::string& name, const Attachment& place, double availability) {
  const auto same =
      static_cast<std::size_t>(std::count_if(nodes_.begin(), nodes_.end(), [kind](const NetworkNode& node) { return node.kind == kind; }));
  NetworkNode node;
  node.id = numbered(prefix_of(kind), same + 1);
  node.name = name;
  node.kind = kind;
  node.availability = availability;
  node.position = draft_.frame(place.at);
  const std::size_t number = nodes_.size();
  if (kind != NodeKind::splitter) {  // private IPv4 (RFC 1918); IPv6 documentation prefix (RFC 3849), one /64 per kind
    node.ipv4_address = std::string("10.") + std::to_string(20 + number / 62500) + "." + std::to_string(number / 250 % 250) + "." +
                        std::to_string(1 + number % 250);
    node.ipv6_address = std::string("2001:db8:5ee:") + hexadecimal(1 + static_cast<std::size_t>(kind)) + "::" + hexadecimal(1 + number);
  }
  nodes_.push_back(std::move(node));
  places_.push_back(place);
  return Id<NetworkNode>(number);
}

NetworkLink& NetworkDraft::connect_inside(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps) {
  NetworkLink link;
  link.id = numbered("L", links_.size() + 1, 4);
  link.from = from;
  link.to = to;
  link.medium = medium;
  link.rate_down = link.rate_up = MegabitsPerSecond(rate_mbps);
  link.length = Metres(rounded(std::max(3.0, distance(place(from).at, place(to).at)), 0.1));
  link.availability = 0.99999;
  links_.push_back(std::move(link));
  return links_.back();
}

NetworkLink& NetworkDraft::lay(Id<NetworkNode> from, Id<NetworkNode> to, LinkMedium medium, double rate_mbps, int fibres,
                               bool second_entry) {
  const Attachment& start = place(from);
  const Attachment& end = place(to);
  const auto route = graph_.route(tree_from(start.vertex), end.vertex);
  Cable cable;
  cable.id = numbered("C", cables_.size() + 1);
  cable.fibres = fibres;
  cable.ducts.push_back(drop_duct(start));
  for (const std::size_t edge : route.edges) cable.ducts.push_back(street_duct(edge));
  if (second_entry) {
    const Point street = graph_.points()[end.vertex];
    cable.ducts.push_back(add_duct(beside(street), across(street)));
    cable.ducts.push_back(add_duct(across(street), end.at));
  } else if (const Id<Duct> last = drop_duct(end); last != cable.ducts.front() || !route.edges.empty()) {
    cable.ducts.push_back(last);
  }
  double metres = 0.0;
  for (const auto duct : cable.ducts) {
    metres += duct_lengths_[duct.index()];
    ++cables_in_duct_[duct.index()];
  }
  cable.length = Metres(rounded(slack_factor * metres, 0.1));
  cables_.push_back(cable);
  NetworkLink& link = connect_inside(from, to, medium, rate_mbps);
  link.cable = Id<Cable>(cables_.size() - 1);
  link.length = cable.length;
  link.availability = rounded(0.99999 - loss_of_service_per_km * cable.length.value() / 1000.0, 1e-7);
  return link;
}

NetworkLink& NetworkDraft::link_to(Id<NetworkNode> to) {
  const auto found = std::find_if(links_.begin(), links_.end(), [to](const NetworkLink& link) { return link.to == to; });
  PARKTWIN_CHECK(found != links_.end(), "a node without a link");
  return *found;
}

const RouteGraph::Tree& NetworkDraft::tree_from(RouteGraph::Vertex vertex) {
  auto found = trees_.find(vertex);
  if (found == trees_.end()) found = trees_.emplace(vertex, graph_.tree_from(vertex)).first;
  return found->second;
}

Id<Duct> NetworkDraft::add_duct(Point from, Point to) {
  Duct duct;
  duct.id = numbered("D", ducts_.size() + 1, 4);
  duct.path = draft_.frame(LineString{{from, to}});
  ducts_.push_back(duct);
  duct_lengths_.push_back(distance(from, to));
  cables_in_duct_.push_back(0);
  return Id<Duct>(ducts_.size() - 1);
}

Id<Duct> NetworkDraft::street_duct(std::size_t edge) {
  const auto found = duct_of_edge_.find(edge);
  if (found != duct_of_edge_.end()) return found->second;
  const auto& ends = graph_.edges()[edge];
  return duct_of_edge_[edge] = add_duct(beside(graph_.points()[ends.a]), beside(graph_.points()[ends.b]));
}

Id<Duct> NetworkDraft::drop_duct(const Attachment& at) {
  const std::pair key{at.vertex, std::pair{at.at.x, at.at.y}};
  const auto found = duct_of_drop_.find(key);
  if (found != duct_of_drop_.end()) return found->second;
  return duct_of_drop_[key] = add_duct(beside(graph_.points()[at.vertex]), at.at);
}

std::vector<Duct> NetworkDraft::ducts() const {
  std::vector<Duct> out = ducts_;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].tubes = cables_in_duct_[i] <= 2 ? 2 : cables_in_duct_[i] <= 4 ? 4 : cables_in_duct_[i] <= 12 ? 8 : 16;
  }
  return out;
}

}  // namespace parktwin::importers::synthetic
