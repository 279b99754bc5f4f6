#pragma once
// How the clients of a service find it, as far as the inventory knows: records of its name, and IPv4 literals among the endpoints that
// clients are configured to call.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/wired_inventory.h"

namespace parktwin::wired::ipv6 {

/// Whether the inventory says anything about the name of the service.
[[nodiscard]] bool knows_name(const NetworkService& service);
/// The name has an IPv4 address (A record) and no IPv6 address (AAAA record).
[[nodiscard]] bool lacks_aaaa_record(const NetworkService& service);

/// Host of "scheme://host:port/path", "[address]:port", "host:port" or a bare host or address.
[[nodiscard]] std::string host_of(std::string_view endpoint);
/// Endpoints whose host is an IPv4 address.
[[nodiscard]] std::vector<std::string> ipv4_literals(const NetworkService& service);

}  // namespace parktwin::wired::ipv6
