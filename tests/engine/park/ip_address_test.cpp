#include "engine/park/ip_address.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin {
namespace {

IpAddress address(const std::string& text) { return parse_ip_address(text).value(); }
IpPrefix prefix(const std::string& text) { return parse_ip_prefix(text).value(); }

TEST(IpAddress, ReadsTheTextFormsOfRfc4291Section2_2) {
  const IpAddress full{IpFamily::ipv6, {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0x08, 0x08, 0, 0x20, 0x0c, 0x41, 0x7a}};
  EXPECT_EQ(address("2001:DB8:0:0:8:800:200C:417A"), full);
  EXPECT_EQ(address("2001:DB8::8:800:200C:417A"), full);
  EXPECT_EQ(parse_interface_address("2001:db8::8:800:200c:417a/64"), full);
  EXPECT_EQ(address("::"), IpAddress{});
  EXPECT_EQ(address("0:0:0:0:0:0:13.1.68.3"), address("::13.1.68.3"));
  EXPECT_EQ(address("192.0.2.33"), (IpAddress{IpFamily::ipv4, {192, 0, 2, 33}}));
  EXPECT_EQ(parse_interface_address("192.0.2.33/24"), address("192.0.2.33"));
}

TEST(IpAddress, RefusesWhatIsNone) {
  for (const std::string text : {"", "2001:db8", "2001:db8:::1", "2001:db8::12345", "fe80::1%eth0", "router-1", " ::1", "10.0.0",
                                 "10.0.0.256", "010.0.0.1", "10.0.0.1.1"}) {
    EXPECT_FALSE(parse_ip_address(text)) << text;
    EXPECT_FALSE(parse_interface_address(text)) << text;
  }
  for (const std::string text :
       {"2001:db8::1", "2001:db8::1/129", "2001:db8::1/-1", "2001:db8::1/", "2001:db8::1/64x", "10.0.0.0/33", "/8"}) {
    EXPECT_FALSE(parse_ip_prefix(text)) << text;
  }
  EXPECT_FALSE(parse_ip_address(std::string("::1\0x", 5)));
}

// RFC 5952, section 4, whose every rule has such an example.
TEST(IpAddress, IsWrittenInTheOneFormOfRfc5952) {
  EXPECT_EQ(to_text(address("2001:0db8::0001")), "2001:db8::1");
  EXPECT_EQ(to_text(address("2001:db8:0:0:0:0:2:1")), "2001:db8::2:1");
  EXPECT_EQ(to_text(address("2001:db8:0:1:1:1:1:1")), "2001:db8:0:1:1:1:1:1");
  EXPECT_EQ(to_text(address("2001:0:0:1:0:0:0:1")), "2001:0:0:1::1");
  EXPECT_EQ(to_text(address("2001:db8:0:0:1:0:0:1")), "2001:db8::1:0:0:1");
  EXPECT_EQ(to_text(address("2001:DB8::AaAa")), "2001:db8::aaaa");
  EXPECT_EQ(to_text(address("2001:db8:0:0:0:0:0:0")), "2001:db8::");
  EXPECT_EQ(to_text(address("0:0:0:0:0:0:0:0")), "::");
  EXPECT_EQ(to_text(address("0:0:0:0:0:0:0:1")), "::1");
  EXPECT_EQ(to_text(address("192.0.2.33")), "192.0.2.33");
  EXPECT_EQ(to_text(prefix("2001:db8:0:0::/56")), "2001:db8::/56");
}

TEST(IpAddress, TextsGiveTheAddressBack) {
  const RandomSequence random(1, 1, 1);
  std::uint32_t draw = 0;
  for (int round = 0; round < 2000; ++round) {
    IpAddress drawn{round % 4 == 0 ? IpFamily::ipv4 : IpFamily::ipv6, {}};
    for (std::size_t i = 0; i < (round % 4 == 0 ? 4U : 16U); ++i) {
      drawn.bytes[i] = random.below(draw++, 2) == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(random.below(draw++, 256));
    }
    EXPECT_EQ(parse_ip_address(to_text(drawn)), drawn) << to_text(drawn);
  }
}

bool slow_bit(const IpAddress& of, int position) {
  return ((of.bytes.at(static_cast<std::size_t>(position) / 8) >> (7 - position % 8)) & 1) == 1;
}

TEST(IpPrefix, HoldsWhatSharesItsBits) {
  const RandomSequence random(2, 1, 1);
  std::uint32_t draw = 0;
  int inside = 0;
  for (int round = 0; round < 4000; ++round) {
    IpAddress a;
    IpAddress b;
    for (std::size_t i = 0; i < 2; ++i) {
      a.bytes[i] = static_cast<std::uint8_t>(random.below(draw++, 256));
      b.bytes[i] = random.below(draw++, 3) > 0 ? a.bytes[i] : static_cast<std::uint8_t>(random.below(draw++, 256));
    }
    const IpPrefix p = IpPrefix{a, static_cast<int>(random.below(draw++, 20))}.network();
    bool shared = true;
    for (int i = 0; i < p.length; ++i) shared = shared && slow_bit(a, i) == slow_bit(b, i);
    EXPECT_EQ(contains(p, b), shared);
    for (int i = 0; i < 128; ++i) EXPECT_EQ(slow_bit(p.address, i), i < p.length && slow_bit(a, i));
    inside += shared ? 1 : 0;
  }
  EXPECT_GT(inside, 500);
  EXPECT_LT(inside, 3500);
  EXPECT_FALSE(contains(prefix("::/0"), address("192.0.2.1")));
  EXPECT_TRUE(contains(prefix("2001:db8::/32"), prefix("2001:db8:5::/48")));
  EXPECT_FALSE(contains(prefix("2001:db8:5::/48"), prefix("2001:db8::/32")));
  EXPECT_TRUE(overlap(prefix("2001:db8:5::/48"), prefix("2001:db8::/32")));
  EXPECT_FALSE(overlap(prefix("2001:db8:5::/48"), prefix("2001:db8:6::/48")));
}

TEST(IpAddress, BitsAreReadAndReplaced) {
  const IpAddress base = address("2001:db8::");
  EXPECT_EQ(to_text(with_bits(base, 48, 8, 0x5a)), "2001:db8:0:5a00::");
  EXPECT_EQ(to_text(with_bits(base, 64, 64, 1)), "2001:db8::1");
  EXPECT_EQ(bits_of(address("2001:db8:0:5a00::"), 48, 8), 0x5aU);
  EXPECT_EQ(bits_of(base, 0, 32), 0x20010db8U);
  EXPECT_EQ(with_bits(with_bits(base, 3, 9, 0x1ff), 3, 9, bits_of(base, 3, 9)), base);
}

TEST(IpAddress, ReachableUnicastIsGlobalOrUniqueLocal) {
  for (const std::string text : {"2001:db8::1", "2400:3200::1", "fd12:3456:789a:1::1", "fc00::1", "fec0::1", "64:ff9b::a00:1"}) {
    EXPECT_TRUE(is_reachable_unicast(address(text))) << text;
  }
  for (const std::string text : {"::", "::1", "fe80::1", "febf::1", "ff02::1", "::ffff:10.0.0.1", "::10.0.0.1", "10.0.0.1"}) {
    EXPECT_FALSE(is_reachable_unicast(address(text))) << text;
  }
  EXPECT_TRUE(is_link_local(address("169.254.3.4")));
  EXPECT_FALSE(is_link_local(address("169.253.3.4")));
}

TEST(IpAddress, WordsStandBetweenSpaces) {
  EXPECT_EQ(space_separated("  a bc   d "), (std::vector<std::string>{"a", "bc", "d"}));
  EXPECT_TRUE(space_separated("").empty());
  EXPECT_TRUE(space_separated("  ").empty());
}

}  // namespace
}  // namespace parktwin
