#include "engine/park/ip_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/core/check.h"

namespace parktwin {
namespace {

std::optional<int> parse_length(std::string_view digits, int most) {
  int length = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc() || stop != digits.data() + digits.size() || length < 0 || length > most) return std::nullopt;
  return length;
}

bool bit(const IpAddress& address, int position) {
  return ((address.bytes[static_cast<std::size_t>(position / 8)] >> (7 - position % 8)) & 1) != 0;
}

std::string ipv4_text(const IpAddress& address) {
  return fmt::format("{}.{}.{}.{}", address.bytes[0], address.bytes[1], address.bytes[2], address.bytes[3]);
}

struct Run {
  int first = 0;
  int length = 0;
};

/// Longest run of zero fields, the first of equal ones.
Run longest_zero_run(const std::array<std::uint32_t, 8>& fields) {
  Run best;
  Run run;
  for (int i = 0; i < 8; ++i) {
    run = fields[static_cast<std::size_t>(i)] != 0 ? Run{i + 1, 0} : Run{run.first, run.length + 1};
    if (run.length > best.length) best = run;
  }
  return best;
}

std::string ipv6_text(const IpAddress& address) {
  std::array<std::uint32_t, 8> fields{};
  for (std::size_t i = 0; i < 8; ++i) fields[i] = (std::uint32_t{address.bytes[2 * i]} << 8U) | address.bytes[2 * i + 1];
  const Run zeros = longest_zero_run(fields);
  std::string text;
  for (int i = 0; i < 8; ++i) {
    if (zeros.length >= 2 && i == zeros.first) {
      text += "::";
      i += zeros.length - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    text += fmt::format("{:x}", fields[static_cast<std::size_t>(i)]);
  }
  return text;
}

}  // namespace

IpPrefix IpPrefix::network() const {
  IpPrefix result = *this;
  for (int position = length; position < address_bits(family()); ++position) {
    result.address.bytes[static_cast<std::size_t>(position / 8)] &= static_cast<std::uint8_t>(~(0x80U >> (position % 8)));
  }
  return result;
}

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  const std::string terminated(text);
  if (terminated.find('\0') != std::string::npos) return std::nullopt;
  IpAddress address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
  address = IpAddress{IpFamily::ipv4, {}};
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

std::optional<IpPrefix> parse_ip_prefix(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto address = parse_ip_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  const auto length = parse_length(text.substr(slash + 1), address_bits(address->family));
  if (!length) return std::nullopt;
  return IpPrefix{*address, *length};
}

std::optional<IpAddress> parse_interface_address(std::string_view text) {
  if (text.find('/') == std::string_view::npos) return parse_ip_address(text);
  const auto prefix = parse_ip_prefix(text);
  return prefix ? std::optional(prefix->address) : std::nullopt;
}

std::string to_text(const IpAddress& address) { return address.family == IpFamily::ipv4 ? ipv4_text(address) : ipv6_text(address); }

std::string to_text(const IpPrefix& prefix) { return fmt::format("{}/{}", to_text(prefix.address), prefix.length); }

std::vector<std::string> space_separated(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = text.find_first_not_of(' '); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(' ', end);
  }
  return parts;
}

bool contains(const IpPrefix& prefix, const IpAddress& address) {
  if (prefix.family() != address.family) return false;
  const auto whole = static_cast<std::size_t>(prefix.length / 8);
  const auto& base = prefix.address.bytes;
  if (!std::equal(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(whole), address.bytes.begin())) return false;
  for (int position = prefix.length / 8 * 8; position < prefix.length; ++position) {
    if (bit(prefix.address, position) != bit(address, position)) return false;
  }
  return true;
}

bool contains(const IpPrefix& outer, const IpPrefix& inner) { return outer.length <= inner.length && contains(outer, inner.address); }

bool overlap(const IpPrefix& a, const IpPrefix& b) { return contains(a, b) || contains(b, a); }

std::uint64_t bits_of(const IpAddress& address, int from, int count) {
  PARKTWIN_CHECK(from >= 0 && count >= 0 && count <= 64 && from + count <= 128, "bits outside an address");
  std::uint64_t value = 0;
  for (int position = from; position < from + count; ++position) value = (value << 1U) | (bit(address, position) ? 1U : 0U);
  return value;
}

IpAddress with_bits(IpAddress address, int from, int count, std::uint64_t value) {
  PARKTWIN_CHECK(from >= 0 && count >= 0 && count <= 64 && from + count <= 128, "bits outside an address");
  for (int position = from + count - 1; position >= from; --position) {
    auto& byte = address.bytes[static_cast<std::size_t>(position / 8)];
    const auto mask = static_cast<std::uint8_t>(0x80U >> (position % 8));
    byte = (value & 1U) != 0 ? static_cast<std::uint8_t>(byte | mask) : static_cast<std::uint8_t>(byte & ~mask);
    value >>= 1U;
  }
  return address;
}

bool is_reachable_unicast(const IpAddress& address) {
  const auto& bytes = address.bytes;
  if (address.family != IpFamily::ipv6) return false;
  const bool ten_zeros = std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
  const bool holds_ipv4 = ten_zeros && ((bytes[10] == 0xff && bytes[11] == 0xff) || (bytes[10] == 0 && bytes[11] == 0));
  const bool multicast = bytes[0] == 0xff;
  return !holds_ipv4 && !is_link_local(address) && !multicast;  // :: and ::1 have the form of IPv4-compatible addresses
}

bool is_link_local(const IpAddress& address) {
  const auto& bytes = address.bytes;
  return address.family == IpFamily::ipv6 ? bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80 : bytes[0] == 169 && bytes[1] == 254;
}

}  // namespace parktwin
