#pragma once
// What a data centre can carry, in employees of enterprises at the deepest level of cloud use whose workloads it hosts: every resource's
// demand is proportional to them. Spare servers are kept free (N+1 and more), cores and memory are sold several times over (overcommit).
#include <array>
#include <string_view>

#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/options.h"

namespace parktwin::cloud::data_centre {

enum class Resource { cores, memory, storage, uplink, rack_power };

constexpr auto names_of(Resource) {
  return std::to_array<EnumName<Resource>>({{Resource::cores, "cores"},
                                            {Resource::memory, "memory"},
                                            {Resource::storage, "storage"},
                                            {Resource::uplink, "uplink"},
                                            {Resource::rack_power, "rack_power"}});
}

[[nodiscard]] std::string_view unit_of(Resource resource);

/// Of its uplink, or of its node's links in operation.
[[nodiscard]] double uplink_mbps(const Park& park, const DataCentre& centre);

/// Capacity in the resource's unit: virtual cores, GB, TB, Mbit/s, kW.
[[nodiscard]] double capacity_of(const Park& park, const DataCentre& centre, Resource resource);

/// Demand for it of that many hosted employees, in the busy hour.
[[nodiscard]] double demand_for(const DataCentre& centre, Resource resource, double employees, const Options& options);

/// Power of the servers, all switched on: idle power and a part in proportion to the load of their cores (Fan, Weber, Barroso 2007, Power
/// provisioning for a warehouse-sized computer, ISCA).
[[nodiscard]] double servers_power_kw(const DataCentre& centre, double employees, double utilisation, const Options& options);

}  // namespace parktwin::cloud::data_centre
