#include "engine/simulators/wired/network/rows.h"

#include "engine/core/check.h"

namespace parktwin::wired::network {

Rows::Rows(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> entries)
    : first_(count + 1, 0), numbers_(entries.size()) {
  for (const auto& entry : entries) {
    PARKTWIN_CHECK(entry.first < count, "an entry lies in no row");
    ++first_[entry.first + 1];
  }
  for (std::size_t row = 0; row < count; ++row) first_[row + 1] += first_[row];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const auto& [row, number] : entries) numbers_[next[row]++] = number;
}

}  // namespace parktwin::wired::network
