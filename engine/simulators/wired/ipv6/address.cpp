#include "engine/simulators/wired/ipv6/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace parktwin::wired::ipv6 {
namespace {

bool is_prefix_length(const char* begin, const char* end) {
  int length = 0;
  const auto [stop, error] = std::from_chars(begin, end, length);
  return error == std::errc() && stop == end && length >= 0 && length <= 128;
}

}  // namespace

std::optional<Address> parse_address(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos && !is_prefix_length(text.data() + slash + 1, text.data() + text.size())) return std::nullopt;
  const std::string digits = text.substr(0, slash);
  Address address{};
  if (digits.find('\0') != std::string::npos || inet_pton(AF_INET6, digits.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

bool is_reachable_unicast(const Address& address) {
  const bool ten_zeros = std::all_of(address.begin(), address.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
  const bool holds_ipv4 = ten_zeros && ((address[10] == 0xff && address[11] == 0xff) || (address[10] == 0 && address[11] == 0));
  const bool link_local = address[0] == 0xfe && (address[1] & 0xc0) == 0x80;
  const bool multicast = address[0] == 0xff;
  return !holds_ipv4 && !link_local && !multicast;  // :: and ::1 have the form of IPv4-compatible addresses
}

}  // namespace parktwin::wired::ipv6
