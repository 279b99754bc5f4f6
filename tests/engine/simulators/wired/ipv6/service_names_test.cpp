#include "engine/simulators/wired/ipv6/service_names.h"

#include <gtest/gtest.h>

namespace parktwin::wired::ipv6 {
namespace {

TEST(ServiceNames, HostOfWhatClientsCall) {
  EXPECT_EQ(host_of("rtsp://10.20.0.15:554/stream/1"), "10.20.0.15");
  EXPECT_EQ(host_of("https://park.example/login"), "park.example");
  EXPECT_EQ(host_of("park.example:123"), "park.example");
  EXPECT_EQ(host_of("[2001:db8::1]:80"), "2001:db8::1");
  EXPECT_EQ(host_of("http://[2001:db8::1"), "2001:db8::1");
  EXPECT_EQ(host_of("2001:db8::1"), "2001:db8::1");
  EXPECT_EQ(host_of("10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(host_of(""), "");
}

TEST(ServiceNames, LiteralsAreIpv4AddressesOnly) {
  NetworkService service;
  service.endpoints = "park.example:80 10.0.0.1:80  [2001:db8::1]:80 http://192.0.2.9/x 10.0.0";
  EXPECT_EQ(ipv4_literals(service), (std::vector<std::string>{"10.0.0.1:80", "http://192.0.2.9/x"}));
  EXPECT_TRUE(ipv4_literals(NetworkService()).empty());
}

TEST(ServiceNames, AGapIsAnARecordWithoutAnAaaaRecord) {
  NetworkService service;
  EXPECT_FALSE(knows_name(service));
  EXPECT_FALSE(lacks_aaaa_record(service));
  service.dns_name = "park.example";
  EXPECT_TRUE(knows_name(service));
  EXPECT_FALSE(lacks_aaaa_record(service));
  service.a_record = "10.0.0.1";
  EXPECT_TRUE(lacks_aaaa_record(service));
  service.aaaa_record = "2001:db8::1";
  EXPECT_FALSE(lacks_aaaa_record(service));
}

}  // namespace
}  // namespace parktwin::wired::ipv6
