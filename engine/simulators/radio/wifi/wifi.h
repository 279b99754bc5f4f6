#pragma once
// Wi-Fi 6 and 7 access points: level of the strongest one's beacon per map cell, who that is, and what each one serves. The level is that
// of a 20 MHz channel at an isotropic device; it is found as a radio cell's is (radio/wifi_map.h). Access points are those in service
// themselves; whether their wire works is the wired simulator's matter. Ignores interference, airtime shared between devices, walls inside
// buildings other than through TR 38.901's indoor laws, and the devices' own weaker transmitters.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/grid.h"
#include "engine/core/note.h"
#include "engine/park/wired_inventory.h"

namespace parktwin::radio::wifi {

struct Options {
  Metres reach = Metres(150.0);  ///< 23 dBm over 150 m of free space at 5.25 GHz are -67.4 dBm
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"reach_m", "m", "an access point is not considered further away", 10, 1000}, options.reach);
}

/// Planning level of voice and control over Wi-Fi, enough for 16QAM ¾ with 3 dB to spare and nearly for 64QAM ⅔: what vendors' design
/// guides ask at the edge of a cell.
inline constexpr Dbm served_level = Dbm(-67.0);

/// No access point serves here: value of Result::access_point.
inline constexpr std::uint16_t no_access_point = 0xFFFF;

struct AccessPointFigures {
  Id<NetworkNode> node;
  double served_area_m2 = 0.0;  ///< ground where it is the strongest, from served_level
  double mean_level_dbm = 0.0;  ///< over that ground; 0 when there is none
  double mean_rate_mbps = 0.0;  ///< over that ground: in 20 MHz, one stream
};

template <class Visitor, DescribedAs<AccessPointFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"node", "", "access point"}, figures.node);
  visit(Field{"served_area_m2", "m2", "ground where it is the strongest, at -67 dBm or more"}, figures.served_area_m2);
  visit(Field{"mean_level_dbm", "dBm", "mean beacon level over that ground, of dBm values"}, figures.mean_level_dbm);
  visit(Field{"mean_rate_mbps", "Mbit/s", "mean rate over that ground, in 20 MHz with one stream"}, figures.mean_rate_mbps);
}

/// Grids on the frame of radio::Result; empty in a park without working access points.
struct Result {
  Grid<float> level_dbm;                          ///< NaN where none reaches
  Grid<std::uint16_t> access_point;               ///< index into access_points
  std::vector<AccessPointFigures> access_points;  ///< in the order of park.network_nodes
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"level_dbm", "dBm", "beacon level of the strongest access point in 20 MHz"}, result.level_dbm);
  visit(Field{"access_point", "", "number of the strongest access point in the table, 65535 where there is none"}, result.access_point);
  visit(Field{"access_points", "", "figures per access point"}, result.access_points);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

}  // namespace parktwin::radio::wifi
