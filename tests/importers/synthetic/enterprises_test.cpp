#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Enterprises, NamesAreUniqueInBothLanguages) {
  std::set<std::string> english;
  std::set<std::string> chinese;
  for (const auto& enterprise : reference_draft().enterprises) {
    EXPECT_TRUE(english.insert(enterprise.name).second) << enterprise.name;
    EXPECT_TRUE(chinese.insert(enterprise.name_zh).second) << enterprise.name_zh;
  }
  EXPECT_EQ(english.size(), 180U);
}

TEST(Enterprises, BuildingsAreNumberedOnlyAmongSeveralOfOneName) {
  std::set<std::string> english;
  std::set<std::string> chinese;
  for (const auto& building : reference_draft().buildings) {
    EXPECT_TRUE(english.insert(building.name).second) << building.name;
    EXPECT_TRUE(chinese.insert(building.name_zh).second) << building.name_zh;
  }
  EXPECT_TRUE(english.contains("Public Data Centre"));
  EXPECT_TRUE(chinese.contains("公共数据中心"));
  EXPECT_TRUE(english.contains("Cooling Tower 1") && english.contains("Cooling Tower 2"));
  EXPECT_TRUE(chinese.contains("1号冷却塔") && chinese.contains("2号冷却塔"));
  for (const auto& name : english) {
    if (!name.ends_with(" 1")) continue;
    const std::string plain = name.substr(0, name.size() - 2);
    EXPECT_TRUE(english.contains(plain + " 2")) << name << " is the only one";
    EXPECT_FALSE(english.contains(plain)) << plain;
  }
}

TEST(Enterprises, CloudShareMissesTheTargetAndNetworkUseMeetsIt) {
  const auto& enterprises = reference_draft().enterprises;
  const auto on_cloud =
      std::count_if(enterprises.begin(), enterprises.end(), [](const Enterprise& e) { return e.cloud_level != CloudLevel::none; });
  EXPECT_GE(on_cloud, 145);  // 80 %
  EXPECT_LE(on_cloud, 155);  // 86 %
  EXPECT_GT(std::count_if(enterprises.begin(), enterprises.end(), [](const Enterprise& e) { return e.uses_park_network; }), 100);
  for (const auto& e : enterprises) EXPECT_EQ(e.cloud_level == CloudLevel::none, e.cloud_kind == CloudKind::none);
}

TEST(Enterprises, EachHasABuildingOnItsOwnParcel) {
  const Draft& draft = reference_draft();
  for (std::size_t e = 0; e < draft.enterprises.size(); ++e) {
    const Building& building = draft.buildings[draft.building_of_enterprise[e]];
    EXPECT_EQ(building.enterprise, Id<Enterprise>(e));
    EXPECT_EQ(draft.parcels[building.parcel.index()].enterprise, Id<Enterprise>(e));
    EXPECT_GT(draft.enterprises[e].floor_area.value(), 0.0);
  }
}

TEST(Enterprises, ShareLotsWhereThereAreTooFew) {
  Draft draft = draw_plan({300, 0.6, 6});
  settle_enterprises(draft);
  EXPECT_EQ(draft.enterprises.size(), 300U);
  EXPECT_EQ(draft.building_of_enterprise.size(), 300U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
