#pragma once
// What a radio cell's link yields, as tables that a map looks up: downlink rate over SINR, uplink rate over coupling loss. Cells with equal
// carriers, layers and duplex patterns share them. Rates by 3GPP TS 38.306 and the 256QAM table of TS 38.214 (link/throughput.h,
// link/modulation_table.h), the device at full power on as many blocks as it can feed (link/uplink_budget.h). Uplink carriers as wide as
// downlink ones. Steps of 0.1 dB, each with the rate at its lower end, so that rates are never too high and never fall with quality.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/units.h"
#include "engine/park/park.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// A rate that grows with some level in dB. Below its first step the rate of the first, above its last that of the last.
class RateTable {
 public:
  static constexpr float steps_per_db = 10.0F;
  /// `rate_mbit_s(level_db)` is asked for the lower end of each step from `first_db` to `last_db`.
  template <class Rate>
  RateTable(float first_db, float last_db, const Rate& rate_mbit_s) : first_db_(first_db) {
    const auto steps = static_cast<std::size_t>((last_db - first_db) * steps_per_db) + 1;
    for (std::size_t i = 0; i < steps; ++i) {
      values_.push_back(static_cast<float>(rate_mbit_s(static_cast<double>(first_db) + static_cast<double>(i) / steps_per_db)));
    }
  }
  /// Precondition: not NaN.
  [[nodiscard]] float at(float level_db) const {
    const float step = (level_db - first_db_) * steps_per_db;
    if (!(step > 0.0F)) return values_.front();
    return step < static_cast<float>(values_.size()) ? values_[static_cast<std::size_t>(step)] : values_.back();
  }
  /// As at(), for many levels: level_db(i) of i below `count`.
  template <class Level>
  void look_up(std::size_t count, const Level& level_db, float* rates) const {
    const float* const values = values_.data();
    const auto last = static_cast<float>(values_.size() - 1);
    for (std::size_t i = 0; i < count; ++i) {
      const float step = (level_db(i) - first_db_) * steps_per_db;
      const float within = step > 0.0F ? (step < last ? step : last) : 0.0F;
      rates[i] = values[static_cast<std::int32_t>(within)];
    }
  }
  /// The lowest rate that is more than nothing; 0 when there is none.
  [[nodiscard]] float least() const {
    const auto found = std::find_if(values_.begin(), values_.end(), [](float rate_mbit_s) { return rate_mbit_s > 0.0F; });
    return found == values_.end() ? 0.0F : *found;
  }

 private:
  float first_db_;
  std::vector<float> values_;
};

struct CellLink {
  std::size_t down = 0;      ///< into CellLinks::down
  std::size_t up = 0;        ///< into CellLinks::up
  float element_dbm = 0.0F;  ///< power of a resource element where coupling loss begins, before the feeder
  float blocks_db = 0.0F;    ///< 10 lg of the carrier's resource blocks
  float load = 0.0F;
};

struct CellLinks {
  std::vector<CellLink> cells;  ///< one per radio cell of the park
  std::vector<RateTable> down;  ///< over SINR
  std::vector<RateTable> up;    ///< over minus coupling loss
};

/// Preconditions: duplex patterns as validate() accepts them.
[[nodiscard]] CellLinks cell_links(const Park& park, const Options& options);

}  // namespace parktwin::radio
