#include "importers/netbox/netbox_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/ip_address.h"
#include "importers/netbox/cable_paths.h"

namespace parktwin::importers::netbox {
namespace {

constexpr int out_of_reach = 1 << 20;

std::size_t row_of(Key key) { return static_cast<std::size_t>(key); }

class Tables {
 public:
  explicit Tables(const Inventory& inventory) : in_(inventory), paths_(cable_paths(inventory)) {}

  ForeignTables make() {
    ForeignTables tables;
    tables.push_back(sites());
    tables.push_back(racks());
    tables.push_back(devices());
    tables.push_back(interfaces());
    tables.push_back(cables());
    tables.push_back(links());
    tables.push_back(prefixes());
    return tables;
  }

 private:
  [[nodiscard]] const Site* site_of(std::optional<Key> key) const { return key ? &in_.sites.at(*key) : nullptr; }

  ForeignTable sites() const {
    TableMaker made("sites", {"id", "name", "status", "tenant", "address", "latitude", "longitude"});
    for (const auto& [key, site] : in_.sites) {
      made.add(row_of(key), {key, text_or_null(site.name), text_or_null(site.status), text_or_null(site.tenant), text_or_null(site.address),
                             number_or_null(site.latitude), number_or_null(site.longitude)});
    }
    return made.take();
  }

  ForeignTable racks() const {
    TableMaker made("racks", {"id", "name", "site", "tenant", "latitude", "longitude"});
    for (const auto& [key, rack] : in_.racks) {
      const auto* site = site_of(rack.site);
      made.add(row_of(key), {key, text_or_null(rack.name), text_or_null(site != nullptr ? site->name : ""), text_or_null(rack.tenant),
                             number_or_null(site != nullptr ? site->latitude : std::nullopt),
                             number_or_null(site != nullptr ? site->longitude : std::nullopt)});
    }
    return made.take();
  }

  ForeignTable devices() const {
    TableMaker made("devices", {"id", "name", "role", "type", "status", "site", "rack", "tenant", "ipv4", "ipv6", "latitude", "longitude",
                                "carrier", "hops"});
    for (const auto& [key, device] : in_.devices) {
      const auto* site = site_of(device.site);
      const bool own = device.latitude && device.longitude;
      const auto hops = paths_.hops.find(key);
      made.add(
          row_of(key),
          {key, text_or_null(device.name), text_or_null(device.role), text_or_null(device.type), text_or_null(device.status),
           text_or_null(site != nullptr ? site->name : ""), text_or_null(device.rack ? in_.racks.at(*device.rack).name : ""),
           text_or_null(device.tenant), text_or_null(device.ipv4), text_or_null(device.ipv6),
           number_or_null(own || site == nullptr ? device.latitude : site->latitude),
           number_or_null(own || site == nullptr ? device.longitude : site->longitude), std::int64_t{paths_.carriers.contains(key) ? 1 : 0},
           hops == paths_.hops.end() ? Attribute() : Attribute(std::int64_t{hops->second})});
    }
    return made.take();
  }

  ForeignTable interfaces() const {
    TableMaker made("interfaces", {"id", "name", "device", "device_name", "type", "rate_mbps", "enabled"});
    for (const auto& [key, interface] : in_.interfaces) {
      made.add(row_of(key), {key, text_or_null(interface.name), interface.device, text_or_null(in_.devices.at(interface.device).name),
                             text_or_null(interface.type), number_or_null(interface.rate_mbps), std::int64_t{interface.enabled ? 1 : 0}});
    }
    return made.take();
  }

  /// Device and port of one side of a cable.
  [[nodiscard]] std::pair<std::string, std::string> end_names(const std::vector<CableEnd>& ends) const {
    if (ends.size() != 1) return {"", ends.empty() ? "" : fmt::format("{} ports", ends.size())};
    const auto port = [&](const auto& one) { return std::pair(in_.devices.at(one.device).name, one.name); };
    switch (ends.front().kind) {
      case EndKind::interface:
        return port(in_.interfaces.at(ends.front().key));
      case EndKind::front_port:
        return port(in_.front_ports.at(ends.front().key));
      case EndKind::rear_port:
        return port(in_.rear_ports.at(ends.front().key));
      case EndKind::circuit:
        return {"", fmt::format("circuit termination {}", ends.front().key)};
      case EndKind::other:
        return {"", ""};
    }
    return {"", ""};
  }

