#pragma once
// A NetBox inventory as tables for a recipe: sites, racks, devices, interfaces, cables, links and prefixes. A link joins the devices at the
// ends of a chain of cables, the one nearer to a carrier's circuit first; its rate is that of the slower end.
#include "importers/netbox/inventory.h"

namespace parktwin::importers::netbox {

[[nodiscard]] ForeignTables tables_of(const Inventory& inventory);

}  // namespace parktwin::importers::netbox
