#pragma once
// IPv4 and IPv6 addresses and prefixes as an inventory writes them: the text forms of RFC 4291 section 2.2 and dotted decimals, compared by
// their bits, written back in the one form of RFC 5952.
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin {

enum class IpFamily { ipv4, ipv6 };

constexpr auto names_of(IpFamily) { return std::to_array<EnumName<IpFamily>>({{IpFamily::ipv4, "ipv4"}, {IpFamily::ipv6, "ipv6"}}); }

[[nodiscard]] constexpr int address_bits(IpFamily family) { return family == IpFamily::ipv4 ? 32 : 128; }

struct IpAddress {
  IpFamily family = IpFamily::ipv6;
  std::array<std::uint8_t, 16> bytes{};  ///< an IPv4 address in the first four, the others zero

  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

/// Addresses that share the first `length` bits with `address`; what `network()` gives has no others set.
struct IpPrefix {
  IpAddress address;
  int length = 0;

  friend auto operator<=>(const IpPrefix&, const IpPrefix&) = default;
  [[nodiscard]] IpFamily family() const { return address.family; }
  /// The same prefix with all bits beyond its length zero.
  [[nodiscard]] IpPrefix network() const;
};

/// Empty when the text is no address.
[[nodiscard]] std::optional<IpAddress> parse_ip_address(std::string_view text);
/// An address with a length behind a slash; bits beyond the length may be set.
[[nodiscard]] std::optional<IpPrefix> parse_ip_prefix(std::string_view text);
/// The address of an interface, with or without the length of its prefix: "2001:db8::1/64".
[[nodiscard]] std::optional<IpAddress> parse_interface_address(std::string_view text);

/// RFC 5952 for IPv6: lower case, no leading zeros, the longest run of zero fields shortened (the first of equal ones, never a single
/// field).
[[nodiscard]] std::string to_text(const IpAddress& address);
[[nodiscard]] std::string to_text(const IpPrefix& prefix);

/// The parts of a text between spaces.
[[nodiscard]] std::vector<std::string> space_separated(std::string_view text);

[[nodiscard]] bool contains(const IpPrefix& prefix, const IpAddress& address);
/// Whether every address of `inner` lies in `outer`; equal prefixes contain each other.
[[nodiscard]] bool contains(const IpPrefix& outer, const IpPrefix& inner);
/// Prefixes either contain one another or have nothing in common.
[[nodiscard]] bool overlap(const IpPrefix& a, const IpPrefix& b);

/// Bits `from` to `from + count` counted from the most significant, as a number. Precondition: count <= 64.
[[nodiscard]] std::uint64_t bits_of(const IpAddress& address, int from, int count);
/// The address with those bits replaced.
[[nodiscard]] IpAddress with_bits(IpAddress address, int from, int count, std::uint64_t value);

/// Whether a node elsewhere in the park can reach a node at this IPv6 address: neither unspecified, loopback, link-local, multicast (RFC
/// 4291 section 2.4) nor an IPv4 address in IPv6 form (section 2.5.5). Global and unique local addresses (RFC 4193) are.
[[nodiscard]] bool is_reachable_unicast(const IpAddress& address);
/// Addresses that hold on one link only and may repeat elsewhere: fe80::/10 (RFC 4291) and 169.254.0.0/16 (RFC 3927).
[[nodiscard]] bool is_link_local(const IpAddress& address);

}  // namespace parktwin
