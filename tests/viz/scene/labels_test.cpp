#include "viz/scene/labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

std::set<std::string> texts(const Park& park, Language language) {
  const Ground ground(*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0);
  std::set<std::string> all;
  for (const Label& label : labels_of(park, ground, language)) all.insert(label.text);
  return all;
}

TEST(Labels, NameLandmarksWaterRoadsAndEnterprisesInTheLanguage) {
  const Park park = testing::hand_made_park();
  const auto english = texts(park, Language::en);
  for (const char* text : {"Park Data Centre", "Mirror Lake", "Innovation Avenue", "Works 5"}) EXPECT_TRUE(english.contains(text)) << text;
  const auto chinese = texts(park, Language::zh);
  for (const char* text : {"园区数据中心", "镜湖", "创新大道", "第5工厂"}) EXPECT_TRUE(chinese.contains(text)) << text;
  EXPECT_FALSE(chinese.contains("Mirror Lake"));
}

TEST(Labels, AreFewRankedAndDifferent) {
  const Park park = testing::hand_made_park();
  const Ground ground(*park.terrain, {{-400, -400}, {2000, 1400}}, 30.0);
  const auto labels = labels_of(park, ground, Language::en);
  EXPECT_LE(labels.size(), 40U);
  EXPECT_TRUE(std::is_sorted(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.rank < b.rank; }));
  EXPECT_EQ(texts(park, Language::en).size(), labels.size());
}

TEST(Labels, QuartersAreParcelsOfOneUseThatLieTogether) {
  Park park = testing::hand_made_park();
  std::vector<Parcel> parcels;
  for (int i = 0; i < 9; ++i) {
    const double west = i % 3 * 100.0;
    const double south = i / 3 * 100.0;
    parcels.push_back({"L" + std::to_string(i), "logistics", {}, testing::area_of(testing::rectangle(west, south, west + 90, south + 90))});
  }
  for (int i = 0; i < 3; ++i) {
    parcels.push_back({"R" + std::to_string(i), "research", {}, testing::area_of(testing::rectangle(i * 700.0, 800, i * 700.0 + 90, 890))});
  }
  park.parcels = Part<Table<Parcel>>(Table<Parcel>(parcels));
  const auto all = texts(park, Language::en);
  EXPECT_TRUE(all.contains("Logistics quarter"));
  EXPECT_FALSE(all.contains("Research quarter"));
}

TEST(Labels, LeaveOutTheLegalForm) {
  Park park = testing::hand_made_park();
  std::vector<Enterprise> enterprises = park.enterprises->records();
  enterprises[5].name = "Blue Harbour Tools Co., Ltd.";
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(enterprises));
  EXPECT_TRUE(texts(park, Language::en).contains("Blue Harbour Tools"));
}

}  // namespace
}  // namespace parktwin::viz
