#include "engine/simulators/radio/link_maps.h"

#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/cell_links.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/link/location_probability.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t cells_per_chunk = std::size_t{1} << 14;

// Q(x) between ±8 by linear interpolation in steps of 1/128: the error stays below h²/8·max|Q''| = 2e-6.
class ExceedanceTable {
 public:
  ExceedanceTable() {
    for (int i = 0; i <= 2 * most * steps; ++i) {
      values_.push_back(static_cast<float>(link::normal_exceedance(static_cast<double>(i) / steps - most)));
    }
  }
  [[nodiscard]] float at(float x) const {
    if (!(x > -most)) return 1.0F;
    if (!(x < most)) return 0.0F;
    const float place = (x + most) * steps;
    const auto whole = static_cast<std::size_t>(place);
    return values_[whole] + (place - static_cast<float>(whole)) * (values_[whole + 1] - values_[whole]);
  }

 private:
  static constexpr int most = 8;
  static constexpr int steps = 128;
  std::vector<float> values_;
};

}  // namespace

void put_link_maps(const Park& park, const Options& options, Result& result) {
  const CellLinks links = cell_links(park, options);
  const ExceedanceTable exceedance;
  const auto threshold_dbm = static_cast<float>(options.location_threshold.value());
  const GridFrame& frame = result.best_server.frame;
  for (auto* map :
       {&result.rsrq_db, &result.rssi_dbm, &result.throughput_down_mbit_s, &result.throughput_up_mbit_s, &result.location_probability}) {
    *map = Grid<float>(frame, std::numeric_limits<float>::quiet_NaN());
  }
  const auto lg_subcarriers_db = static_cast<float>(10.0 * std::log10(12.0));
  parallel_chunks(result.best_server.values.size(), cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint16_t server = result.best_server.values[i];
      if (server == no_server) continue;
      const CellLink& cell = links.cells[server];
      const float rsrp_dbm = result.rsrp_dbm.values[i];
      const float sinr_db = result.sinr_db.values[i];
      const float received = cell.load + fast_milliwatts(-sinr_db);  // over the own cell's resource elements at full load
      const float rsrq_db = -lg_subcarriers_db - 10.0F * fast_log10(received);
      result.rsrq_db.values[i] = rsrq_db;
      result.rssi_dbm.values[i] = rsrp_dbm - rsrq_db + cell.blocks_db;
      result.throughput_down_mbit_s.values[i] = links.down[cell.down].at(sinr_db);
      result.throughput_up_mbit_s.values[i] = links.up[cell.up].at(rsrp_dbm - cell.element_dbm);
      const float below_db = threshold_dbm - rsrp_dbm;
      result.location_probability.values[i] =
          options.shadow_fading ? (below_db < 0.0F ? 1.0F : 0.0F) : exceedance.at(below_db / result.shadowing_deviation_db.values[i]);
    }
  });
}

}  // namespace parktwin::radio
