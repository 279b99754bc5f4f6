#include "engine/simulators/radio/code_block.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace parktwin::radio {
namespace {

constexpr std::size_t side = 8;
template <class T>
using Eight [[gnu::vector_size(side * sizeof(T))]] = T;

// Columns to rows: thrice, neighbours in pairs.
template <class T>
void turn(Eight<T> (&square)[side]) {
  for (int round = 0; round < 3; ++round) {
    Eight<T> next[side];
    for (std::size_t i = 0; i < side / 2; ++i) {
      next[2 * i] = __builtin_shufflevector(square[i], square[i + side / 2], 0, 8, 1, 9, 2, 10, 3, 11);
      next[2 * i + 1] = __builtin_shufflevector(square[i], square[i + side / 2], 4, 12, 5, 13, 6, 14, 7, 15);
    }
    std::memcpy(square, next, sizeof next);
  }
}

// Eight columns of eight values, `column_step` apart, into rows `row_step` apart.
template <class T>
void copy_turned(const T* from, std::size_t column_step, T* to, std::size_t row_step) {
  Eight<T> square[side];
  for (std::size_t k = 0; k < side; ++k) std::memcpy(&square[k], from + k * column_step, sizeof square[k]);
  turn<T>(square);
  for (std::size_t k = 0; k < side; ++k) std::memcpy(to + k * row_step, &square[k], sizeof square[k]);
}

}  // namespace

void CodeBlock::begin(bool by_columns) {
  by_columns_ = by_columns;
  block_ = -1;
  if (!by_columns) return;
  static_assert(height == side && width % side == 0);
  rows_ = (static_cast<std::size_t>(geometry_.window.rows) + height - 1) / height * height;
  for (auto& plane : edge_) plane.resize(width * rows_);
  departure_.resize(width * rows_);
  spreading_.resize(width * rows_);
  taken_.assign(rows_, 0);
}

void CodeBlock::enter_column(std::int32_t column) {
  if (!by_columns_) return;
  const std::int32_t block = column / static_cast<std::int32_t>(width);
  if (block == block_) return;
  flush();
  block_ = block;
}

void CodeBlock::write(std::size_t place, const CellCodes& codes) {
  auto& edge = by_columns_ ? edge_ : geometry_.edge;
  edge[0][place] = codes.first;
  edge[1][place] = codes.second;
  edge[2][place] = codes.third;
  (by_columns_ ? departure_ : geometry_.departure)[place] = codes.departure;
  (by_columns_ ? spreading_ : geometry_.spreading)[place] = codes.spreading;
  if (by_columns_) taken_[place % rows_] |= static_cast<std::uint16_t>(1U << (place / rows_));
}

void CodeBlock::write(const EdgeBatch& batch, std::size_t at, std::size_t count, std::size_t place) {
  const auto copy = [&]<class T>(const EdgeBatch::Column<T>& from, std::vector<T>& to) {
    std::copy_n(from.data() + at, count, to.data() + place);
  };
  auto& edge = by_columns_ ? edge_ : geometry_.edge;
  copy(batch.first, edge[0]);
  copy(batch.second, edge[1]);
  copy(batch.third, edge[2]);
  copy(batch.departure, by_columns_ ? departure_ : geometry_.departure);
  copy(batch.spreading, by_columns_ ? spreading_ : geometry_.spreading);
  if (!by_columns_) return;
  const auto bit = static_cast<std::uint16_t>(1U << (place / rows_));
  std::uint16_t* const taken = taken_.data() + place % rows_;
  for (std::size_t i = 0; i < count; ++i) taken[i] |= bit;
}

void CodeBlock::put(std::size_t cell, std::size_t place) {
  for (std::size_t k = 0; k < most_edges; ++k) geometry_.edge[k][cell] = edge_[k][place];
  geometry_.departure[cell] = departure_[place];
  geometry_.spreading[cell] = spreading_[place];
}

// Half of the columns in as many rows.
void CodeBlock::put_turned(std::size_t row, std::size_t half) {
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  const std::size_t cell = row * columns + static_cast<std::size_t>(block_) * width + half * side;
  const std::size_t place = half * side * rows_ + row;
  for (std::size_t k = 0; k < most_edges; ++k) {
    copy_turned(edge_[k].data() + place, rows_, geometry_.edge[k].data() + cell, columns);
  }
  copy_turned(departure_.data() + place, rows_, geometry_.departure.data() + cell, columns);
  copy_turned(spreading_.data() + place, rows_, geometry_.spreading.data() + cell, columns);
}

void CodeBlock::flush() {
  if (!by_columns_ || block_ < 0) return;
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  constexpr std::uint16_t of_half = 0xFF;
  for (std::size_t row = 0; row < rows_; row += height) {
    std::uint16_t in_all = 0xFFFF;
    std::uint16_t in_any = 0;
    for (std::size_t i = row; i < row + height; ++i) {
      in_all &= taken_[i];
      in_any |= taken_[i];
    }
    if (in_any == 0) continue;
    for (std::size_t half = 0; half < width / side; ++half) {
      if ((in_all >> (half * side) & of_half) == of_half) {
        put_turned(row, half);
        continue;
      }
      for (std::size_t i = row; i < row + height; ++i) {
        for (std::uint32_t bits = taken_[i] >> (half * side) & of_half; bits != 0; bits &= bits - 1) {
          const std::size_t k = half * side + static_cast<std::size_t>(std::countr_zero(bits));
          put(i * columns + static_cast<std::size_t>(block_) * width + k, k * rows_ + i);
        }
      }
    }
    std::fill_n(taken_.data() + row, height, std::uint16_t{0});
  }
}

}  // namespace parktwin::radio
