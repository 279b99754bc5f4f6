#pragma once
// The tables that say how much is covered, where the maps say where: per zone, enterprise, building and storey the share of ground whose
// level reaches each of a list of thresholds, and the share served, that is with level and SINR at or above the least that counts; and how
// the served share of the park moves when these two thresholds do. Ground is counted in map cells by their centres, inside the boundary.
#include <cstdint>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/park/building.h"
#include "engine/park/enterprise.h"
#include "engine/park/land.h"

namespace parktwin::radio::answers {

/// Shares of some ground; 0 where there is none.
struct CoverageShares {
  double area_m2 = 0.0;
  double served_share = 0.0;
  std::vector<double> share_over;  ///< one per threshold, in the order of the list
};

template <class Visitor, DescribedAs<CoverageShares> Self>
void describe(Visitor&& visit, Self& shares) {
  visit(Field{"area_m2", "m2", "ground counted"}, shares.area_m2);
  visit(Field{"served_share", "1", "share of it with level and SINR at or above the least that counts as served"}, shares.served_share);
  visit(Field{"share_over", "1", "share of it with RSRP at or above each of table_thresholds_dbm"}, shares.share_over);
}

/// Ground that several zones hold counts to the first.
struct ZoneCoverage {
  Id<Zone> zone;
  CoverageShares outdoors;
  CoverageShares indoors;
};

template <class Visitor, DescribedAs<ZoneCoverage> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"zone", "", "zone"}, row.zone);
  visit(Field{"outdoors", "", "its open ground"}, row.outdoors);
  visit(Field{"indoors", "", "its ground under roofs"}, row.indoors);
}

/// Outdoors its parcels; indoors the buildings it uses, wherever they stand, and buildings of no enterprise on its parcels.
struct EnterpriseCoverage {
  Id<Enterprise> enterprise;
  CoverageShares outdoors;
  CoverageShares indoors;
};

template <class Visitor, DescribedAs<EnterpriseCoverage> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"enterprise", "", "enterprise"}, row.enterprise);
  visit(Field{"outdoors", "", "open ground of its parcels"}, row.outdoors);
  visit(Field{"indoors", "", "ground floors of its buildings, and of those of no enterprise on its parcels"}, row.indoors);
}

struct BuildingCoverage {
  Id<Building> building;
  CoverageShares ground_floor;
};

template <class Visitor, DescribedAs<BuildingCoverage> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"building", "", "building"}, row.building);
  visit(Field{"ground_floor", "", "its ground floor; no area where it covers no centre of a map cell"}, row.ground_floor);
}

struct FloorCoverage {
  Id<Building> building;
  std::int32_t floor = 1;      ///< 1 is the ground floor
  double device_height_m = 0;  ///< above ground
  CoverageShares shares;
};

template <class Visitor, DescribedAs<FloorCoverage> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"building", "", "building"}, row.building);
  visit(Field{"floor", "", "storey above ground; 1 is the ground floor"}, row.floor);
  visit(Field{"device_height_m", "m", "height of the device above ground"}, row.device_height_m);
  visit(Field{"shares", "", "its ground"}, row.shares);
}

/// Served shares of the park's ground with both thresholds moved.
struct ThresholdShift {
  double rsrp_shift_db = 0.0;
  double sinr_shift_db = 0.0;
  double outdoor_served_share = 0.0;
  double indoor_served_share = 0.0;
  double public_served_share = 0.0;
};

template <class Visitor, DescribedAs<ThresholdShift> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"rsrp_shift_db", "dB", "added to the least RSRP that counts as served"}, row.rsrp_shift_db);
  visit(Field{"sinr_shift_db", "dB", "added to the least SINR that counts as served"}, row.sinr_shift_db);
  visit(Field{"outdoor_served_share", "1", "share of the park's open ground served then"}, row.outdoor_served_share);
  visit(Field{"indoor_served_share", "1", "share of the park's ground floors served then"}, row.indoor_served_share);
  visit(Field{"public_served_share", "1", "share of public zones without water and public buildings served then"}, row.public_served_share);
}

}  // namespace parktwin::radio::answers
