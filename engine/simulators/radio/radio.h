#pragma once
// Radio coverage of the park's cells: reference signal received power and signal-to-interference ratio of the best server for every map
// cell, 1.5 m above ground outdoors and inside buildings; from them its rates (link_maps.h) and what cells carry (cell_traffic.h).
// deterministic (default): free space, knife edges over roofs and terrain (ITU-R P.526), one corner or one façade (P.2040) where the
// antenna is out of sight and what is scattered many times (scattered_power.h), tree crowns (P.833). site_general: 3GPP TR 38.901 v16.1
// table 7.4.1-1 by line of sight (UMa for antennas from 20 m above ground, UMi street canyon below), or another law (site_law.h).
// reference: as deterministic, and graded at chosen places by exact rays, images and UTD (reference/). In all of them wall loss from
// TR 38.901 table 7.4.3-1 by material or by another law (entry_law.h), antennas from table 7.3-1 or as measured, corrections of a drive
// test where given (calibration/); median values unless shadow fading is drawn. Cells inside a building by TR 38.901 InF or InH
// (hall_law.h). Ignores the ground's reflection and whatever moves.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/core/progress.h"
#include "engine/park/park.h"
#include "engine/simulators/radio/answers/coverage_tables.h"
#include "engine/simulators/radio/answers/unserved_place.h"
#include "engine/simulators/radio/calibration/correction.h"
#include "engine/simulators/radio/entry_law.h"
#include "engine/simulators/radio/site_law.h"
#include "engine/simulators/radio/slice_figures.h"
#include "engine/simulators/radio/wifi/wifi.h"

