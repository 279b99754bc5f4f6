#pragma once
// Unique local IPv6 prefixes (RFC 4193): fd00::/8 followed by a global id of 40 bits that has to be random, so that networks which meet
// later do not clash. Draws such an id, and says of one why it does not look drawn.
#include <cstdint>
#include <optional>
#include <string>

#include "engine/park/ip_address.h"

namespace parktwin::wired::ipv6 {

/// Whether the address lies in fc00::/7.
[[nodiscard]] bool is_unique_local(const IpAddress& address);

/// fdxx:xxxx:xxxx::/48, a function of the seed alone, and never one that looks weak.
[[nodiscard]] IpPrefix random_unique_local_prefix(std::uint64_t seed);

/// Why the 40 bits behind fd do not look random; empty when they do, or when the address is not unique local. A random id is called weak
/// once in about four million.
[[nodiscard]] std::optional<std::string> weakness_of(const IpAddress& address);

}  // namespace parktwin::wired::ipv6
