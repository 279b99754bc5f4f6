#pragma once
// From cables to links: every interface is followed through cables and patch panels (front port, position of the rear port, front port) to
// the interface at the other end. A circuit that ends twice in the inventory is followed as well; one that does not leads to the carrier.
// Cables with several ends on one side (break-out) are not followed.
#include <set>
#include <vector>

#include "importers/netbox/inventory.h"

namespace parktwin::importers::netbox {

struct Link {
  Key from = 0;  ///< interface
  Key to = 0;    ///< interface
  std::vector<Key> cables;
  std::vector<Key> circuits;  ///< it runs over
};

struct CablePaths {
  std::vector<Link> links;      ///< each once, by the lower key of its interfaces
  std::set<Key> carriers;       ///< devices with an interface that ends at a carrier's network
  std::vector<Key> broken_off;  ///< interfaces whose cable ends at a panel, an unconnected port or a break-out
  std::map<Key, int> hops;      ///< of devices, from the nearest carrier; those no carrier reaches are left out
};

[[nodiscard]] CablePaths cable_paths(const Inventory& inventory);

}  // namespace parktwin::importers::netbox
