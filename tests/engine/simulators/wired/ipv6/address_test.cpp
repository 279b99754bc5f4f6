#include "engine/simulators/wired/ipv6/address.h"

#include <gtest/gtest.h>

namespace parktwin::wired::ipv6 {
namespace {

TEST(ParseAddress, ReadsTheTextFormsOfRfc4291Section2_2) {
  const Address full = {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0x08, 0x08, 0, 0x20, 0x0c, 0x41, 0x7a};
  EXPECT_EQ(parse_address("2001:DB8:0:0:8:800:200C:417A"), full);
  EXPECT_EQ(parse_address("2001:DB8::8:800:200C:417A"), full);
  EXPECT_EQ(parse_address("2001:db8::8:800:200c:417a/64"), full);
  EXPECT_EQ(parse_address("::"), Address{});
  EXPECT_EQ(parse_address("0:0:0:0:0:0:13.1.68.3"), parse_address("::13.1.68.3"));
}

TEST(ParseAddress, RefusesWhatIsNoIpv6Address) {
  for (const std::string text : {"", "10.0.0.1", "2001:db8", "2001:db8:::1", "2001:db8::12345", "2001:db8::1/129", "2001:db8::1/-1",
                                 "2001:db8::1/", "2001:db8::1/64x", "fe80::1%eth0", "router-1", " ::1"}) {
    EXPECT_FALSE(parse_address(text).has_value()) << text;
  }
  EXPECT_FALSE(parse_address(std::string("::1\0x", 5)).has_value());
}

TEST(IsReachableUnicast, AcceptsGlobalAndUniqueLocalAddressesOnly) {
  for (const std::string text : {"2001:db8::1", "2400:3200::1", "fd12:3456:789a:1::1", "fc00::1", "fec0::1", "64:ff9b::a00:1"}) {
    EXPECT_TRUE(is_reachable_unicast(parse_address(text).value())) << text;
  }
  for (const std::string text : {"::", "::1", "fe80::1", "febf::1", "ff02::1", "::ffff:10.0.0.1", "::10.0.0.1"}) {
    EXPECT_FALSE(is_reachable_unicast(parse_address(text).value())) << text;
  }
}

}  // namespace
}  // namespace parktwin::wired::ipv6
