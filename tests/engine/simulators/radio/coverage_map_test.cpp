// The whole map against a slow evaluation: plain double formulas, one map cell and radio cell after the other, exact antenna gain.
#include "engine/simulators/radio/coverage_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/facade_reflection.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/vegetation.h"
#include "tests/engine/simulators/radio/measured_antenna.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::two_site_draft;

struct SlowCell {
  double rsrp_dbm = -1e30;
  double sinr_db = 0.0;
  std::size_t server = no_server;
};

class SlowMap {
 public:
  SlowMap(const Park& park, const Options& options, const GridFrame& frame)
      : park_(park), options_(options), obstacles_(make_obstacles(park, frame)), surface_(obstacles_.surface) {
    for (const auto& site : *park.radio_sites) {
      const double ground = ground_elevation_m(*park.terrain, site.position);
      const SightPoint point{.position = site.position, .elevation_m = ground + site.height.value()};
      geometries_.push_back(trace_site(obstacles_, point, options.receiver_height, options.maximum_distance));
    }
  }

  [[nodiscard]] SlowCell at(std::int32_t column, std::int32_t row) const {
    const auto& cells = park_.radio_cells->records();
    std::vector<double> levels;
    SlowCell result;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      levels.push_back(level(cells[i], column, row));
      if (levels[i] > result.rsrp_dbm) {
        result.rsrp_dbm = levels[i];
        result.server = i;
      }
    }
    if (result.server == no_server) return result;
    const auto& serving = cells[result.server];
    // k·290 K·30 kHz with the noise figure: −120.204 dBm + (NF − 9).
    double disturbance =
        std::pow(10.0, 0.1 * (-129.2039 + 10.0 * std::log10(serving.subcarrier_spacing.value() / 30e3) + options_.noise_figure.value()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i == result.server) continue;
      disturbance += cells[i].load * coupling(carrier_of(serving), carrier_of(cells[i])) * std::pow(10.0, 0.1 * levels[i]);
    }
    result.sinr_db = result.rsrp_dbm - 10.0 * std::log10(disturbance);
    return result;
  }

 private:
  [[nodiscard]] double level(const RadioCell& cell, std::int32_t column, std::int32_t row) const {
    const RadioSite& site = (*park_.radio_sites)[cell.site];
    const Antenna& antenna = (*park_.antennas)[cell.antenna];
    const SurfaceCell& here = surface_.at(column, row);
    const Point centre = surface_.frame.centre(column, row);
    const double dx = centre.x - site.position.x;
    const double dy = centre.y - site.position.y;
    const double dz =
        here.ground_m + options_.receiver_height.value() - ground_elevation_m(*park_.terrain, site.position) - site.height.value();
    if (std::hypot(dx, dy) > options_.maximum_distance.value()) return -1e30;
    const SiteGeometry& geometry = geometries_[cell.site.index()];
    const double sent =
        cell.transmit_power.value() - 10.0 * std::log10(12.0 * resource_blocks(carrier_of(cell))) - cell.feeder_loss.value();
    const double inside = indoor_loss(cell, here);
    if (options_.mode == PropagationMode::site_general) {
      const auto law = path_loss_law(environment_at(site.height), cell.frequency, site.height, options_.receiver_height);
      const double loss = path_loss_db(law, std::hypot(dx, dy), dz, geometry.seen(column, row));
      return sent + gain(antenna, cell, {dx, dy, dz}) - loss - inside;
    }
    const std::size_t at = geometry.window.index(column, row);
    const double ground = std::hypot(dx, dy);
    const bool seen = geometry.seen(column, row);
    const double up = seen ? dz : ground * geometry.departure[at] * static_cast<double>(departure_step);
    double share = std::pow(10.0, -0.1 * roof_loss(cell, geometry, at, ground, dz));
    if (!seen && options_.scattered_power) {
      const auto law = path_loss_law(environment_at(site.height), cell.frequency, site.height, options_.receiver_height);
      share += std::pow(10.0, -0.1 * path_loss_db(law, ground, dz, false));
    }
    const double direct = sent + gain(antenna, cell, {dx, dy, up}) + 10.0 * std::log10(share) - inside;
    if (geometry.detour[at] == 0) return direct;
    const double detour = sent + detour_gain(antenna, cell, geometry.detours[geometry.detour[at] - 1U], site.position, centre, dz) - inside;
    return 10.0 * std::log10(std::pow(10.0, 0.1 * direct) + std::pow(10.0, 0.1 * detour));
  }

  [[nodiscard]] static double gain(const Antenna& antenna, const RadioCell& cell, const Vector3& way) {
    const double length = std::sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
    const auto direction =
        direction_to(orientation_of(cell.azimuth, cell.mechanical_downtilt), {way.x / length, way.y / length, way.z / length});
    return antenna_gain_dbi(antenna, cell.electrical_downtilt, direction);
  }

  [[nodiscard]] static double free_space(const RadioCell& cell, double length_m) {
    return 20.0 * std::log10(4.0 * std::numbers::pi * length_m * cell.frequency.value() / 299792458.0);
  }

  [[nodiscard]] static double roof_loss(const RadioCell& cell, const SiteGeometry& geometry, std::size_t at, double ground, double dz) {
    double loss = free_space(cell, std::hypot(std::max(ground, 10.0), dz));
    double least = 1e9;
    for (const auto& plane : geometry.edge) {
      if ((plane[at] & parameter_mask) == 0) continue;
      const double edge = knife_edge_loss_db(static_cast<double>(parameter_of(plane[at])) * std::sqrt(cell.frequency.value() * 1e-9));
      loss += edge;
      least = std::min(least, edge);
    }
    loss += 0.1 * geometry.spreading[at] * std::clamp((least - 6.0) / 9.0, 0.0, 1.0);
    return loss + vegetation_loss_db(0.5 * geometry.vegetation[at], cell.frequency);
  }

  // Antenna gain less loss on the way around a corner or off a façade.
  [[nodiscard]] static double detour_gain(const Antenna& antenna, const RadioCell& cell, const Detour& detour, Point mast, Point centre,
                                          double dz) {
    const double x = centre.x - static_cast<double>(detour.x_m);
    const double y = centre.y - static_cast<double>(detour.y_m);
    const Point normal{static_cast<double>(detour.normal_x), static_cast<double>(detour.normal_y)};
    // Around a corner from the mast itself: the way as kept is rounded to single precision.
    const bool bends = detour.kind == DetourKind::corner;
    const double first = bends ? std::hypot(mast.x - static_cast<double>(detour.x_m), mast.y - static_cast<double>(detour.y_m)) : 0.0;
    const double way = first + std::hypot(x, y);
    const double loss = free_space(cell, std::hypot(way, dz));
    if (bends) {
      const double nu = 2.0 * std::sqrt(std::max(way - distance(mast, centre), 0.0) * cell.frequency.value() / 299792458.0);
      return gain(antenna, cell, {normal.x * way, normal.y * way, dz}) - loss - knife_edge_loss_db(nu);
    }
    const double towards = x * normal.x + y * normal.y;
    const double reflected = facade_reflection(detour.material, cell.frequency, std::abs(towards) / way);
    return gain(antenna, cell, {x - 2.0 * towards * normal.x, y - 2.0 * towards * normal.y, dz}) - loss + 10.0 * std::log10(reflected);
  }

  [[nodiscard]] double indoor_loss(const RadioCell& cell, const SurfaceCell& here) const {
    if (here.building == no_building) return 0.0;
    const auto& walls = park_.buildings->records()[static_cast<std::size_t>(here.building)];
    return entry_loss(walls.material, cell.frequency).value() +
           options_.indoor_loss_per_metre.value() * static_cast<double>(here.facade_distance_m);
  }

  const Park& park_;
  const Options& options_;
  Obstacles obstacles_;
  const Grid<SurfaceCell>& surface_;
  std::vector<SiteGeometry> geometries_;
};

