#include "engine/park/ground_holders.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/core/random.h"

namespace parktwin {
namespace {

constexpr GridFrame frame{.origin = {-10.0, 4.0}, .cell_size = 0.5, .columns = 150, .rows = 140};

/// Random quadrilaterals over random ground, many of them across the edge of the frame: 5 zones (1 water, 2 private), 5 parcels (the last
/// without enterprise), 6 buildings (3 public, 0 to 2 with enterprises).
Park random_park(std::uint32_t number) {
  const RandomSequence random(417, 0, number);
  std::uint32_t draw = 0;
  const auto some_ground = [&](double largest) {
    const double west = random.uniform(draw++, -20.0, 60.0);
    const double south = random.uniform(draw++, -5.0, 65.0);
    const double width = random.uniform(draw++, 5.0, largest);
    const double depth = random.uniform(draw++, 5.0, largest);
    const double slant = random.uniform(draw++, 0.0, 4.0);
    return Polygon{.outer = {{west, south}, {west + width, south + slant}, {west + width - slant, south + depth}, {west, south + depth}},
                   .holes = {}};
  };
  std::vector<Enterprise> enterprises(3);
  std::vector<Zone> zones(5);
  std::vector<Parcel> parcels(5);
  std::vector<Building> buildings(6);
  for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E-" + std::to_string(i);
  for (std::size_t i = 0; i < zones.size(); ++i) {
    zones[i].id = "Z-" + std::to_string(i);
    zones[i].kind = i == 1 ? ZoneKind::water : ZoneKind::square;
    zones[i].is_public = i != 2;
    zones[i].shape.polygons = {some_ground(30.0), some_ground(10.0)};
  }
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    parcels[i].id = "P-" + std::to_string(i);
    if (i < 4) parcels[i].enterprise = Id<Enterprise>(i % 3);
    parcels[i].shape.polygons = {some_ground(40.0)};
  }
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    buildings[i].id = "B-" + std::to_string(i);
    buildings[i].is_public = i == 3;
    if (i < 3) buildings[i].enterprise = Id<Enterprise>(i);
    buildings[i].footprint = some_ground(30.0);
  }
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.zones = Part(Table(std::move(zones)));
  park.parcels = Part(Table(std::move(parcels)));
  park.buildings = Part(Table(std::move(buildings)));
  return park;
}

/// By asking every shape.
template <class Record, class Counts>
std::int32_t first_of(const Table<Record>& table, Point at, Counts&& counts) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Record& record = table.records()[i];
    if (counts(record) && contains(ground_of(record), at)) return static_cast<std::int32_t>(i);
  }
  return held_by_none;
}

Point centre_of(std::size_t cell) {
  const auto columns = static_cast<std::size_t>(frame.columns);
  return frame.centre(static_cast<std::int32_t>(cell % columns), static_cast<std::int32_t>(cell / columns));
}

TEST(GroundHolders, AreTheFirstRecordsThatHoldTheCentre) {
  const auto any = [](const auto&) { return true; };
  const auto is_public = [](const Building& building) { return building.is_public; };
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Park park = random_park(number);
    const auto building = first_holders(frame, *park.buildings);
    const auto public_building = first_holders(frame, *park.buildings, is_public);
    const GroundHolders holders(park, frame, building);
    for (std::size_t cell = 0; cell < frame.size(); ++cell) {
      const Point at = centre_of(cell);
      ASSERT_EQ(building[cell], first_of(*park.buildings, at, any));
      ASSERT_EQ(public_building[cell], first_of(*park.buildings, at, is_public));
      ASSERT_EQ(holders.building(cell), building[cell]);
      ASSERT_EQ(holders.zone(cell), first_of(*park.zones, at, any));
      ASSERT_EQ(holders.parcel(cell), first_of(*park.parcels, at, any));
    }
  }
}

TEST(GroundHolders, KnowWhatIsPublicAndWhoseItIs) {
  std::size_t of_building = 0;
  std::size_t of_parcel = 0;
  std::size_t open = 0;
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Park park = random_park(number);
    const auto building_of = first_holders(frame, *park.buildings);
    const GroundHolders holders(park, frame, building_of);
    for (std::size_t cell = 0; cell < frame.size(); ++cell) {
      const std::int32_t building = building_of[cell];
      const std::int32_t zone = holders.zone(cell);
      ASSERT_EQ(holders.is_public(cell), building == 3 || (zone >= 0 && zone != 1 && zone != 2));
      open += holders.is_public(cell) ? 1 : 0;
      if (building >= 0 && building < 3) {
        ASSERT_EQ(holders.enterprise(cell), building);
        ++of_building;
      } else {
        const std::int32_t parcel = holders.parcel(cell);
        ASSERT_EQ(holders.enterprise(cell), parcel < 0 || parcel > 3 ? held_by_none : parcel % 3);
        of_parcel += parcel >= 0 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(of_building, 1000U);
  EXPECT_GT(of_parcel, 1000U);
  EXPECT_GT(open, 1000U);
}

TEST(GroundHolders, TakeTheBuildingsTheyAreGiven) {
  const Park park = random_park(0);
  std::vector<std::int32_t> highest(frame.size(), held_by_none);
  highest[7] = 1;
  const GroundHolders holders(park, frame, highest);
  EXPECT_EQ(holders.building(7), 1);
  EXPECT_EQ(holders.enterprise(7), 1);
  EXPECT_EQ(holders.building(8), held_by_none);
  highest.pop_back();
  EXPECT_THROW(GroundHolders(park, frame, highest), BrokenPromise);
}

}  // namespace
}  // namespace parktwin
