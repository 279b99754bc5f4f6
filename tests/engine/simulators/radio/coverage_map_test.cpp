// The whole map against a slow evaluation: plain double formulas, one map cell and radio cell after the other, exact antenna gain.
#include "engine/simulators/radio/row_coverage.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/radio/entry_loss.h"
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
      : park_(park), options_(options), surface_(make_surface(*park.terrain, park.buildings->records(), frame)) {
    for (const auto& site : *park.radio_sites) {
      const double ground = ground_elevation_m(*park.terrain, site.position);
      const SightPoint point{.position = site.position, .elevation_m = ground + site.height.value()};
      sights_.push_back(line_of_sight(surface_, point, options.receiver_height, options.maximum_distance));
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
    const double slant = std::sqrt(dx * dx + dy * dy + dz * dz);
    const auto direction = direction_to(orientation_of(cell.azimuth, cell.mechanical_downtilt), {dx / slant, dy / slant, dz / slant});
    const auto law = path_loss_law(environment_at(site.height), cell.frequency, site.height, options_.receiver_height);
    const bool seen = sights_[cell.site.index()].seen(column, row);
    double result = cell.transmit_power.value() - 10.0 * std::log10(12.0 * resource_blocks(carrier_of(cell))) - cell.feeder_loss.value() +
                    antenna_gain_dbi(antenna, cell.electrical_downtilt, direction) - path_loss_db(law, std::hypot(dx, dy), dz, seen);
    if (here.building != no_building) {
      const auto& walls = park_.buildings->records()[static_cast<std::size_t>(here.building)];
      result -= entry_loss(walls.material, cell.frequency).value() + options_.indoor_loss_per_metre.value() * here.facade_distance_m;
    }
    return result;
  }

  const Park& park_;
  const Options& options_;
  Grid<SurfaceCell> surface_;
  std::vector<SightMap> sights_;
};

void expect_same(const Park& park, const Options& options) {
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

TEST(RowCoverage, MatchesThePlainFormulas) { expect_same(two_site_draft().park(), {}); }

TEST(RowCoverage, MatchesWithSeveralCarriersAndShortReach) {
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

TEST(RowCoverage, MatchesOverTerrain) {
  Draft draft = two_site_draft();
  draft.terrain.elevation_m = Grid<float>({.origin = {-50, -50}, .cell_size = 25.0, .columns = 30, .rows = 22});
  for (std::size_t i = 0; i < draft.terrain.elevation_m.values.size(); ++i) {
    draft.terrain.elevation_m.values[i] = 12.0F + 4.0F * static_cast<float>(std::sin(0.4 * static_cast<double>(i % 30)));
  }
  expect_same(draft.park(), {});
}

}  // namespace
}  // namespace parktwin::radio