namespace parktwin::radio {

class GeometryCache;

/// How the loss between antenna and device is found.
enum class PropagationMode { site_general, deterministic, reference };

constexpr auto names_of(PropagationMode) {
  return std::to_array<EnumName<PropagationMode>>({{PropagationMode::site_general, "site_general"},
                                                   {PropagationMode::deterministic, "deterministic"},
                                                   {PropagationMode::reference, "reference"}});
}

struct Options {
  PropagationMode mode = PropagationMode::deterministic;
  Metres resolution = Metres(2.0);
  Metres receiver_height = Metres(1.5);
  Metres maximum_distance = Metres(1500.0);  ///< a cell is not considered further away
  Decibel noise_figure = Decibel(9.0);       ///< of the device
  Decibel indoor_loss_per_metre = Decibel(0.5);
  bool shadow_fading = false;           ///< draw a correlated log-normal field instead of the median
  std::int32_t reference_points = 200;  ///< places graded in mode reference
  bool scattered_power = true;          ///< out of sight add what is scattered many times (scattered_power.h)
  // Of the tables beside the maps; criteria packs judge by thresholds of their own.
  Dbm minimum_rsrp = Dbm(-105.0);
  Decibel minimum_sinr = Decibel(-3.0);
  std::vector<double> table_thresholds_dbm = {-115.0, -105.0, -95.0, -85.0};
  SquareMetres smallest_unserved_area = SquareMetres(100.0);
  Dbm location_threshold = Dbm(-105.0);
  Dbm device_power = Dbm(23.0);  ///< power class 3, link/uplink_budget.h
  Decibel base_station_noise_figure = Decibel(5.0);
  Decibel uplink_interference_rise = Decibel(3.0);  ///< other cells' devices as strong as the noise
  bool count_overlap = false;
  std::string network_operator;  ///< empty: every cell may serve
  wifi::Options wifi;
  SiteLaw site_law = SiteLaw::automatic;  ///< of mode site_general
  EntryLaw entry_law = EntryLaw::material;
  double entry_probability = 0.5;       ///< of entry law p2109
  calibration::Correction calibration;  ///< added to every level
  bool load_from_traffic = false;       ///< loads of cells as their traffic makes them (traffic_loads.h), not the inventory's
  double location_target = 0.95;        ///< probability that figures call reliable (location_shares.h)
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"mode", "",
              "site_general: TR 38.901 by line of sight; deterministic: edges, corners, façades and trees of this park; reference: "
              "deterministic, graded by exact rays"},
        options.mode);
  visit(Field{"resolution_m", "m", "side of a map cell", 0.5, 50}, options.resolution);
  visit(Field{"receiver_height_m", "m", "height of the device above ground", 0.5, 10}, options.receiver_height);
  visit(Field{"maximum_distance_m", "m", "a radio cell is not considered further away", 50, 20000}, options.maximum_distance);
  visit(Field{"noise_figure_db", "dB", "noise figure of the device", 0, 20}, options.noise_figure);
  visit(Field{"indoor_loss_db_per_m", "dB/m", "loss per metre inside a building", 0, 5}, options.indoor_loss_per_metre);
  visit(Field{"shadow_fading", "", "draw correlated log-normal shadow fading from the seed instead of median values"},
        options.shadow_fading);
  visit(Field{"reference_points", "", "outdoor places at which mode reference grades the map by exact rays", 1, 100000},
        options.reference_points);
  visit(Field{"scattered_power", "",
              "deterministic and reference: out of sight, power scattered many times is added by the law of TR 38.901 without sight"},
        options.scattered_power);
  visit(Field{"minimum_rsrp_dbm", "dBm", "least SS-RSRP that counts as served in the tables; criteria packs have their own", -200, 0},
        options.minimum_rsrp);
  visit(Field{"minimum_sinr_db", "dB", "least SS-SINR that counts as served in the tables; criteria packs have their own", -50, 50},
        options.minimum_sinr);
  visit(Field{"table_thresholds_dbm", "dBm", "RSRP thresholds of the tables; -115, -105, -95 and -85 when not given", -200, 0},
        options.table_thresholds_dbm);
  visit(Field{"smallest_unserved_area_m2", "m2", "smaller unserved places are summed up in a note, not listed", 0, 1e9},
        options.smallest_unserved_area);
  visit(Field{"location_threshold_dbm", "dBm", "SS-RSRP that location_probability says is exceeded", -160, 0}, options.location_threshold);
  visit(Field{"device_power_dbm", "dBm", "highest transmit power of the device", -40, 50}, options.device_power);
  visit(Field{"base_station_noise_figure_db", "dB", "noise figure of the base station", 0, 20}, options.base_station_noise_figure);
  visit(Field{"uplink_interference_rise_db", "dB", "noise and other cells' devices at the base station, over noise alone", 0, 40},
        options.uplink_interference_rise);
  visit(Field{"count_overlap", "", "count the cells almost as strong as the best server; takes about as long as the map itself"},
        options.count_overlap);
  visit(Field{"network_operator", "", "only cells of this operator and shared ones serve, all others disturb; empty: every cell may serve"},
        options.network_operator);
  visit(Field{"wifi", "", "Wi-Fi access points"}, options.wifi);
  visit(Field{"site_law", "",
              "path loss in mode site_general, without effect in the others: automatic (TR 38.901 UMa for antennas from 20 m, else UMi), "
              "uma, umi, rma (TR 38.901 rural) or p1411 (ITU-R P.1411)"},
        options.site_law);
  visit(Field{"entry_law", "",
              "loss on entering a building, in every mode: material (TR 38.901 by each building's walls), low or high (its low-loss or "
              "high-loss model for all), p2109 (ITU-R P.2109, depth included: indoor_loss_db_per_m then has no effect)"},
        options.entry_law);
  visit(Field{"entry_probability", "1",
              "share of indoor places whose entry loss stays below the one taken; entry_law p2109 only, and without shadow fading", 0.01,
              0.99},
        options.entry_probability);
  visit(Field{"calibration", "", "corrections from a drive test, as parktwin calibrate writes them"}, options.calibration);
  visit(Field{"load_from_traffic", "",
              "cells are loaded as the traffic of connected assets makes them, interference of each other's loads included, instead of as "
              "typed; evaluates the map once more"},
        options.load_from_traffic);
  visit(Field{"location_target", "1", "places count as reliable where location_probability is at least this", 0, 1},
        options.location_target);
}

/// What a map cell is. Cells outside the boundary are not evaluated.
enum class Place : std::uint8_t { outside = 0, outdoor = 1, indoor = 2 };

