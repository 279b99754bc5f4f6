#include "engine/park/park.h"

#include <gtest/gtest.h>

#include <set>

namespace parktwin {
namespace {

template <class T>
struct IsRecordPart : std::false_type {};
template <class T>
struct IsRecordPart<Part<Table<T>>> : std::true_type {};

Part<Site> site_named(const std::string& name) {
  Site site;
  site.name = name;
  return Part(std::move(site));
}

TEST(Park, HashIsThatOfItsContent) {
  EXPECT_EQ(content_hash_of(Park()), content_hash_of(Park()));
  Park park;
  park.site = site_named("Lakeside");
  Park same;
  same.site = site_named("Lakeside");
  EXPECT_EQ(content_hash_of(park), content_hash_of(same));
}

TEST(Park, HashChangesWithEveryPart) {
  const Park empty;
  std::set<ContentHash> hashes = {content_hash_of(Park())};
  std::size_t parts = 0;
  describe(
      [&]<class P>(const Field&, const P&) {
        const std::size_t wanted = parts++;
        Park changed;
        std::size_t position = 0;
        describe(
            [&]<class Q>(const Field&, Q& part) {
              if (position++ != wanted) return;
              if constexpr (IsRecordPart<Q>::value) {
                typename Q::Content::Record record;
                record.id.push_back('R');
                part = Q(typename Q::Content({record}));
              } else if constexpr (std::same_as<Q, Part<Site>>) {
                part = site_named("Lakeside");
              } else if constexpr (std::same_as<Q, Part<Weather>>) {
                Weather weather;
                weather.time_zone_h = 7.0;
                part = Q(std::move(weather));
              } else {
                Terrain terrain;
                terrain.filled_share = 0.5;
                part = Q(std::move(terrain));
              }
            },
            changed);
        hashes.insert(content_hash_of(changed));
      },
      empty);
  EXPECT_EQ(parts, 46U);
  EXPECT_EQ(hashes.size(), parts + 1);
}

TEST(Park, CopiesShareTheirParts) {
  Park park;
  park.site = site_named("Lakeside");
  Park copy = park;
  EXPECT_EQ(&*copy.site, &*park.site);
  copy.site = site_named("Hillside");
  EXPECT_EQ(park.site->name, "Lakeside");
  EXPECT_EQ(&*copy.zones, &*park.zones);
}

TEST(Park, GivesItsTablesByRecordType) {
  Park park;
  Enterprise enterprise;
  enterprise.id = std::string("E1");
  park.enterprises = Part(Table<Enterprise>({enterprise}));
  EXPECT_EQ(&table<Enterprise>(park), &*park.enterprises);
  EXPECT_EQ(&table<NetworkLink>(park), &*park.network_links);
  EXPECT_TRUE(table<Enterprise>(park).find("E1").valid());
}

template <class T>
void expect_distinct_field_names(std::string_view record) {
  std::set<std::string_view> names;
  const T value{};
  describe(
      [&](const Field& field, const auto&) {
        EXPECT_TRUE(names.insert(field.name).second) << record << ": " << field.name;
        EXPECT_FALSE(field.meaning.empty()) << record << ": " << field.name;
        EXPECT_LE(field.minimum, field.maximum) << record << ": " << field.name;
      },
      value);
}

TEST(Park, RecordsHaveFieldsWithDistinctNamesAndMeanings) {
  const Park empty;
  describe(
      []<class P>(const Field& field, const P&) {
        if constexpr (IsRecordPart<P>::value) {
          expect_distinct_field_names<typename P::Content::Record>(field.name);
        } else {
          expect_distinct_field_names<typename P::Content>(field.name);
        }
      },
      empty);
}

}  // namespace
}  // namespace parktwin
