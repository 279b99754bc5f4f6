#pragma once
// Lists of numbers, one per row, in one piece of memory: what lies in each duct, who stands in each building.
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace parktwin::wired::network {

class Rows {
 public:
  Rows() = default;
  /// Entries (row, number) with rows below `count`; a row keeps the order in which its entries come.
  Rows(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> entries);

  [[nodiscard]] std::size_t size() const { return first_.empty() ? 0 : first_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const {
    return std::span(numbers_).subspan(first_[row], first_[row + 1] - first_[row]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace parktwin::wired::network