  ForeignTable cables() const {
    TableMaker made("cables", {"id", "type", "status", "length_m", "a_device", "a_port", "b_device", "b_port"});
    for (const auto& [key, cable] : in_.cables) {
      const auto a = end_names(cable.ends[0]);
      const auto b = end_names(cable.ends[1]);
      made.add(row_of(key), {key, text_or_null(cable.type), text_or_null(cable.status), number_or_null(cable.length_m),
                             text_or_null(a.first), text_or_null(a.second), text_or_null(b.first), text_or_null(b.second)});
    }
    return made.take();
  }

  [[nodiscard]] int hops_of(Key device) const {
    const auto found = paths_.hops.find(device);
    return found == paths_.hops.end() ? out_of_reach : found->second;
  }

  ForeignTable links() const {
    TableMaker made("links", {"id", "from", "to", "from_name", "to_name", "from_port", "to_port", "cable_type", "interface_type",
                              "rate_mbps", "length_m", "status", "cables", "circuits"});
    for (const auto& link : paths_.links) {
      auto near = in_.interfaces.at(link.from);
      auto far = in_.interfaces.at(link.to);
      if (hops_of(near.device) > hops_of(far.device)) std::swap(near, far);
      std::string type;
      std::string status;
      std::optional<double> length = link.circuits.empty() ? std::optional(0.0) : std::nullopt;
      for (const Key key : link.cables) {
        const auto& cable = in_.cables.at(key);
        if (type.empty()) type = cable.type;
        if (status.empty() || cable.status != "connected") status = cable.status;
        length = length && cable.length_m ? std::optional(*length + *cable.length_m) : std::nullopt;
      }
      auto rate = near.rate_mbps ? near.rate_mbps : far.rate_mbps;
      if (near.rate_mbps && far.rate_mbps) rate = std::min(*near.rate_mbps, *far.rate_mbps);
      made.add(row_of(link.cables.front()),
               {link.cables.front(), near.device, far.device, text_or_null(in_.devices.at(near.device).name),
                text_or_null(in_.devices.at(far.device).name), text_or_null(near.name), text_or_null(far.name), text_or_null(type),
                text_or_null(near.type), number_or_null(rate), number_or_null(length), text_or_null(status),
                static_cast<std::int64_t>(link.cables.size()), static_cast<std::int64_t>(link.circuits.size())});
      if (hops_of(near.device) == out_of_reach)
        made.remark(NoteKind::information, "links no circuit of a carrier reaches stand as the cable names its sides",
                    fmt::format("cable {}", link.cables.front()));
    }
    for (const Key interface : paths_.broken_off) {
      made.remark(
          NoteKind::warning, "cables from an interface that end at no other interface",
          fmt::format("interface {} of {}", in_.interfaces.at(interface).name, in_.devices.at(in_.interfaces.at(interface).device).name));
    }
    return made.take();
  }

  /// The longest other prefix of the same routing table that holds it; of equal ones the one with the lower key.
  [[nodiscard]] std::optional<Key> parent_of(Key key, const IpPrefix& own) const {
    std::optional<Key> best;
    int length = -1;
    for (const auto& [other, candidate] : in_.prefixes) {
      const auto theirs = parse_ip_prefix(candidate.prefix);
      if (other == key || !theirs || candidate.vrf != in_.prefixes.at(key).vrf || !contains(*theirs, own)) continue;
      if (theirs->length > length && (theirs->length < own.length || other < key)) {
        best = other;
        length = theirs->length;
      }
    }
    return best;
  }

  ForeignTable prefixes() const {
    TableMaker made("prefixes", {"id", "prefix", "family", "status", "role", "site", "tenant", "vrf", "parent"});
    for (const auto& [key, prefix] : in_.prefixes) {
      const auto parsed = parse_ip_prefix(prefix.prefix);
      std::string family;
      std::optional<Key> parent;
      if (parsed) {
        family = parsed->family() == IpFamily::ipv4 ? "ipv4" : "ipv6";
        parent = parent_of(key, *parsed);
      } else {
        made.remark(NoteKind::warning, "prefixes that are none", fmt::format("prefix {}: {}", key, prefix.prefix));
      }
      made.add(row_of(key), {key, parsed ? Attribute(prefix.prefix) : Attribute(), text_or_null(family), text_or_null(prefix.status),
                             text_or_null(prefix.role), text_or_null(prefix.site), text_or_null(prefix.tenant), text_or_null(prefix.vrf),
                             parent ? Attribute(*parent) : Attribute()});
    }
    return made.take();
  }

  const Inventory& in_;
  CablePaths paths_;
};

}  // namespace

ForeignTables tables_of(const Inventory& inventory) { return Tables(inventory).make(); }

}  // namespace parktwin::importers::netbox
