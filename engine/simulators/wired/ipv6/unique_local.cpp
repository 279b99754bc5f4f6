#include "engine/simulators/wired/ipv6/unique_local.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/core/random.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr std::uint32_t unique_local_stream = 0x756c61;  // "ula"

std::array<int, 10> digits_of(std::uint64_t global_id) {
  std::array<int, 10> digits{};
  for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = static_cast<int>((global_id >> (36 - 4 * i)) & 0xfU);
  return digits;
}

bool equal_steps(const std::array<int, 10>& digits) {
  for (std::size_t i = 2; i < digits.size(); ++i) {
    if ((digits[i] - digits[i - 1] - digits[1] + digits[0]) % 16 != 0) return false;
  }
  return true;
}

}  // namespace

bool is_unique_local(const IpAddress& address) { return address.family == IpFamily::ipv6 && (address.bytes[0] & 0xfe) == 0xfc; }

IpPrefix random_unique_local_prefix(std::uint64_t seed) {
  const RandomSequence random(seed, unique_local_stream, 0);
  IpPrefix prefix{{}, 48};
  prefix.address = with_bits(prefix.address, 0, 8, 0xfd);
  std::uint32_t draw = 0;
  do {
    for (int byte = 1; byte <= 5; ++byte) prefix.address = with_bits(prefix.address, 8 * byte, 8, random.below(draw++, 256));
  } while (weakness_of(prefix.address));
  return prefix;
}

std::optional<std::string> weakness_of(const IpAddress& address) {
  if (!is_unique_local(address)) return std::nullopt;
  if (address.bytes[0] == 0xfc) return "fc00::/8 is not defined; locally drawn ids begin with fd";
  const std::uint64_t global_id = bits_of(address, 8, 40);
  const auto digits = digits_of(global_id);
  const std::set<int> different(digits.begin(), digits.end());
  if (global_id == 0) return "its 40 random bits are all zero";
  if (global_id < 0x10000) return "its 40 random bits are a small number";
  if ((global_id & 0xffffffU) == 0) return "the last 24 of its 40 random bits are zero";
  if (different.size() <= 2) return "its 40 random bits repeat a pattern";
  if (equal_steps(digits)) return "its 40 random bits are counted up or down";
  return std::nullopt;
}

}  // namespace parktwin::wired::ipv6