/// No cell serves here: value of Result::best_server.
inline constexpr std::uint16_t no_server = 0xFFFF;

/// One radio cell's footprint.
struct CellFigures {
  Id<RadioCell> cell;
  bool on_air = false;          ///< cell and site operational and backhaul working
  double served_area_m2 = 0.0;  ///< ground where it is the best server
  double mean_rsrp_dbm = 0.0;   ///< over that ground; 0 when there is none
  /// Of devices spread evenly over that ground that take turns, each sent the same amount: harmonic mean of the rate; 0 when there is none.
  double capacity_down_mbit_s = 0.0;
  double capacity_up_mbit_s = 0.0;
  double offered_down_mbit_s = 0.0;  ///< by connected assets on its ground
  double offered_up_mbit_s = 0.0;
  double carried_down_mbit_s = 0.0;
  double carried_up_mbit_s = 0.0;
  double needed_load_down = 0.0;  ///< above 1: saturated; places out of reach are left out
  double needed_load_up = 0.0;
  bool saturated = false;
  double typed_load = 0.0;      ///< of the inventory
  double load = 0.0;            ///< that counts as interference to others: typed, or as the traffic makes it
  double location_share = 0.0;  ///< of its ground above the location threshold, as shadow fading lets expect
  double reliable_share = 0.0;  ///< of its ground above it with at least the probability of the location target
};

template <class Visitor, DescribedAs<CellFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"cell", "", "radio cell"}, figures.cell);
  visit(Field{"on_air", "", "in service with working backhaul"}, figures.on_air);
  visit(Field{"served_area_m2", "m2", "ground where it is the best server"}, figures.served_area_m2);
  visit(Field{"mean_rsrp_dbm", "dBm", "mean over that ground, of dBm values"}, figures.mean_rsrp_dbm);
  visit(Field{"capacity_down_mbit_s", "Mbit/s", "harmonic mean of the downlink rate over its ground within reach"},
        figures.capacity_down_mbit_s);
  visit(Field{"capacity_up_mbit_s", "Mbit/s", "harmonic mean of the uplink rate over its ground within reach"}, figures.capacity_up_mbit_s);
  visit(Field{"offered_down_mbit_s", "Mbit/s", "downlink traffic of connected assets on its ground"}, figures.offered_down_mbit_s);
  visit(Field{"offered_up_mbit_s", "Mbit/s", "uplink traffic of connected assets on its ground"}, figures.offered_up_mbit_s);
  visit(Field{"carried_down_mbit_s", "Mbit/s", "what of the downlink traffic it carries"}, figures.carried_down_mbit_s);
  visit(Field{"carried_up_mbit_s", "Mbit/s", "what of the uplink traffic it carries"}, figures.carried_up_mbit_s);
  visit(Field{"needed_load_down", "1", "share of its downlink resources the traffic within reach needs; above 1 saturated"},
        figures.needed_load_down);
  visit(Field{"needed_load_up", "1", "share of its uplink resources the traffic within reach needs; above 1 saturated"},
        figures.needed_load_up);
  visit(Field{"saturated", "", "the traffic needs more than the cell has, in either direction"}, figures.saturated);
  visit(Field{"typed_load", "1", "load of the inventory"}, figures.typed_load);
  visit(Field{"load", "1", "load that counts as interference to others"}, figures.load);
  visit(Field{"location_share", "1", "share of its ground expected above location_threshold_dbm: mean of location_probability"},
        figures.location_share);
  visit(Field{"reliable_share", "1", "share of its ground where location_probability is at least location_target"}, figures.reliable_share);
}

/// The map held against exact rays at one place outdoors, for its best server; both without vegetation and scattered power, which the rays
/// ignore.
struct GradedPlace {
  Point position;
  Id<RadioCell> cell;
  bool line_of_sight = false;  ///< by exact rays
  double map_dbm = 0.0;
  double reference_dbm = 0.0;
  std::string strongest;  ///< kind of the strongest exact path
};

