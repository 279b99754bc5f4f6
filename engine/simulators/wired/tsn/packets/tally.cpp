#include "engine/simulators/wired/tsn/packets/tally.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace parktwin::wired::tsn::packets {

Tally::Tally(const std::vector<Nanoseconds>& bases_ns) : rows_(bases_ns.size()), counts_(bases_ns.size() * classes, 0) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].base_ns = bases_ns[i];
    rows_[i].least_ns = std::numeric_limits<Nanoseconds>::max();
  }
}

std::size_t Tally::class_of(Nanoseconds excess_ns) {
  const auto value = static_cast<std::uint64_t>(std::clamp<Nanoseconds>(excess_ns, 0, (Nanoseconds{1} << most_bits) - 1));
  if (value < (1U << step_bits)) return value;
  const auto above = static_cast<unsigned>(std::bit_width(value)) - 1 - step_bits;
  return (static_cast<std::size_t>(above) << step_bits) + (value >> above);
}

Nanoseconds Tally::highest_of(std::size_t index) {
  if (index < (2U << step_bits)) return static_cast<Nanoseconds>(index);
  const std::size_t above = (index >> step_bits) - 1;
  return static_cast<Nanoseconds>(((index - (above << step_bits) + 1) << above) - 1);
}

Nanoseconds Tally::percentile(std::size_t source, std::uint64_t per_thousand) const {
  const Row& row = rows_[source];
  const std::uint64_t rank = (row.delivered * per_thousand + 999) / 1000;
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < classes; ++i) {
    seen += counts_[source * classes + i];
    if (seen >= rank) return std::clamp(row.base_ns + highest_of(i), row.least_ns, row.most_ns);
  }
  return row.most_ns;
}

Delays Tally::delays(std::size_t source) const {
  const Row& row = rows_[source];
  Delays made;
  made.sent = row.sent;
  made.delivered = row.delivered;
  made.lost = row.lost;
  if (row.delivered == 0) return made;
  made.least_ns = row.least_ns;
  made.most_ns = row.most_ns;
  made.mean_ns = static_cast<double>(row.sum_ns) / static_cast<double>(row.delivered);
  made.median_ns = percentile(source, 500);
  made.percentile_99_ns = percentile(source, 990);
  made.percentile_999_ns = percentile(source, 999);
  return made;
}

}  // namespace parktwin::wired::tsn::packets
