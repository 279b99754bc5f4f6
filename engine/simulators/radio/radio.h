#pragma once
// Radio coverage of the park's cells: reference signal received power and signal-to-interference ratio of the best server for every map
// cell, 1.5 m above ground outdoors and inside buildings.
// Line of sight comes from geometry (radial sweep over terrain and buildings), path loss from 3GPP TR 38.901 v16.1 table 7.4.1-1 (UMa for
// antennas from 20 m above ground, UMi street canyon below), wall loss from table 7.4.3-1 by material, antenna pattern from table 7.3-1.
// Ignores diffraction over single edges, reflections and vegetation; median values unless shadow fading is drawn.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/note.h"
#include "engine/core/progress.h"
#include "engine/park/park.h"

namespace parktwin::radio {

struct Options {
  Metres resolution = Metres(2.0);
  Metres receiver_height = Metres(1.5);
  Metres maximum_distance = Metres(1500.0);  ///< a cell is not considered further away
  Decibel noise_figure = Decibel(9.0);       ///< of the device
  Decibel indoor_loss_per_metre = Decibel(0.5);
  bool shadow_fading = false;  ///< draw a correlated log-normal field instead of the median
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"resolution_m", "m", "side of a map cell", 0.5, 50}, options.resolution);
  visit(Field{"receiver_height_m", "m", "height of the device above ground", 0.5, 10}, options.receiver_height);
  visit(Field{"maximum_distance_m", "m", "a radio cell is not considered further away", 50, 20000}, options.maximum_distance);
  visit(Field{"noise_figure_db", "dB", "noise figure of the device", 0, 20}, options.noise_figure);
  visit(Field{"indoor_loss_db_per_m", "dB/m", "loss per metre inside a building", 0, 5}, options.indoor_loss_per_metre);
  visit(Field{"shadow_fading", "", "draw correlated log-normal shadow fading from the seed instead of median values"},
        options.shadow_fading);
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
};

template <class Visitor, DescribedAs<CellFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"cell", "", "radio cell"}, figures.cell);
  visit(Field{"on_air", "", "in service with working backhaul"}, figures.on_air);
  visit(Field{"served_area_m2", "m2", "ground where it is the best server"}, figures.served_area_m2);
  visit(Field{"mean_rsrp_dbm", "dBm", "mean over that ground, of dBm values"}, figures.mean_rsrp_dbm);
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
  std::vector<Note> notes;
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
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// `site_connected[i]` says whether radio site i has working backhaul; a site without is off the air.
/// Precondition: one entry per radio site. Deterministic for any number of threads; `seed` matters only with shadow fading.
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed,
                              Progress& progress);

}  // namespace parktwin::radio
