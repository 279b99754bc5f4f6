#pragma once
// Delays of many sources counted as they come: extremes and sum exactly, percentiles from counts in classes whose width is at most 1/32 of
// what the delay exceeds the source's base by. One row of counts per source.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/packets/packets.h"

namespace parktwin::wired::tsn::packets {

class Tally {
 public:
  /// One base per source: the least delay it can have.
  explicit Tally(const std::vector<Nanoseconds>& bases_ns);

  void sent(std::size_t source) { ++rows_[source].sent; }
  void lost(std::size_t source) { ++rows_[source].lost; }
  void delivered(std::size_t source, Nanoseconds delay_ns) {
    Row& row = rows_[source];
    ++row.delivered;
    row.sum_ns += delay_ns;
    if (delay_ns < row.least_ns) row.least_ns = delay_ns;
    if (delay_ns > row.most_ns) row.most_ns = delay_ns;
    ++counts_[source * classes + class_of(delay_ns - row.base_ns)];
  }

  [[nodiscard]] Delays delays(std::size_t source) const;

 private:
  static constexpr unsigned step_bits = 5;  // 32 classes to a doubling
  static constexpr unsigned most_bits = 40;
  static constexpr std::size_t classes = (most_bits - step_bits + 1) << step_bits;

  [[nodiscard]] static std::size_t class_of(Nanoseconds excess_ns);
  [[nodiscard]] static Nanoseconds highest_of(std::size_t index);
  [[nodiscard]] Nanoseconds percentile(std::size_t source, std::uint64_t per_thousand) const;

  struct Row {
    Nanoseconds base_ns = 0;
    std::uint64_t sent = 0;
    std::uint64_t delivered = 0;
    std::uint64_t lost = 0;
    Nanoseconds sum_ns = 0;
    Nanoseconds least_ns = 0;
    Nanoseconds most_ns = 0;
  };
  std::vector<Row> rows_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace parktwin::wired::tsn::packets
