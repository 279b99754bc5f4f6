#pragma once
// IPv6 addresses as an inventory writes them: the text forms of RFC 4291 section 2.2, optionally with a prefix length ("2001:db8::1/64").
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace parktwin::wired::ipv6 {

using Address = std::array<std::uint8_t, 16>;

/// Empty when the text is no IPv6 address.
[[nodiscard]] std::optional<Address> parse_address(const std::string& text);

/// Whether a node elsewhere in the park can reach a node at this address: neither unspecified, loopback, link-local, multicast (RFC 4291
/// section 2.4) nor an IPv4 address in IPv6 form (section 2.5.5). Global and unique local addresses (RFC 4193) are.
[[nodiscard]] bool is_reachable_unicast(const Address& address);

}  // namespace parktwin::wired::ipv6
