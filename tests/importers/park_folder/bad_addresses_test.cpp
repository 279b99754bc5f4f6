// Addresses, prefixes and access rules that cannot be: each problem with its file, record, field and sentence, all at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/park_folder/sample_park.h"

namespace parktwin::importers {
namespace {

using testing::SampleFolder;
using testing::write_file;

TEST(BadAddresses, SeveralTablesAtOnce) {
  const SampleFolder folder;
  write_file(
      folder.file("address_prefixes.csv"),
      "id,prefix,kind,parent,enterprise\nAP-1,2001:db8::/32,park,,\nAP-2,2001:db9::/48,enterprise,AP-1,E-001\nAP-3,10.0.0.1/8,park,,\n"
      "AP-4,2001:db8:1::/48,township,AP-9,E-404\nAP-5,,segment,,\n");
  write_file(folder.file("access_rules.csv"), "id,node,family,action,source\nAR-1,core,ipv4,permit,2001:db8::/48\nAR-2,,ipv5,allow,any\n");
  testing::replace_in_file(folder.file("network_nodes.geojson"), "\"ipv6_address\": \"2001:db8::2\"",
                           "\"ipv6_address\": \"2001:db8:0:0::1\"");
  const std::string prefixes = "address_prefixes.csv: address_prefixes AP-";
  const std::string rules = "access_rules.csv: access_rules AR-";
  EXPECT_THAT(folder.problems(),
              ::testing::UnorderedElementsAre(
                  prefixes + "2, field prefix: found 2001:db9::/48, expected a prefix inside its parent AP-1 (2001:db8::/32)",
                  prefixes + "3, field prefix: found 10.0.0.1/8, expected 10.0.0.0/8: bits beyond the length are set",
                  prefixes + "4, field kind: found \"township\", expected one of park, area, infrastructure, enterprise, segment, link",
                  prefixes + "4, field parent: refers to \"AP-9\", which is not an id of address_prefixes",
                  prefixes + "4, field enterprise: refers to \"E-404\", which is not an id of enterprises",
                  prefixes + "5, field prefix: is missing, expected IPv4 or IPv6 prefix such as 2001:db8::/48",
                  rules + "1, field source: found \"2001:db8::/48\", expected any, or an IPv4 address or prefix",
                  rules + "2, field node: is missing, expected network node that applies it",
                  rules + "2, field family: found \"ipv5\", expected one of ipv4, ipv6",
                  rules + "2, field action: found \"allow\", expected one of permit, deny",
                  "network_nodes.geojson: network_nodes access, field ipv6_address: found 2001:db8:0:0::1, the address of core too, "
                  "expected one of its "
                  "own"));
}

}  // namespace
}  // namespace parktwin::importers
