#include "engine/simulators/radio/code_block.h"

#include <bit>

namespace parktwin::radio {

void CodeBlock::begin(bool by_columns) {
  by_columns_ = by_columns;
  block_ = -1;
  if (!by_columns) return;
  const auto rows = static_cast<std::size_t>(geometry_.window.rows);
  codes_.resize(rows * width);
  taken_.assign(rows, 0);
}

void CodeBlock::enter_column(std::int32_t column) {
  if (!by_columns_) return;
  const std::int32_t block = column / static_cast<std::int32_t>(width);
  if (block == block_) return;
  flush();
  block_ = block;
}

void CodeBlock::flush() {
  if (!by_columns_ || block_ < 0) return;
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  for (std::size_t row = 0; row < taken_.size(); ++row) {
    const std::size_t cell = row * columns + static_cast<std::size_t>(block_) * width;
    for (std::uint32_t bits = taken_[row]; bits != 0; bits &= bits - 1) {
      const auto k = static_cast<std::size_t>(std::countr_zero(bits));
      put(cell + k, codes_[row * width + k]);
    }
    taken_[row] = 0;
  }
}

}  // namespace parktwin::radio
