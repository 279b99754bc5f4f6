#include "engine/simulators/radio/code_block.h"

#include <algorithm>
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

void CodeBlock::write(const EdgeBatch& batch) {
  const std::size_t count = batch.size();
  if (by_columns_) {
    for (std::size_t i = 0; i < count; ++i) {
      write(batch.cell[i], {batch.first[i], batch.second[i], batch.third[i], batch.departure[i], batch.spreading[i]});
    }
    return;
  }
  // Cells out of sight lie beside each other: runs are copied. Zeros are written over zeros.
  for (std::size_t begin = 0; begin < count;) {
    std::size_t end = begin + 1;
    while (end < count && batch.cell[end] == batch.cell[end - 1] + 1) ++end;
    const std::size_t cell = batch.cell[begin];
    const auto copy = [&]<class T>(const EdgeBatch::Column<T>& from, std::vector<T>& to) {
      std::copy_n(from.data() + begin, end - begin, to.data() + cell);
    };
    copy(batch.first, geometry_.edge[0]);
    copy(batch.second, geometry_.edge[1]);
    copy(batch.third, geometry_.edge[2]);
    copy(batch.departure, geometry_.departure);
    copy(batch.spreading, geometry_.spreading);
    begin = end;
  }
}

// Plane by plane, without asking what is zero.
void CodeBlock::put_all(std::size_t cell, const CellCodes* codes) {
  for (std::size_t k = 0; k < width; ++k) geometry_.edge[0][cell + k] = codes[k].first;
  for (std::size_t k = 0; k < width; ++k) geometry_.edge[1][cell + k] = codes[k].second;
  for (std::size_t k = 0; k < width; ++k) geometry_.edge[2][cell + k] = codes[k].third;
  for (std::size_t k = 0; k < width; ++k) geometry_.departure[cell + k] = codes[k].departure;
  for (std::size_t k = 0; k < width; ++k) geometry_.spreading[cell + k] = codes[k].spreading;
}

void CodeBlock::flush() {
  if (!by_columns_ || block_ < 0) return;
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  for (std::size_t row = 0; row < taken_.size(); ++row) {
    const std::size_t cell = row * columns + static_cast<std::size_t>(block_) * width;
    if (taken_[row] == all_taken) {
      put_all(cell, codes_.data() + row * width);
    } else {
      for (std::uint32_t bits = taken_[row]; bits != 0; bits &= bits - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(bits));
        put(cell + k, codes_[row * width + k]);
      }
    }
    taken_[row] = 0;
  }
}

}  // namespace parktwin::radio
