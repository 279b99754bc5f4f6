#include "importers/netbox/cable_paths.h"

#include <algorithm>
#include <deque>

namespace parktwin::importers::netbox {
namespace {

struct Plug {
  Key cable = 0;
  int side = 0;
};

class Tracer {
 public:
  explicit Tracer(const Inventory& inventory) : inventory_(inventory) {
    for (const auto& [key, cable] : inventory.cables) {
      for (int side = 0; side < 2; ++side) {
        for (const auto& end : cable.ends[side]) plugs_.emplace(end, Plug{key, side});
      }
    }
    for (const auto& [key, port] : inventory.front_ports) before_.emplace(std::pair(port.rear_port, port.position), key);
  }

  CablePaths run() {
    for (const auto& [key, interface] : inventory_.interfaces) {
      if (plugs_.contains({EndKind::interface, key})) follow(key);
    }
    count_hops();
    return std::move(made_);
  }

 private:
  void follow(Key interface) {
    Link link{interface, 0, {}, {}};
    CableEnd at{EndKind::interface, interface};
    std::vector<int> positions;  // of the rear ports the path is behind
    while (true) {
      const auto plug = plugs_.find(at);
      if (plug == plugs_.end()) return end_of(at, interface);
      const Key cable = plug->second.cable;
      const bool again = std::find(link.cables.begin(), link.cables.end(), cable) != link.cables.end();
      const auto& ends = inventory_.cables.at(cable).ends;
      if (again || ends[0].size() != 1 || ends[1].size() != 1) return made_.broken_off.push_back(interface);
      link.cables.push_back(cable);
      const CableEnd there = ends[1 - plug->second.side].front();
      if (there.kind == EndKind::interface) {
        link.to = there.key;
        if (interface < link.to) made_.links.push_back(std::move(link));
        return;
      }
      const auto next = through(there, positions, link);
      if (!next) return end_of(there, interface);
      at = *next;
    }
  }

  /// A path that goes no further: at a circuit the carrier is there, anywhere else it is broken off.
  void end_of(const CableEnd& end, Key interface) {
    if (end.kind == EndKind::circuit) {
      made_.carriers.insert(inventory_.interfaces.at(interface).device);
    } else {
      made_.broken_off.push_back(interface);
    }
  }

  /// Where a path leaves a panel or a circuit it has come into.
  std::optional<CableEnd> through(const CableEnd& end, std::vector<int>& positions, Link& link) const {
    if (end.kind == EndKind::front_port) {
      const auto& port = inventory_.front_ports.at(end.key);
      positions.push_back(port.position);
      return CableEnd{EndKind::rear_port, port.rear_port};
    }
    if (end.kind == EndKind::rear_port) {
      if (positions.empty()) return std::nullopt;
      const auto front = before_.find({end.key, positions.back()});
      if (front == before_.end()) return std::nullopt;
      positions.pop_back();
      return CableEnd{EndKind::front_port, front->second};
    }
    const auto own = inventory_.circuit_ends.find(end.key);
    if (end.kind != EndKind::circuit || own == inventory_.circuit_ends.end()) return std::nullopt;
    const auto other = std::find_if(inventory_.circuit_ends.begin(), inventory_.circuit_ends.end(), [&](const auto& one) {
      return one.first != end.key && one.second.circuit == own->second.circuit && !one.second.in_provider_network;
    });
    if (other == inventory_.circuit_ends.end()) return std::nullopt;
    link.circuits.push_back(own->second.circuit);
    return CableEnd{EndKind::circuit, other->first};
  }

  void count_hops() {
    std::map<Key, std::vector<Key>> beside;
    for (const auto& link : made_.links) {
      const Key a = inventory_.interfaces.at(link.from).device;
      const Key b = inventory_.interfaces.at(link.to).device;
      beside[a].push_back(b);
      beside[b].push_back(a);
    }
    std::deque<Key> open;
    for (const Key carrier : made_.carriers) {
      made_.hops[carrier] = 0;
      open.push_back(carrier);
    }
    while (!open.empty()) {
      const Key device = open.front();
      open.pop_front();
      for (const Key next : beside[device]) {
        if (made_.hops.emplace(next, made_.hops[device] + 1).second) open.push_back(next);
      }
    }
  }

  const Inventory& inventory_;
  std::map<CableEnd, Plug> plugs_;
  std::map<std::pair<Key, int>, Key> before_;
  CablePaths made_;
};

}  // namespace

CablePaths cable_paths(const Inventory& inventory) { return Tracer(inventory).run(); }

}  // namespace parktwin::importers::netbox
