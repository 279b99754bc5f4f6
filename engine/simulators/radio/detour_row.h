#pragma once
// The cells of a row that have a detour: their ways, directions and losses as dense arrays, added to the levels over the roofs as power.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/path_tables.h"
#include "engine/simulators/radio/row_kernels.h"
#include "engine/simulators/radio/site_geometry.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {

class DetourRow {
 public:
  void clear() { size_ = 0; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// A device by its detour. at: of the row's cells; centre in the park's frame; ground_m straight from the antenna, rise_m above it.
  void add(std::size_t at, const Detour& detour, Point centre, float ground_m, float rise_m);
  /// Losses at a frequency; extra_db per cell of the row.
  void prepare(const PathTables& tables, const float* extra_db);
  /// marks[at] = 1 where the detour loses less than direct_loss[at], antennas aside. Precondition: prepared.
  void mark_stronger(const float* direct_loss, std::uint8_t* marks) const;
  /// received[at] becomes the sum of both ways. Precondition: prepared for the transmitter's frequency.
  void join(const PatternTable& pattern, const Transmitter& transmitter, float* received);
  /// With arrays no longer than needed.
  [[nodiscard]] DetourRow trimmed() const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::size_t size_ = 0;
  std::vector<std::uint32_t> at_;
  std::vector<std::int32_t> material_;  // of the façade; negative: a corner
  std::vector<float> bend_;             // corner: extra way in metres; façade: cosine of incidence
  std::vector<float> lg_slant_, east_, north_, rise_, inverse_;
  std::vector<float> loss_, level_, attenuation_, scratch_;
};

}  // namespace parktwin::radio
