#pragma once
// A NetBox inventory from an export (JSON file, or a folder of CSV tables) or from a running NetBox (address of its REST API), as tables
// for a recipe (netbox_tables.h).
#include <filesystem>

#include "importers/netbox/inventory.h"
#include "importers/netbox/netbox_api.h"

namespace parktwin::importers::netbox {

/// `source` is a path, or an address that begins with http:// or https://. Problems name it with the place.
[[nodiscard]] std::optional<ForeignTables> read_netbox(const std::string& source, const ApiOptions& options, Problems& problems);

}  // namespace parktwin::importers::netbox
