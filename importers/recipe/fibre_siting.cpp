#include "importers/recipe/fibre_siting.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/road_network.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {
namespace {

constexpr double snap = 15.0;  // m: streets that miss each other by less meet

/// Where something can be reached from the streets: a foot on a connected edge.
struct Access {
  RoadNetwork::Foot foot;
  Point door;  ///< the point of the parcel or mast next to the street
};

class Layer {
 public:
  Layer(const std::vector<Road>& roads, Point core, const FibreRule& rule) : streets_(roads, snap), rule_(rule) {
    NetworkNode router;
    router.id = "N-core";
    router.name = "core router";
    router.kind = NodeKind::core_router;
    router.ipv4_address = "10.0.0.1";
    router.ipv6_address = "fd00::1";
    router.position = to_centimetre(core);
    result_.nodes.push_back(router);
    if (const auto foot = streets_.nearest(core)) {
      const auto& edge = streets_.edges()[foot->edge];
      const bool start = distance(streets_.vertices()[edge.from], core) <= distance(streets_.vertices()[edge.to], core);
      ways_ = streets_.ways_from(start ? edge.from : edge.to);
      lay_ducts();
    }
  }

  [[nodiscard]] std::optional<Access> access_of(const std::vector<Point>& doors) const {
    std::optional<Access> best;
    for (const Point door : doors) {
      const auto foot = streets_.nearest(door);
      if (!foot || foot->distance > rule_.reach.value() || !ways_[streets_.edges()[foot->edge].from]) continue;
      if (!best || foot->distance < best->foot.distance) best = Access{*foot, door};
    }
    return best;
  }

  /// A node at the door and a fibre of its own to the core. Returns the node.
  Id<NetworkNode> connect(const Access& access, NetworkNode node, MegabitsPerSecond rate) {
    const auto& edge = streets_.edges()[access.foot.edge];
    const auto& near = ways_[edge.from]->length <= ways_[edge.to]->length ? edge.from : edge.to;
    const auto number = result_.nodes.size();
    node.ipv4_address = fmt::format("10.0.{}.{}", number / 250, number % 250 + 2);
    node.ipv6_address = fmt::format("fd00::{:x}", number + 1);
    node.position = to_centimetre(access.door);
    Cable cable;
    cable.id = fmt::format("C-{:03}", number);
    cable.fibres = 4;
    for (const std::size_t i : ways_[near]->edges) cable.ducts.push_back(duct_of_edge_[i]);
    if (cable.ducts.empty() || cable.ducts.back() != duct_of_edge_[access.foot.edge])
      cable.ducts.push_back(duct_of_edge_[access.foot.edge]);
    const double along = ways_[near]->length + distance(streets_.vertices()[near], access.foot.point) + access.foot.distance;
    cable.length = Metres(to_centimetre(along));
    NetworkLink link;
    link.id = fmt::format("L-{:03}", number);
    link.from = Id<NetworkNode>(0);
    link.to = Id<NetworkNode>(number);
    link.rate_down = rate;
    link.rate_up = rate;
    link.length = cable.length;
    link.cable = Id<Cable>(result_.cables.size());
    result_.cables.push_back(std::move(cable));
    result_.links.push_back(std::move(link));
    result_.nodes.push_back(std::move(node));
    return Id<NetworkNode>(number);
  }

  [[nodiscard]] FibreSiting take() { return std::move(result_); }
  void note(std::string place, std::string text) { result_.notes.push_back({NoteKind::warning, std::move(place), std::move(text)}); }

 private:
  void lay_ducts() {
    duct_of_edge_.resize(streets_.edges().size());
    for (std::size_t i = 0; i < streets_.edges().size(); ++i) {
      const auto& edge = streets_.edges()[i];
      if (!ways_[edge.from]) continue;
      Duct duct;
      duct.id = fmt::format("D-{:03}", result_.ducts.size() + 1);
      duct.path.points = {to_centimetre(streets_.vertices()[edge.from]), to_centimetre(streets_.vertices()[edge.to])};
      duct_of_edge_[i] = Id<Duct>(result_.ducts.size());
      result_.ducts.push_back(std::move(duct));
    }
  }

  RoadNetwork streets_;
  const FibreRule& rule_;
  std::vector<std::optional<RoadNetwork::Way>> ways_;
  std::vector<Id<Duct>> duct_of_edge_;
  FibreSiting result_;
};

std::vector<std::vector<Point>> doors_of_enterprises(const std::vector<Parcel>& parcels, std::size_t enterprises) {
  std::vector<std::vector<Point>> doors(enterprises);
  for (const auto& parcel : parcels) {
    if (!parcel.enterprise.valid()) continue;
    for (const auto& polygon : parcel.shape.polygons) {
      auto& points = doors[parcel.enterprise.index()];
      points.insert(points.end(), polygon.outer.begin(), polygon.outer.end());
    }
  }
  return doors;
}

}  // namespace

FibreSiting lay_fibre(const std::vector<Road>& roads, const std::vector<Parcel>& parcels, const std::vector<Enterprise>& enterprises,
                      std::vector<RadioSite>& sites, Point core, const FibreRule& rule) {
  Layer layer(roads, core, rule);
  const auto doors = doors_of_enterprises(parcels, enterprises.size());
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    const auto access = layer.access_of(doors[i]);
    if (!access) {
      layer.note("enterprise " + enterprises[i].id, enterprises[i].name + " lies further than the fibre's reach from a connected street");
      continue;
    }
    NetworkNode node;
    node.id = "N-" + enterprises[i].id;
    node.name = "access of " + enterprises[i].name;
    node.kind = NodeKind::optical_network_unit;
    node.enterprise = Id<Enterprise>(i);
    layer.connect(*access, std::move(node), rule.rate);
  }
  for (auto& site : sites) {
    NetworkNode node;
    node.id = "N-" + site.id;
    node.name = "radio site " + site.id;
    node.kind = NodeKind::radio_unit;
    if (const auto access = layer.access_of({site.position})) {
      site.backhaul = layer.connect(*access, std::move(node), rule.radio_rate);
    } else {
      layer.note("radio site " + site.id, "lies further than the fibre's reach from a connected street and was taken out of service");
      site.operational = false;
    }
  }
  return layer.take();
}

}  // namespace parktwin::importers