void expect_same_in_one_mode(const Park& park, const Options& options) {
  const auto fast = test::simulated(park, options);
  const SlowMap slow(park, options, fast.place.frame);
  std::size_t compared = 0;
  std::size_t other_server = 0;
  double worst_rsrp = 0.0;
  double worst_sinr = 0.0;
  for (std::int32_t row = 0; row < fast.place.frame.rows; ++row) {
    for (std::int32_t column = 0; column < fast.place.frame.columns; ++column) {
      if (fast.place.at(column, row) == 0) {
        EXPECT_TRUE(std::isnan(fast.rsrp_dbm.at(column, row)));
        continue;
      }
      const auto exact = slow.at(column, row);
      ++compared;
      if (exact.server == no_server) {
        EXPECT_EQ(fast.best_server.at(column, row), no_server);
        EXPECT_TRUE(std::isnan(fast.sinr_db.at(column, row)));
        continue;
      }
      worst_rsrp = std::max(worst_rsrp, std::abs(fast.rsrp_dbm.at(column, row) - exact.rsrp_dbm));
      if (fast.best_server.at(column, row) != exact.server) {
        ++other_server;
        continue;
      }
      worst_sinr = std::max(worst_sinr, std::abs(fast.sinr_db.at(column, row) - exact.sinr_db));
    }
  }
  EXPECT_GT(compared, 10000U);
  EXPECT_LT(static_cast<double>(other_server), 0.001 * static_cast<double>(compared));  // ties within the tables' error
  EXPECT_LT(worst_rsrp, 0.03);
  EXPECT_LT(worst_sinr, 0.1);
}

