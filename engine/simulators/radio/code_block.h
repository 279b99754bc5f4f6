#pragma once
// Codes of cells on their way into the planes of a site's geometry. The eastern and western quarters of the sweep judge one column of cells
// at a time; written straight away, every cell would touch another page of memory. So sixteen columns are gathered and written row by row.
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
  /// What write() takes for a cell of the column entered, or any cell when they come by rows. Relative to the window.
  [[nodiscard]] std::size_t place(std::int32_t column, std::int32_t row) const {
    return by_columns_
               ? static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column) % width
               : static_cast<std::size_t>(row) * static_cast<std::size_t>(geometry_.window.columns) + static_cast<std::size_t>(column);
  }
  void write(std::size_t place, const CellCodes& codes) {
    if (!by_columns_) return put(place, codes);
    codes_[place] = codes;
    taken_[place / width] |= static_cast<std::uint16_t>(1U << (place % width));
  }
  /// All of a batch, whose cells are places.
  void write(const EdgeBatch& batch);
  /// Writes what is gathered.
  void flush();

 private:
  static constexpr std::size_t width = 16;
  static constexpr std::uint16_t all_taken = 0xFFFF;
  void put_all(std::size_t cell, const CellCodes* codes);
  void put(std::size_t cell, const CellCodes& codes) {
    geometry_.edge[0][cell] = codes.first;
    geometry_.edge[1][cell] = codes.second;
    geometry_.edge[2][cell] = codes.third;
    geometry_.spreading[cell] = codes.spreading;
    geometry_.departure[cell] = codes.departure;
  }

  SiteGeometry& geometry_;
  bool by_columns_ = false;
  std::int32_t block_ = -1;
  std::vector<CellCodes> codes_;      // sixteen per row of the window
  std::vector<std::uint16_t> taken_;  // per row: a bit per column
};

}  // namespace parktwin::radio