template <class Visitor, DescribedAs<GradedPlace> Self>
void describe(Visitor&& visit, Self& place) {
  visit(Field{"position", "m", "where"}, place.position);
  visit(Field{"cell", "", "best server there"}, place.cell);
  visit(Field{"line_of_sight", "", "its antenna is in sight of exact rays"}, place.line_of_sight);
  visit(Field{"map_dbm", "dBm", "SS-RSRP of the map, without vegetation and scattered power"}, place.map_dbm);
  visit(Field{"reference_dbm", "dBm", "SS-RSRP by exact rays, images and diffraction"}, place.reference_dbm);
  visit(Field{"strongest", "", "kind of the strongest exact path"}, place.strongest);
}

/// How 5G serves one plant: a building used as factory or warehouse, or one with a radio site inside. Shares are of its floor on the map,
/// 0 where it has none; elements are the connected assets (人机料法环) of its whole enterprise by bearer.
struct PlantFigures {
  Id<Building> building;
  Id<Enterprise> enterprise;
  double floor_area_m2 = 0.0;
  double covered_share = 0.0;
  double own_cells_share = 0.0;  ///< its best server hangs inside it
  double mean_rsrp_dbm = 0.0;    ///< over floor with a server, of dBm values; 0 when there is none
  std::int64_t nr_elements = 0;
  std::int64_t wifi_elements = 0;
  std::int64_t wired_elements = 0;
  std::int64_t other_elements = 0;  ///< LTE and other wireless
  double nr_share = 0.0;            ///< of its wireless elements; 0 when there are none
};

template <class Visitor, DescribedAs<PlantFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"building", "", "building"}, figures.building);
  visit(Field{"enterprise", "", "enterprise that uses it"}, figures.enterprise);
  visit(Field{"floor_area_m2", "m2", "its ground floor on the map"}, figures.floor_area_m2);
  visit(Field{"covered_share", "1", "share of it with SS-RSRP from -105 dBm and SS-SINR from -3 dB"}, figures.covered_share);
  visit(Field{"own_cells_share", "1", "share of it whose best server hangs inside it"}, figures.own_cells_share);
  visit(Field{"mean_rsrp_dbm", "dBm", "mean over its floor with a server, of dBm values"}, figures.mean_rsrp_dbm);
  visit(Field{"nr_elements", "", "connected elements of its enterprise over 5G"}, figures.nr_elements);
  visit(Field{"wifi_elements", "", "over Wi-Fi"}, figures.wifi_elements);
  visit(Field{"wired_elements", "", "by wire"}, figures.wired_elements);
  visit(Field{"other_elements", "", "over LTE and other wireless"}, figures.other_elements);
  visit(Field{"nr_share", "1", "share of its enterprise's wireless elements over 5G"}, figures.nr_share);
}

