#include "viz/window/object_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::hand_made_state;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

TEST(ObjectText, ABuildingWithTheClausesOnItsEnterprise) {
  const auto state = hand_made_state();
  const ObjectText text = object_text(state->park, state->verdicts, "buildings", "B-0", Language::en);
  EXPECT_EQ(text.kind, "Building");
  EXPECT_EQ(text.id, "B-0");
  EXPECT_THAT(text.fields, Contains(Pair("Enterprise", "Works 0 (E-0)")));
  EXPECT_THAT(text.fields, Contains(Pair("Use", "factory")));
  ASSERT_THAT(text.named_by, SizeIs(1));
  EXPECT_THAT(text.named_by[0].lines, ElementsAre("Works 0 (E-0): no access node"));
  EXPECT_THAT(object_text(state->park, state->verdicts, "buildings", "B-1", Language::en).named_by, IsEmpty());
}

TEST(ObjectText, SpeaksChinese) {
  const auto state = hand_made_state();
  const ObjectText text = object_text(state->park, state->verdicts, "masts", "S-1", Language::zh);
  EXPECT_EQ(text.kind, "5G 基站");
  ASSERT_THAT(text.named_by, SizeIs(1));
  EXPECT_EQ(text.named_by[0].title, "企业覆盖");
  EXPECT_THAT(text.named_by[0].lines, ElementsAre("站点 S-1 信号弱"));
  EXPECT_THAT(text.fields, Contains(Pair("小区", "C-0, C-1, C-2")));
  EXPECT_THAT(text.fields, Contains(Pair("运行", "是")));
}

TEST(ObjectText, WhatHasNoRecordHasNoText) {
  const auto state = hand_made_state();
  EXPECT_THAT(object_text(state->park, state->verdicts, "ground", "", Language::en).fields, IsEmpty());
  EXPECT_THAT(object_text(state->park, state->verdicts, "buildings", "B-none", Language::en).named_by, IsEmpty());
}

TEST(ObjectText, LinksOfADeviceAndOfASiteByItsBackhaul) {
  Park park = viz::testing::hand_made_park(false);
  NetworkNode core;
  core.id = "N-1";
  NetworkNode far = core;
  far.id = "N-2";
  NetworkLink link;
  link.id = "L-1";
  link.from = Id<NetworkNode>(0);
  link.to = Id<NetworkNode>(1);
  link.operational = false;
  park.network_nodes = parktwin::Part<Table<NetworkNode>>(Table<NetworkNode>({core, far}));
  park.network_links = parktwin::Part<Table<NetworkLink>>(Table<NetworkLink>({link}));
  auto sites = park.radio_sites->records();
  sites[0].backhaul = Id<NetworkNode>(1);
  park.radio_sites = parktwin::Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  for (const auto& [mesh, id] : {std::pair{"network_nodes", "N-1"}, {"masts", "S-1"}}) {
    const auto links = object_text(park, {}, mesh, id, Language::en).links;
    ASSERT_THAT(links, SizeIs(1)) << mesh;
    EXPECT_EQ(links[0].id, "L-1");
    EXPECT_FALSE(links[0].operational);
  }
  EXPECT_THAT(object_text(park, {}, "masts", "S-2", Language::en).links, IsEmpty());
}

TEST(ObjectText, OnlyWholeIdsCount) {
  EXPECT_TRUE(names("Works (E-1): slow", "E-1"));
  EXPECT_TRUE(names("E-10 and E-1", "E-1"));
  EXPECT_FALSE(names("Works (E-10): slow", "E-1"));
  EXPECT_FALSE(names("site FE-1", "E-1"));
  EXPECT_TRUE(names("第0工厂（E-0）", "E-0"));
}

TEST(ObjectText, NumbersHaveNoIdleZeros) {
  EXPECT_EQ(number_text(12.0), "12");
  EXPECT_EQ(number_text(0.9990), "0.999");
  EXPECT_EQ(number_text(-2.5), "−2.5");
  EXPECT_EQ(number_text(-0.0001), "0");
}

}  // namespace
}  // namespace parktwin::viz::window
