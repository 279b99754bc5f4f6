#include "engine/simulators/cloud/data_centre/capacity.h"

#include <algorithm>

namespace parktwin::cloud::data_centre {

std::string_view unit_of(Resource resource) {
  switch (resource) {
    case Resource::cores:
      return "virtual cores";
    case Resource::memory:
      return "GB";
    case Resource::storage:
      return "TB";
    case Resource::uplink:
      return "Mbit/s";
    case Resource::rack_power:
      return "kW";
  }
  return "";
}

double uplink_mbps(const Park& park, const DataCentre& centre) {
  if (centre.uplink) return centre.uplink->value();
  double sum = 0.0;
  for (const auto& link : *park.network_links) {
    if (!link.operational || !centre.node.valid()) continue;
    if (link.from == centre.node) sum += link.rate_down.value();
    if (link.to == centre.node) sum += link.rate_up.value();
  }
  return sum;
}

double capacity_of(const Park& park, const DataCentre& centre, Resource resource) {
  const double in_use = std::max(0, centre.servers - centre.spare_servers);
  switch (resource) {
    case Resource::cores:
      return in_use * centre.cores_per_server * centre.virtual_cores_per_core;
    case Resource::memory:
      return in_use * centre.memory_per_server_gb * centre.memory_overcommit;
    case Resource::storage:
      return centre.storage_tb;
    case Resource::uplink:
      return uplink_mbps(park, centre);
    case Resource::rack_power:
      return centre.racks * centre.rack_power.value();
  }
  return 0.0;
}

double demand_for(const DataCentre& centre, Resource resource, double employees, const Options& options) {
  switch (resource) {
    case Resource::cores:
      return employees * options.virtual_cores_per_employee;
    case Resource::memory:
      return employees * options.virtual_cores_per_employee * options.memory_per_virtual_core_gb;
    case Resource::storage:
      return 1e-3 * employees * options.storage_per_employee_gb;
    case Resource::uplink:
      return 1e-3 * employees * options.egress_per_employee_kbps;
    case Resource::rack_power:
      return servers_power_kw(centre, employees, options.busy_utilisation, options);
  }
  return 0.0;
}

double servers_power_kw(const DataCentre& centre, double employees, double utilisation, const Options& options) {
  const double cores = static_cast<double>(centre.servers) * centre.cores_per_server;
  const double load = std::min(1.0, employees * options.virtual_cores_per_employee * utilisation / cores);
  return 1e-3 * centre.servers * (centre.server_idle_w + (centre.server_full_w - centre.server_idle_w) * load);
}

}  // namespace parktwin::cloud::data_centre
