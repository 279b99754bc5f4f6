#include "engine/simulators/wired/ipv6/prefix_audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::wired::ipv6 {
namespace {

using ::testing::ElementsAre;

AddressPrefix prefix(const std::string& id, const std::string& text, PrefixKind kind, std::size_t parent = 0) {
  return {id, "", text, kind, parent > 0 ? Id<AddressPrefix>(parent - 1) : Id<AddressPrefix>(), {}};
}

Park park_of(std::vector<AddressPrefix> prefixes) {
  Park park;
  park.address_prefixes = Part(Table(std::move(prefixes)));
  return park;
}

std::vector<std::string> lines(const std::vector<PrefixFinding>& findings) {
  std::vector<std::string> found;
  for (const auto& finding : findings) found.push_back(finding.id + ": " + finding.text);
  return found;
}

TEST(PrefixAudit, OverlapsThatAreNoDescent) {
  const Park park = park_of({prefix("A", "2001:db8::/32", PrefixKind::park), prefix("B", "2001:db8:1::/48", PrefixKind::enterprise, 1),
                             prefix("C", "2001:db8:1::/64", PrefixKind::segment, 2), prefix("D", "2001:db8:1::/64", PrefixKind::segment, 2),
                             prefix("E", "2001:db8:2::/48", PrefixKind::enterprise), prefix("F", "10.0.0.0/8", PrefixKind::park)});
  EXPECT_THAT(lines(overlapping_prefixes(park)),
              ElementsAre("D: 2001:db8:1::/64 is the same as C (2001:db8:1::/64) and is not taken from it.",
                          "E: 2001:db8:2::/48 lies inside A (2001:db8::/32) and is not taken from it."));
}

// Every pair compared with every other.
TEST(PrefixAudit, OverlapsEqualComparingAllPairs) {
  const RandomSequence random(3, 3, 3);
  std::uint32_t draw = 0;
  std::size_t found = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<AddressPrefix> prefixes;
    for (std::size_t i = 0; i < 12; ++i) {
      IpAddress address;
      address.bytes[0] = 0x20;
      address.bytes[1] = static_cast<std::uint8_t>(random.below(draw++, 4) * 64);
      const IpPrefix drawn = IpPrefix{address, 8 + static_cast<int>(random.below(draw++, 4))}.network();
      prefixes.push_back(prefix("P" + std::to_string(i), to_text(drawn), PrefixKind::area, i > 0 ? random.below(draw++, 2) * i : 0));
    }
    const auto& table = prefixes;
    const auto descends = [&table](std::size_t from, std::size_t to) {
      for (Id<AddressPrefix> at = table[from].parent; at.valid(); at = table[at.index()].parent) {
        if (at.index() == to) return true;
      }
      return false;
    };
    std::size_t expected = 0;
    for (std::size_t i = 0; i < 12; ++i) {
      for (std::size_t j = i + 1; j < 12; ++j) {
        const bool common = overlap(parse_ip_prefix(table[i].prefix).value(), parse_ip_prefix(table[j].prefix).value());
        expected += common && !descends(i, j) && !descends(j, i) ? 1 : 0;
      }
    }
    const auto findings = overlapping_prefixes(park_of(prefixes));
    EXPECT_EQ(findings.size(), expected);
    found += expected;
  }
  EXPECT_GT(found, 500U);
}

TEST(PrefixAudit, SizesOfSegmentsAndLinks) {
  const Park park =
      park_of({prefix("A", "2001:db8::/48", PrefixKind::park), prefix("B", "2001:db8::/64", PrefixKind::segment, 1),
               prefix("C", "2001:db8:0:1::/112", PrefixKind::segment, 1), prefix("D", "2001:db8:0:2::/127", PrefixKind::link, 1),
               prefix("E", "2001:db8:0:3::/64", PrefixKind::link, 1), prefix("F", "10.0.0.0/24", PrefixKind::segment)});
  EXPECT_THAT(lines(prefixes_of_unusual_size(park)), ElementsAre("C: 2001:db8:0:1::/112 is a segment and should be a /64.",
                                                                 "E: 2001:db8:0:3::/64 is a link and should be a /127."));
}

TEST(PrefixAudit, WeakUniqueLocalPrefixesOnce) {
  Park park = park_of({prefix("A", "fd00::/48", PrefixKind::park), prefix("B", "fd00:0:0:1::/64", PrefixKind::segment, 1),
                       prefix("C", "fdf3:5c84:c6b5::/48", PrefixKind::park), prefix("D", "fd00::/8", PrefixKind::park)});
  std::vector<NetworkNode> nodes(3);
  nodes[0].id = "N-0";
  nodes[0].ipv6_address = "fd00::1";
  nodes[1].id = "N-1";
  nodes[1].ipv6_address = "fd00:0:7::1/64";
  nodes[2].id = "N-2";
  nodes[2].ipv6_address = "2001:db8::1";
  park.network_nodes = Part(Table(nodes));
  std::int32_t different = 0;
  EXPECT_THAT(lines(weak_unique_local_prefixes(park, different)),
              ElementsAre("A: fd00::/48: its 40 random bits are all zero.", "N-1: fd00:0:7::/48: its 40 random bits are a small number."));
  EXPECT_EQ(different, 4);
}

}  // namespace
}  // namespace parktwin::wired::ipv6