void expect_same(const Park& park, Options options) {
  for (const auto mode : {PropagationMode::site_general, PropagationMode::deterministic}) {
    options.mode = mode;
    expect_same_in_one_mode(park, options);
  }
}

TEST(CoverageMap, MatchesThePlainFormulas) { expect_same(two_site_draft().park(), {}); }

TEST(CoverageMap, MatchesWithSeveralCarriersAndShortReach) {
  Draft draft = two_site_draft();
  draft.cells[1].frequency = gigahertz(3.55);
  draft.cells[2].bandwidth = megahertz(40.0);
  draft.cells[3].frequency = gigahertz(2.6);
  draft.cells[3].subcarrier_spacing = Hertz(15e3);
  draft.cells[3].bandwidth = megahertz(20.0);
  draft.cells[3].feeder_loss = Decibel(1.5);
  draft.cells[4].load = 0.0;
  draft.antennas[0].columns = 2;
  draft.boundary = {.outer = {{20, 10}, {580, 60}, {560, 390}, {90, 380}}, .holes = {}};
  Options options;
  options.maximum_distance = Metres(230.0);
  options.noise_figure = Decibel(5.0);
  options.receiver_height = Metres(1.7);
  expect_same(draft.park(), options);
}

TEST(CoverageMap, MatchesOverTerrain) {
  Draft draft = two_site_draft();
  draft.terrain.elevation_m = Grid<float>({.origin = {-50, -50}, .cell_size = 25.0, .columns = 30, .rows = 22});
  for (std::size_t i = 0; i < draft.terrain.elevation_m.values.size(); ++i) {
    draft.terrain.elevation_m.values[i] = 12.0F + 4.0F * static_cast<float>(std::sin(0.4 * static_cast<double>(i % 30)));
  }
  expect_same(draft.park(), {});
}

TEST(CoverageMap, MatchesWithMeasuredPatternsAndBeams) {
  Draft draft = two_site_draft();
  Antenna swept = test::antenna("A-2");
  swept.columns = 4;
  swept.ssb_beams_horizontal = 8;
  swept.ssb_beams_vertical = 2;
  draft.antennas = {test::measured_panel(), swept};
  draft.cells[1].antenna = Id<Antenna>(1);
  draft.cells[4].antenna = Id<Antenna>(1);
  expect_same(draft.park(), {});
}

}  // namespace
}  // namespace parktwin::radio
