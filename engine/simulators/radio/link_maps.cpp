#include "engine/simulators/radio/link_maps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/cell_links.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/link/location_probability.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t cells_per_chunk = std::size_t{1} << 14;
const auto lg_subcarriers_db = static_cast<float>(10.0 * std::log10(12.0));

// Q(x) between ±8 by linear interpolation in steps of 1/128: the error stays below h²/8·max|Q''| = 2e-6.
class ExceedanceTable {
 public:
  ExceedanceTable() {
    for (int i = 0; i <= 2 * most * steps; ++i) {
      values_.push_back(static_cast<float>(link::normal_exceedance(static_cast<double>(i) / steps - most)));
    }
  }
  /// below_db[i] over deviation_db[i], for each i below `count`.
  PARKTWIN_VECTOR_CLONES void look_up(std::size_t count, const float* level_dbm, float threshold_dbm, const float* deviation_db,
                                      float* probability) const {
    const float* const values = values_.data();
    constexpr auto last = static_cast<float>(2 * most * steps - 1);
    for (std::size_t i = 0; i < count; ++i) {
      const float x = (threshold_dbm - level_dbm[i]) / deviation_db[i];
      const float place = (x + most) * steps;
      const float within = place > 0.0F ? (place < last ? place : last) : 0.0F;
      const auto whole = static_cast<std::int32_t>(within);
      const float between = values[whole] + (place - static_cast<float>(whole)) * (values[whole + 1] - values[whole]);
      probability[i] = x > -most ? (x < most ? between : 0.0F) : 1.0F;
    }
  }

 private:
  static constexpr int most = 8;
  static constexpr int steps = 128;
  std::vector<float> values_;
};

/// Cells of one server, side by side on the map.
struct ServedRun {
  std::size_t begin = 0;
  std::size_t count = 0;
};

PARKTWIN_VECTOR_CLONES void put_quality(const CellLink& cell, const ServedRun& run, Result& result) {
  const float* const level_dbm = result.rsrp_dbm.values.data() + run.begin;
  const float* const sinr_db = result.sinr_db.values.data() + run.begin;
  float* const rsrq_db = result.rsrq_db.values.data() + run.begin;
  float* const rssi_dbm = result.rssi_dbm.values.data() + run.begin;
  for (std::size_t i = 0; i < run.count; ++i) {
    const float received = cell.load + fast_milliwatts(-sinr_db[i]);  // over the own cell's resource elements at full load
    const float quality_db = -lg_subcarriers_db - 10.0F * fast_log10(received);
    rsrq_db[i] = quality_db;
    rssi_dbm[i] = level_dbm[i] - quality_db + cell.blocks_db;
  }
}

PARKTWIN_VECTOR_CLONES void put_rates(const CellLinks& links, const CellLink& cell, const ServedRun& run, Result& result) {
  const float* const level_dbm = result.rsrp_dbm.values.data() + run.begin;
  const float* const sinr_db = result.sinr_db.values.data() + run.begin;
  const float element_dbm = cell.element_dbm;
  links.down[cell.down].look_up(
      run.count, [sinr_db](std::size_t i) { return sinr_db[i]; }, result.throughput_down_mbit_s.values.data() + run.begin);
  links.up[cell.up].look_up(
      run.count, [level_dbm, element_dbm](std::size_t i) { return level_dbm[i] - element_dbm; },
      result.throughput_up_mbit_s.values.data() + run.begin);
}

}  // namespace

void put_link_maps(const Park& park, const Options& options, Result& result) {
  const CellLinks links = cell_links(park, options);
  const ExceedanceTable exceedance;
  const auto threshold_dbm = static_cast<float>(options.location_threshold.value());
  const GridFrame& frame = result.best_server.frame;
  const std::array maps = {&result.rsrq_db, &result.rssi_dbm, &result.throughput_down_mbit_s, &result.throughput_up_mbit_s,
                           &result.location_probability};
  for (auto* map : maps) {
    if (map->frame != frame || map->values.size() != frame.size()) *map = Grid<float>(frame);  // every cell is written below
  }
  const auto& servers = result.best_server.values;
  parallel_chunks(servers.size(), cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    for (ServedRun run{begin, 0}; run.begin < end; run.begin += run.count) {
      const std::uint16_t server = servers[run.begin];
      run.count = 1;
      while (run.begin + run.count < end && servers[run.begin + run.count] == server) ++run.count;
      if (server == no_server) {
        for (auto* map : maps) std::fill_n(map->values.data() + run.begin, run.count, std::numeric_limits<float>::quiet_NaN());
        continue;
      }
      put_quality(links.cells[server], run, result);
      put_rates(links, links.cells[server], run, result);
      const float* const level_dbm = result.rsrp_dbm.values.data() + run.begin;
      float* const probability = result.location_probability.values.data() + run.begin;
      if (options.shadow_fading) {
        for (std::size_t i = 0; i < run.count; ++i) probability[i] = threshold_dbm < level_dbm[i] ? 1.0F : 0.0F;
      } else {
        exceedance.look_up(run.count, level_dbm, threshold_dbm, result.shadowing_deviation_db.values.data() + run.begin, probability);
      }
    }
  });
}

}  // namespace parktwin::radio
