#include "engine/criteria/land_runs.h"

#include "engine/core/random.h"
#include "engine/criteria/ground.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

struct Ground {
  Grid<std::uint8_t> place;
  Park park;
};

/// Random shapes over a random map; some smaller than a cell, some across rows, some outside.
Ground random_ground(std::uint32_t round) {
  const RandomSequence random(43, 3, round);
  std::uint32_t draw = 0;
  const auto span = [&] { return 0.5 * static_cast<double>(random.below(draw++, 60)); };
  const auto shape = [&] {
    const double west = span();
    const double south = span();
    return rectangle(west, south, west + 0.3 + 0.5 * span(), south + 0.3 + 0.5 * span());
  };
  Ground made;
  GridFrame frame;
  frame.cell_size = 2.0;
  frame.columns = 13;
  frame.rows = 11;
  made.place = Grid<std::uint8_t>(frame);
  for (auto& place : made.place.values) place = static_cast<std::uint8_t>(random.below(draw++, 3));
  std::vector<Zone> zones;
  std::vector<Building> buildings;
  std::vector<Parcel> parcels;
  std::vector<Enterprise> enterprises;
  for (int i = 0; i < 5; ++i) {
    const std::string number = std::to_string(i);
    const auto user = [&] { return random.below(draw++, 3) == 0 ? Id<Enterprise>() : Id<Enterprise>(random.below(draw++, 5)); };
    enterprises.push_back(enterprise("E-" + number, number, 1.0));
    zones.push_back(zone("Z-" + number, i == 1 ? ZoneKind::water : ZoneKind::green, random.below(draw++, 3) != 0, {{shape()}}));
    buildings.push_back(building("B-" + number, shape(), user(), i % 2 == 0));
    parcels.push_back(parcel("P-" + number, {{shape()}}, user()));
  }
  made.park.zones = part_of(zones);
  made.park.buildings = part_of(buildings);
  made.park.parcels = part_of(parcels);
  made.park.enterprises = part_of(enterprises);
  return made;
}

using Cells = std::vector<std::pair<std::size_t, std::int32_t>>;

/// Cells with their owners in order; every run stays in its row and is all outdoors or all under a roof.
Cells cells_of(const std::vector<OwnedRun>& runs, const Grid<std::uint8_t>& place) {
  Cells cells;
  const auto columns = static_cast<std::size_t>(place.frame.columns);
  for (const OwnedRun& run : runs) {
    EXPECT_LT(run.begin, run.end);
    EXPECT_EQ(run.begin / columns, (run.end - 1) / columns);
    for (std::size_t cell = run.begin; cell < run.end; ++cell) {
      EXPECT_EQ(run.outdoors, is_outdoor(place.values[cell]));
      cells.emplace_back(cell, run.owner);
    }
  }
  return cells;
}

bool holds(const Polygon& polygon, Point point) { return contains(polygon, point); }

Cells plain_premises(const Ground& ground) {
  Cells cells;
  const auto add = [&](const Polygon& shape, std::size_t enterprise) {
    const std::size_t before = cells.size();
    const auto& frame = ground.place.frame;
    for (std::int32_t row = 0; row < frame.rows; ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        if (inside_park(ground.place.at(column, row)) && holds(shape, frame.centre(column, row)))
          cells.emplace_back(frame.index(column, row), static_cast<std::int32_t>(enterprise));
      }
    }
    const Point centre = centroid(shape);
    const std::int32_t column = frame.column_of(centre.x);
    const std::int32_t row = frame.row_of(centre.y);
    if (cells.size() == before && frame.holds(column, row) && inside_park(ground.place.at(column, row)))
      cells.emplace_back(frame.index(column, row), static_cast<std::int32_t>(enterprise));
  };
  std::vector<bool> built(ground.park.enterprises->size());
  for (const Building& building : *ground.park.buildings) {
    if (!building.enterprise.valid()) continue;
    built[building.enterprise.index()] = true;
    add(building.footprint, building.enterprise.index());
  }
  for (const Parcel& parcel : *ground.park.parcels) {
    if (parcel.enterprise.valid() && !built[parcel.enterprise.index()]) add(parcel.shape.polygons.front(), parcel.enterprise.index());
  }
  return cells;
}

TEST(LandRuns, HoldTheCellsThatAPlainLookAtEveryCellFinds) {
  for (std::uint32_t round = 0; round < 100; ++round) {
    const Ground ground = random_ground(round);
    const LandRuns runs = land_runs(ground.place, ground.park);
    const auto owner = ground_owner(ground.place, ground.park);
    const auto open = public_owner(ground.place, ground.park);
    Cells park;
    Cells open_to_public;
    Cells parcels;
    for (std::size_t cell = 0; cell < ground.place.values.size(); ++cell) {
      if (!inside_park(ground.place.values[cell])) continue;
      park.emplace_back(cell, owner.values[cell]);
      if (open.values[cell] != no_owner) open_to_public.emplace_back(cell, open.values[cell]);
      const auto columns = ground.place.frame.columns;
      const Point centre = ground.place.frame.centre(static_cast<std::int32_t>(cell) % columns, static_cast<std::int32_t>(cell) / columns);
      for (std::size_t i = 0; i < ground.park.parcels->size(); ++i) {
        const Parcel& parcel = ground.park.parcels->records()[i];
        if (!parcel.enterprise.valid() || !holds(parcel.shape.polygons.front(), centre)) continue;
        parcels.emplace_back(cell, OwnerNumbers(ground.park).first_parcel + static_cast<std::int32_t>(i));
        break;
      }
    }
    EXPECT_EQ(cells_of(runs.park, ground.place), park) << round;
    EXPECT_EQ(cells_of(runs.open_to_public, ground.place), open_to_public) << round;
    EXPECT_EQ(cells_of(runs.parcels, ground.place), parcels) << round;
    EXPECT_EQ(cells_of(runs.premises, ground.place), plain_premises(ground)) << round;
  }
}

TEST(LandMemory, KeepsTheRunsForAsLongAsTheLandStays) {
  Ground ground = random_ground(1);
  LandMemory memory;
  const auto first = memory.runs_of(ground.place, ground.park);
  ground.park.network_nodes = part_of<NetworkNode>({node("N-1", NodeKind::wifi_access_point, {1.0, 1.0})});
  EXPECT_EQ(memory.runs_of(ground.place, ground.park), first);
  ground.place.values[5] = static_cast<std::uint8_t>((ground.place.values[5] + 1) % 3);
  const auto second = memory.runs_of(ground.place, ground.park);
  EXPECT_NE(second, first);
  ground.park.buildings = {};
  EXPECT_NE(memory.runs_of(ground.place, ground.park), second);
}

TEST(LandRuns, EmptyMapHasNone) {
  const LandRuns runs = land_runs({}, random_ground(2).park);
  EXPECT_TRUE(runs.park.empty());
  EXPECT_TRUE(runs.premises.empty());
}

}  // namespace
}  // namespace parktwin::criteria
