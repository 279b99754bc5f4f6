#include "engine/simulators/wired/ipv6/site_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/ipv6/random_site.h"

namespace parktwin::wired::ipv6 {
namespace {

Park park_of(std::size_t enterprises, std::vector<AddressPrefix> prefixes = {}) {
  Park park;
  std::vector<Enterprise> records(enterprises);
  for (std::size_t i = 0; i < enterprises; ++i) records[i].id = "E-" + std::to_string(i);
  park.enterprises = Part(Table(records));
  park.address_prefixes = Part(Table(std::move(prefixes)));
  return park;
}

SiteBlocks blocks_of(const Park& park, const std::string& prefix) { return site_blocks(park, network_areas(park), prefix, 1); }

std::size_t with_prefix(const SiteBlocks& site) {
  return static_cast<std::size_t>(
      std::count_if(site.enterprises.begin(), site.enterprises.end(), [](const auto& block) { return block.has_value(); }));
}

/// Any length up to 64: as long as they all fit, 48 to 56 bits; then longer, up to 64; then some get none, which is said.
TEST(SiteBlocks, AnyLengthOfTheParksPrefixWorks) {
  for (int length = 3; length <= 64; ++length) {
    const Park park = park_of(180);
    const SiteBlocks site = blocks_of(park, to_text(IpPrefix{parse_ip_address("2001:db8:5ee:8080::").value(), length}.network()));
    EXPECT_EQ(site.space.length, length);
    const int smallest_that_fits = length + 8;  // 256 blocks hold 180 enterprises and the park network
    EXPECT_EQ(site.enterprise_length, std::clamp(smallest_that_fits, 48, 64)) << length;
    const std::size_t room = length <= 56 ? 180 : (std::size_t{1} << (64 - length)) - 1;
    EXPECT_EQ(with_prefix(site), std::min<std::size_t>(180, room)) << length;
    EXPECT_EQ(site.notes.size(), (length > 48 ? 1U : 0U) + (room < 180 ? 1U : 0U)) << length;
    ASSERT_TRUE(site.infrastructure);
  }
}

TEST(SiteBlocks, SaysWhatDoesNotFit) {
  const SiteBlocks site = blocks_of(park_of(300), "2001:db8:5ee::/58");
  EXPECT_EQ(with_prefix(site), 63U);
  ASSERT_EQ(site.notes.size(), 2U);
  EXPECT_EQ(site.notes[0].text, "2001:db8:5ee::/58 is too small for 300 enterprises with a /56 each; they get a /64.");
  EXPECT_EQ(site.notes[1].text, "2001:db8:5ee::/58 has no prefix left for 237 enterprises; a park prefix of at most 55 bits would do.");
}

TEST(SiteBlocks, TakesThePrefixOfTheScenarioThenOfTheInventoryThenAUniqueLocalOne) {
  const std::vector<AddressPrefix> own = {{"A", "", "10.0.0.0/8", PrefixKind::park, {}, {}},
                                          {"B", "", "2001:db8:7::/48", PrefixKind::park, {}, {}}};
  EXPECT_EQ(to_text(blocks_of(park_of(1, own), "2001:db8:9::/48").space), "2001:db8:9::/48");
  EXPECT_EQ(to_text(blocks_of(park_of(1, own), "").space), "2001:db8:7::/48");
  EXPECT_EQ(blocks_of(park_of(1, own), "").space_state, PlanState::kept);
  const SiteBlocks drawn = blocks_of(park_of(1), "");
  EXPECT_EQ(to_text(drawn.space).substr(0, 2), "fd");
  EXPECT_EQ(drawn.notes.at(0).kind, NoteKind::assumption);
  for (const std::string bad : {"2001:db8::1/48", "2001:db8::/65", "10.0.0.0/8", "park", "ff00::/8", "fe80::/10", "::/0"}) {
    const SiteBlocks site = blocks_of(park_of(1, own), bad);
    EXPECT_EQ(to_text(site.space), "2001:db8:7::/48") << bad;
    EXPECT_EQ(site.notes.at(0).kind, NoteKind::warning) << bad;
  }
}

TEST(SiteBlocks, KeepsThePrefixesOfTheInventory) {
  const Park park = park_of(3, {{"A", "", "2001:db8:7::/48", PrefixKind::park, {}, {}},
                                {"B", "", "2001:db8:7:4200::/56", PrefixKind::enterprise, Id<AddressPrefix>(0), Id<Enterprise>(1)},
                                {"C", "", "2001:db8:7:1000::/52", PrefixKind::infrastructure, Id<AddressPrefix>(0), {}}});
  const SiteBlocks site = blocks_of(park, "");
  EXPECT_EQ(to_text(site.enterprises[1].value()), "2001:db8:7:4200::/56");
  EXPECT_EQ(site.enterprise_states, (std::vector<PlanState>{PlanState::proposed, PlanState::kept, PlanState::proposed}));
  EXPECT_EQ(to_text(site.infrastructure.value()), "2001:db8:7:1000::/52");
  for (const std::size_t other : {0U, 2U}) {
    EXPECT_FALSE(overlap(*site.enterprises[other], *site.enterprises[1]));
    EXPECT_FALSE(overlap(*site.enterprises[other], *site.infrastructure));
  }
}

TEST(SiteBlocks, AnEnterpriseKeepsThePrefixOfItsOwnProvider) {
  std::vector<AddressPrefix> prefixes = {{"A", "", "2001:db8:7::/48", PrefixKind::park, {}, {}},
                                         {"B", "", "2001:db8:99::/48", PrefixKind::enterprise, {}, Id<Enterprise>(0)}};
  const SiteBlocks own = blocks_of(park_of(2, prefixes), "");
  EXPECT_EQ(to_text(own.enterprises[0].value()), "2001:db8:99::/48");
  EXPECT_EQ(own.enterprise_states[0], PlanState::kept_outside_plan);
  EXPECT_TRUE(contains(own.space, own.enterprises[1].value()));
  prefixes.push_back({"C", "", "2001:db8:7:4200::/56", PrefixKind::enterprise, Id<AddressPrefix>(0), Id<Enterprise>(0)});
  const SiteBlocks both = blocks_of(park_of(2, prefixes), "");
  EXPECT_EQ(to_text(both.enterprises[0].value()), "2001:db8:7:4200::/56");
  EXPECT_EQ(both.enterprise_states[0], PlanState::kept);
}

}  // namespace
}  // namespace parktwin::wired::ipv6
