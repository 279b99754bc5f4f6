#pragma once
// The parts of a NetBox inventory that a park's network is made of, with references by key. Field names as in NetBox 3.6 and 4.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "importers/foreign_tables/foreign_tables.h"
#include "importers/netbox/netbox_objects.h"

namespace parktwin::importers::netbox {

struct Site {
  std::string name;
  std::string status;
  std::string address;
  std::string tenant;
  std::optional<double> latitude;
  std::optional<double> longitude;
};

struct Rack {
  std::string name;
  std::optional<Key> site;
  std::string tenant;
};

struct Device {
  std::string name;
  std::string role;
  std::string type;
  std::string status;
  std::string tenant;
  std::optional<Key> site;
  std::optional<Key> rack;
  std::optional<double> latitude;  ///< its own, from NetBox 3.7 on
  std::optional<double> longitude;
  std::string ipv4;
  std::string ipv6;
};

struct Interface {
  Key device = 0;
  std::string name;
  std::string type;
  std::optional<double> rate_mbps;  ///< as configured, else by its type
  bool enabled = true;
};

/// Front ports of a patch panel stand before a position of a rear port.
struct FrontPort {
  Key device = 0;
  std::string name;
  Key rear_port = 0;
  int position = 1;
};

struct RearPort {
  Key device = 0;
  std::string name;
};

enum class EndKind { interface, front_port, rear_port, circuit, other };

struct CableEnd {
  EndKind kind = EndKind::other;
  Key key = 0;
  friend auto operator<=>(const CableEnd&, const CableEnd&) = default;
};

struct Cable {
  std::string type;
  std::string status;
  std::optional<double> length_m;
  std::array<std::vector<CableEnd>, 2> ends;
};

/// One end of a carrier's circuit; it may come back into the inventory at the other end.
struct CircuitEnd {
  Key circuit = 0;
  bool in_provider_network = false;
};

struct Prefix {
  std::string prefix;
  std::string status;
  std::string role;
  std::string site;
  std::string tenant;
  std::string vrf;
};

struct Inventory {
  std::map<Key, Site> sites;
  std::map<Key, Rack> racks;
  std::map<Key, Device> devices;
  std::map<Key, Interface> interfaces;
  std::map<Key, FrontPort> front_ports;
  std::map<Key, RearPort> rear_ports;
  std::map<Key, CircuitEnd> circuit_ends;
  std::map<Key, Cable> cables;
  std::map<Key, Prefix> prefixes;
};

/// Problems: fields of another type than NetBox gives them, references to objects that are not there.
[[nodiscard]] std::optional<Inventory> inventory_of(const Objects& objects, Problems& problems);

/// Mbit/s of an interface type such as "10gbase-x-sfpp"; none where the type has no rate of its own (virtual, lag).
[[nodiscard]] std::optional<double> rate_of_type(const std::string& type);

}  // namespace parktwin::importers::netbox
