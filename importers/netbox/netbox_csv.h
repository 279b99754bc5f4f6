#pragma once
// NetBox tables as CSV in one folder, with the columns NetBox's import forms and exports share: sites.csv (name, status, tenant, latitude,
// longitude), racks.csv (name, site), devices.csv (name, role, device_type, status, site, rack, tenant), interfaces.csv (device, name,
// type, enabled, speed), front_ports.csv (device, name, rear_port, rear_port_position), rear_ports.csv (device, name), cables.csv
// (side_a_device, side_a_type, side_a_name, side_b_device, side_b_type, side_b_name, type, status, length, length_unit) and prefixes.csv
// (prefix, status, role, site, tenant, vrf). Names stand for keys, so names that others refer to have to be unique; keys are row numbers.
#include <filesystem>

#include "importers/netbox/inventory.h"

namespace parktwin::importers::netbox {

/// devices.csv has to be there, other files may be missing. Problems name file and row.
[[nodiscard]] std::optional<Inventory> read_csv_inventory(const std::filesystem::path& folder, Problems& problems);

}  // namespace parktwin::importers::netbox
