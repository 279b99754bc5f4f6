#include "viz/scene/place_name.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

TEST(PlaceName, IsThatOfTheRecordThatNamesThePlace) {
  Park park;
  Building hall;
  hall.id = "B-1";
  hall.name = "Hall";
  hall.name_zh = "厂房";
  Building nameless;
  nameless.id = "B-2";
  Enterprise works;
  works.id = "E-1";
  works.name = "Works";
  works.name_zh = "工厂";
  Zone square;
  square.id = "Z-1";
  square.name_zh = "广场";
  park.buildings = Part<Table<Building>>(Table<Building>({hall, nameless}));
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>({works}));
  park.zones = Part<Table<Zone>>(Table<Zone>({square}));
  radio::answers::UnservedPlace place;
  EXPECT_EQ(chinese_name(place, park), "");
  place.enterprise = Id<Enterprise>(0);
  EXPECT_EQ(chinese_name(place, park), "工厂");  // its parcel
  place.building = Id<Building>(1);
  EXPECT_EQ(chinese_name(place, park), "工厂");
  place.building = Id<Building>(0);
  EXPECT_EQ(chinese_name(place, park), "厂房");
  place = {};
  place.zone = Id<Zone>(0);
  EXPECT_EQ(chinese_name(place, park), "广场");
  place.zone = Id<Zone>(9);
  EXPECT_EQ(chinese_name(place, park), "");
}

}  // namespace
}  // namespace parktwin::viz
