#include "engine/simulators/wired/ipv6/unique_local.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "engine/core/random.h"

namespace parktwin::wired::ipv6 {
namespace {

std::optional<std::string> weakness(const std::string& text) { return weakness_of(parse_ip_address(text).value()); }

TEST(UniqueLocal, IdsThatNobodyDrewAreWeak) {
  for (const std::string text : {"fd00::1", "fd00:0:1::", "fd00:0:ffff::1", "fd12:3400::1", "fdaa:aaaa:aaaa::", "fdab:abab:abab::1",
                                 "fd01:2345:6789::1", "fd98:7654:3210::", "fc12:3456:789b::1"}) {
    EXPECT_TRUE(weakness(text)) << text;
  }
  EXPECT_EQ(weakness("fd00::1"), "its 40 random bits are all zero");
  for (const std::string text : {"fd12:3456:789c::1", "fdf3:5c84:c6b5::1", "2001:db8::1", "fe80::1", "10.0.0.1"}) {
    EXPECT_FALSE(weakness(text)) << text;
  }
  EXPECT_TRUE(is_unique_local(parse_ip_address("fc00::").value()));
  EXPECT_FALSE(is_unique_local(parse_ip_address("fe00::").value()));
}

TEST(UniqueLocal, RandomIdsAreNotCalledWeak) {
  const RandomSequence random(9, 9, 9);
  std::uint32_t draw = 0;
  for (int round = 0; round < 20000; ++round) {
    IpAddress address;
    address.bytes[0] = 0xfd;
    for (std::size_t i = 1; i <= 5; ++i) address.bytes[i] = static_cast<std::uint8_t>(random.below(draw++, 256));
    EXPECT_FALSE(weakness_of(address)) << to_text(address);
  }
}

// RFC 4193 section 3: fd, 40 random bits; each bit is set about half of the time over seeds.
TEST(UniqueLocal, IsDrawnFromTheSeed) {
  std::set<IpPrefix> drawn;
  std::array<int, 48> set{};
  constexpr int seeds = 2000;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const IpPrefix prefix = random_unique_local_prefix(seed);
    EXPECT_EQ(prefix, random_unique_local_prefix(seed));
    EXPECT_EQ(prefix.length, 48);
    EXPECT_EQ(prefix.network(), prefix);
    EXPECT_EQ(prefix.address.bytes[0], 0xfd);
    EXPECT_FALSE(weakness_of(prefix.address));
    drawn.insert(prefix);
    for (int i = 0; i < 48; ++i) set[static_cast<std::size_t>(i)] += static_cast<int>(bits_of(prefix.address, i, 1));
  }
  EXPECT_EQ(drawn.size(), static_cast<std::size_t>(seeds));
  for (std::size_t i = 8; i < 48; ++i) EXPECT_NEAR(set[i], seeds / 2, 120) << i;  // five standard deviations
}

}  // namespace
}  // namespace parktwin::wired::ipv6
