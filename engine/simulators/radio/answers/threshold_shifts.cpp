#include "engine/simulators/radio/answers/threshold_shifts.h"

#include "engine/core/parallel.h"

namespace parktwin::radio::answers {
namespace {

constexpr std::size_t rows_per_chunk = 128;
constexpr std::size_t steps = threshold_shifts_db.size() + 1;

enum Group : std::size_t { outdoor_ground, indoor_ground, public_ground, groups };

// Cells by how many of the shifted thresholds their level and their SINR reach.
using Histogram = std::array<std::array<std::uint32_t, steps>, steps>;
using Counts = std::array<Histogram, groups>;

std::size_t reached(float value, double threshold) {
  std::size_t count = 0;
  for (const double shift_db : threshold_shifts_db) count += static_cast<double>(value) >= threshold + shift_db ? 1U : 0U;
  return count;
}

double share_from(const Histogram& histogram, std::size_t rsrp, std::size_t sinr) {
  std::uint64_t all = 0;
  std::uint64_t served = 0;
  for (std::size_t i = 0; i < steps; ++i) {
    for (std::size_t j = 0; j < steps; ++j) {
      all += histogram[i][j];
      if (i > rsrp && j > sinr) served += histogram[i][j];
    }
  }
  return all == 0 ? 0.0 : static_cast<double>(served) / static_cast<double>(all);
}

}  // namespace

std::vector<ThresholdShift> shift_thresholds(const MapView& map, const GroundHolders& holders, const ServedRule& rule) {
  const auto rows = static_cast<std::size_t>(map.place.frame.rows);
  const auto columns = static_cast<std::size_t>(map.place.frame.columns);
  std::vector<Counts> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    Counts& counts = parts[begin / rows_per_chunk];
    for (std::size_t cell = begin * columns; cell < end * columns; ++cell) {
      if (map.place.values[cell] == outside_park) continue;
      const std::size_t rsrp = reached(map.rsrp_dbm.values[cell], rule.minimum_rsrp_dbm);
      const std::size_t sinr = reached(map.sinr_db.values[cell], rule.minimum_sinr_db);
      ++counts[map.place.values[cell] == indoors ? indoor_ground : outdoor_ground][rsrp][sinr];
      if (holders.is_public(cell)) ++counts[public_ground][rsrp][sinr];
    }
  });
  Counts total{};
  for (const auto& part : parts) {
    for (std::size_t group = 0; group < groups; ++group) {
      for (std::size_t i = 0; i < steps; ++i) {
        for (std::size_t j = 0; j < steps; ++j) total[group][i][j] += part[group][i][j];
      }
    }
  }
  std::vector<ThresholdShift> result;
  for (std::size_t i = 0; i < threshold_shifts_db.size(); ++i) {
    for (std::size_t j = 0; j < threshold_shifts_db.size(); ++j) {
      result.push_back({threshold_shifts_db[i], threshold_shifts_db[j], share_from(total[outdoor_ground], i, j),
                        share_from(total[indoor_ground], i, j), share_from(total[public_ground], i, j)});
    }
  }
  return result;
}

}  // namespace parktwin::radio::answers
