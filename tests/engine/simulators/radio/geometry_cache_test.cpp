#include "engine/simulators/radio/geometry_cache.h"

#include <gtest/gtest.h>

#include <set>

namespace parktwin::radio {
namespace {

std::shared_ptr<const SiteGeometry> geometry_of(std::int32_t cells) {
  SiteGeometry geometry;
  geometry.window = {0, 0, cells, 1};
  return std::make_shared<const SiteGeometry>(geometry);
}

ContentHash key_of(double x) { return geometry_key({1, 2}, {.position = {x, 0.0}, .elevation_m = 20.0}, Metres(1.5), Metres(500.0)); }

TEST(GeometryCache, KeysTellEveryInputApart) {
  const SightPoint antenna{.position = {3.0, 4.0}, .elevation_m = 20.0};
  std::set<ContentHash> keys;
  keys.insert(geometry_key({1, 2}, antenna, Metres(1.5), Metres(500.0)));
  keys.insert(geometry_key({1, 3}, antenna, Metres(1.5), Metres(500.0)));
  keys.insert(geometry_key({2, 2}, antenna, Metres(1.5), Metres(500.0)));
  keys.insert(geometry_key({1, 2}, antenna, Metres(1.6), Metres(500.0)));
  keys.insert(geometry_key({1, 2}, antenna, Metres(1.5), Metres(501.0)));
  keys.insert(geometry_key({1, 2}, {.position = {4.0, 3.0}, .elevation_m = 20.0}, Metres(1.5), Metres(500.0)));
  keys.insert(geometry_key({1, 2}, {.position = {3.0, 4.0}, .elevation_m = 21.0}, Metres(1.5), Metres(500.0)));
  keys.insert(geometry_key({1, 2}, {.position = {3.0, 4.0}, .elevation_m = 20.0, .ignored = 3}, Metres(1.5), Metres(500.0)));
  EXPECT_EQ(keys.size(), 8U);
  EXPECT_EQ(key_of(3.0), key_of(3.0));
}

TEST(GeometryCache, FindsWhatWasAdded) {
  GeometryCache cache;
  EXPECT_EQ(cache.find(key_of(1.0)), nullptr);
  const auto one = geometry_of(10);
  cache.add(key_of(1.0), one);
  EXPECT_EQ(cache.find(key_of(1.0)), one);
  EXPECT_EQ(cache.find(key_of(2.0)), nullptr);
  EXPECT_EQ(cache.bytes(), 120U);
}

TEST(GeometryCache, DropsWhatWasNotAskedForLongest) {
  GeometryCache cache(300);
  cache.add(key_of(1.0), geometry_of(10));
  cache.add(key_of(2.0), geometry_of(10));
  EXPECT_NE(cache.find(key_of(1.0)), nullptr);  // now the younger of the two
  cache.add(key_of(3.0), geometry_of(10));
  EXPECT_EQ(cache.find(key_of(2.0)), nullptr);
  EXPECT_NE(cache.find(key_of(1.0)), nullptr);
  EXPECT_LE(cache.bytes(), 300U);
  cache.add(key_of(4.0), geometry_of(1000));  // larger than the limit: kept alone
  EXPECT_EQ(cache.size(), 1U);
  EXPECT_NE(cache.find(key_of(4.0)), nullptr);
}

TEST(GeometryCache, TellsWhatItHoldsAndHowManyCame) {
  GeometryCache cache(300);
  for (const double x : {1.0, 2.0, 3.0}) cache.add(key_of(x), geometry_of(10));
  EXPECT_EQ(cache.added(), 3U);
  ASSERT_EQ(cache.entries().size(), 2U);
  EXPECT_EQ(cache.entries().front().key, key_of(3.0));
  EXPECT_NE(cache.find(key_of(2.0)), nullptr);
  EXPECT_EQ(cache.entries().front().key, key_of(2.0));
}

TEST(GeometryCache, EveryPartOfAGeometryCountsInItsHash) {
  SiteGeometry geometry = *geometry_of(3);
  for (auto& plane : geometry.edge) plane.assign(3, 7);
  geometry.departure.assign(3, -4);
  geometry.spreading.assign(3, 1);
  geometry.vegetation.assign(3, 2);
  geometry.detour.assign(3, 1);
  geometry.detours = {{.x_m = 1.0F, .y_m = 2.0F, .way_m = 3.0F, .normal_x = 0.6F, .normal_y = 0.8F}};
  std::set<ContentHash> hashes{content_hash_of(geometry)};
  std::size_t changes = 0;
  const auto changed = [&](auto&& change) {
    SiteGeometry other = geometry;
    change(other);
    EXPECT_FALSE(other == geometry);
    hashes.insert(content_hash_of(other));
    ++changes;
  };
  changed([](auto& g) { g.window.first_column = 5; });
  changed([](auto& g) { g.window.first_row = 5; });
  for (std::size_t i = 0; i < most_edges; ++i) changed([i](auto& g) { g.edge[i][2] = 8; });
  changed([](auto& g) { g.departure[0] = 4; });
  changed([](auto& g) { g.spreading[0] = 4; });
  changed([](auto& g) { g.vegetation[0] = 4; });
  changed([](auto& g) { g.detour[1] = 0; });
  changed([](auto& g) { g.detours[0].kind = DetourKind::facade; });
  changed([](auto& g) { g.detours[0].material = WallMaterial::metal; });
  changed([](auto& g) { g.detours[0].x_m = 9.0F; });
  changed([](auto& g) { g.detours[0].y_m = 9.0F; });
  changed([](auto& g) { g.detours[0].way_m = 9.0F; });
  changed([](auto& g) { g.detours[0].normal_x = 9.0F; });
  changed([](auto& g) { g.detours[0].normal_y = 9.0F; });
  changed([](auto& g) { g.detours.clear(); });
  EXPECT_EQ(hashes.size(), changes + 1);
}

}  // namespace
}  // namespace parktwin::radio