/// All grids share one frame (row 0 in the south). Cells that are outside, or that no cell reaches, hold NaN and no_server.
struct Result {
  Grid<float> rsrp_dbm;                ///< SS-RSRP of the best server, NR cells only
  Grid<float> sinr_db;                 ///< SS-SINR of the best server: other cells on the same carrier by load, thermal noise
  Grid<std::uint16_t> best_server;     ///< index into park.radio_cells
  Grid<std::uint8_t> line_of_sight;    ///< 1 where the best server's antenna is in sight (indoors: seen from the façade)
  Grid<std::uint8_t> place;            ///< Place
  Grid<float> shadowing_deviation_db;  ///< standard deviation of shadow fading for the best server, walls included
  std::vector<CellFigures> cells;
  std::vector<GradedPlace> graded;  ///< mode reference only
  std::vector<Note> notes;
  std::vector<double> table_thresholds_dbm;  ///< of the shares in the tables
  std::vector<answers::ZoneCoverage> zone_coverage;
  std::vector<answers::EnterpriseCoverage> enterprise_coverage;
  std::vector<answers::BuildingCoverage> building_coverage;
  std::vector<answers::FloorCoverage> floor_coverage;
  std::vector<answers::ThresholdShift> threshold_shifts;
  std::vector<answers::UnservedPlace> unserved_places;  ///< largest first
  Grid<float> rsrq_db;                                  ///< SS-RSRQ of the best server
  Grid<float> rssi_dbm;                                 ///< over the best server's carrier
  Grid<float> throughput_down_mbit_s;                   ///< of one device that has the best server for itself; 0 out of reach
  Grid<float> throughput_up_mbit_s;
  Grid<float> location_probability;  ///< that SS-RSRP exceeds Options::location_threshold
  Grid<std::uint8_t> overlap;        ///< serving cells on the best server's carrier within 6 dB of it, itself included; empty: not counted
  std::vector<PlantFigures> plants;  ///< in the order of park.buildings
  wifi::Result wifi;
  std::vector<SliceFigures> slices;  ///< by radio cell, then in the order of park.network_slices; only where a slice has traffic
  double location_share = 0.0;       ///< as of a radio cell, but of all ground inside the boundary, 0 where nobody serves
  double reliable_share = 0.0;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"rsrp_dbm", "dBm", "SS-RSRP of the best server"}, result.rsrp_dbm);
  visit(Field{"sinr_db", "dB", "SS-SINR of the best server"}, result.sinr_db);
  visit(Field{"best_server", "", "index of the best radio cell, 65535 where there is none"}, result.best_server);
  visit(Field{"line_of_sight", "", "1 where the best server's antenna is in sight"}, result.line_of_sight);
  visit(Field{"place", "", "0 outside the park, 1 outdoors, 2 inside a building"}, result.place);
  visit(Field{"shadowing_deviation_db", "dB", "standard deviation of shadow fading for the best server"}, result.shadowing_deviation_db);
  visit(Field{"cells", "", "figures per radio cell"}, result.cells);
  visit(Field{"graded", "", "places at which the map was held against exact rays"}, result.graded);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
  visit(Field{"table_thresholds_dbm", "dBm", "RSRP thresholds of the shares in the tables"}, result.table_thresholds_dbm);
  visit(Field{"zone_coverage", "", "how much of each zone is covered"}, result.zone_coverage);
  visit(Field{"enterprise_coverage", "", "how much of each enterprise's ground and buildings is covered"}, result.enterprise_coverage);
  visit(Field{"building_coverage", "", "how much of each building is covered"}, result.building_coverage);
  visit(Field{"floor_coverage", "", "how much of each storey is covered"}, result.floor_coverage);
  visit(Field{"threshold_shifts", "", "served shares of the park with other thresholds"}, result.threshold_shifts);
  visit(Field{"unserved_places", "", "public and enterprise ground that is not served, the largest places"}, result.unserved_places);
  visit(Field{"rsrq_db", "dB", "SS-RSRQ of the best server"}, result.rsrq_db);
  visit(Field{"rssi_dbm", "dBm", "received power over the best server's carrier"}, result.rssi_dbm);
  visit(Field{"throughput_down_mbit_s", "Mbit/s", "downlink rate of one device that has the best server for itself"},
        result.throughput_down_mbit_s);
  visit(Field{"throughput_up_mbit_s", "Mbit/s", "uplink rate of one device that has the best server for itself"},
        result.throughput_up_mbit_s);
  visit(Field{"location_probability", "1", "probability that SS-RSRP exceeds location_threshold_dbm"}, result.location_probability);
  visit(Field{"overlap", "", "cells on the best server's carrier within 6 dB of it, itself included"}, result.overlap);
  visit(Field{"plants", "", "figures per factory hall, warehouse and building with a radio site inside"}, result.plants);
  visit(Field{"wifi", "", "Wi-Fi access points"}, result.wifi);
  visit(Field{"slices", "", "what network slices need and get, per radio cell where they have traffic"}, result.slices);
  visit(Field{"location_share", "1", "share of the park's ground expected above location_threshold_dbm"}, result.location_share);
  visit(Field{"reliable_share", "1", "share of the park's ground where location_probability is at least location_target"},
        result.reliable_share);
}

/// `site_connected[i]` says whether radio site i has working backhaul; a site without is off the air.
/// Precondition: one entry per radio site. Deterministic for any number of threads; `seed` matters only with shadow fading.
/// Geometries that `known` holds (geometry_cache.h) are not traced again, and those traced are added to it; the result has the same bits.
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed,
                              Progress& progress, GeometryCache* known = nullptr);

}  // namespace parktwin::radio
