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

}  // namespace
}  // namespace parktwin::radio
