#pragma once
// Codes of cells on their way into the planes of a site's geometry. The eastern and western quarters of the sweep judge one column of cells
// at a time; written straight away, every cell would touch another page of memory. So sixteen columns are gathered, each on its own, and
// written row by row, eight rows at a time turned as vectors.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

struct CellCodes {
  std::uint16_t first = 0;
  std::uint16_t second = 0;
  std::uint16_t third = 0;
  std::int16_t departure = 0;
  std::uint8_t spreading = 0;
};

class CodeBlock {
 public:
  /// The geometry outlives the block.
  explicit CodeBlock(SiteGeometry& geometry) : geometry_(geometry) {}
  CodeBlock(const CodeBlock&) = delete;
  CodeBlock& operator=(const CodeBlock&) = delete;
  ~CodeBlock() { flush(); }

  /// Whether cells come column by column. Precondition: nothing gathered.
  void begin(bool by_columns);
  /// Cells of another column than the last may follow. Relative to the window.
  void enter_column(std::int32_t column);
  /// What write() takes for a cell of the column entered, or any cell when they come by rows. Relative to the window. Cells that follow
  /// each other in the column or row have places that do.
  [[nodiscard]] std::size_t place(std::int32_t column, std::int32_t row) const {
    return by_columns_
               ? static_cast<std::size_t>(column) % width * rows_ + static_cast<std::size_t>(row)
               : static_cast<std::size_t>(row) * static_cast<std::size_t>(geometry_.window.columns) + static_cast<std::size_t>(column);
  }
  void write(std::size_t place, const CellCodes& codes);
  /// `count` cells of a batch from its cell `at` on, to a place and those that follow.
  void write(const EdgeBatch& batch, std::size_t at, std::size_t count, std::size_t place);
  /// Writes what is gathered.
  void flush();

 private:
  static constexpr std::size_t width = 16;  // columns
  static constexpr std::size_t height = 8;  // rows that are turned at once
  void put_turned(std::size_t row, std::size_t half);
  void put(std::size_t cell, std::size_t place);

  SiteGeometry& geometry_;
  bool by_columns_ = false;
  std::int32_t block_ = -1;
  std::size_t rows_ = 0;  // of the window, in whole heights
  // Sixteen columns after each other:
  std::array<std::vector<std::uint16_t>, most_edges> edge_;
  std::vector<std::int16_t> departure_;
  std::vector<std::uint8_t> spreading_;
  std::vector<std::uint16_t> taken_;  // per row: a bit per column
};

}  // namespace parktwin::radio
