#pragma once
// Which radio cells are the strongest, along one row of map cells, on plain arrays that the compiler vectorises: of a mast, and per carrier
// the first and the best of the other masts.
#include <cstddef>
#include <cstdint>

namespace parktwin::radio {

/// Of equal levels the radio cell with the lowest index counts as the stronger one.
void row_strongest(std::size_t count, std::uint16_t cell, const float* received, float* level_dbm, std::uint16_t* best_cell);

/// Per map cell of one carrier: the strongest radio cell, and the strongest of all other masts than its own.
struct RowRanks {
  float* level_dbm;
  std::uint16_t* cell;
  float* other_level_dbm;
  std::uint16_t* other_cell;
};
/// In RowRanks::other_cell: there may be one, nobody has looked. Its level is then above all others.
inline constexpr std::uint16_t not_known = 0xFFFE;
inline constexpr float not_known_dbm = 1e30F;
/// Ranks a mast's strongest radio cell. Precondition: none of the mast's cells is ranked. What is not known stays so unless outranked.
void row_rank(std::size_t count, const float* level_dbm, const std::uint16_t* cell, const RowRanks& ranks);

/// marks[i]: 1 where one of the radio cells ranks first, 2 where one ranks second, or 0. Returns whether any does.
bool row_marks(std::size_t count, const std::uint16_t* cells, std::size_t cell_count, const RowRanks& ranks, std::uint16_t* marks);
/// The highest level, and the lowest of both ranks.
float row_highest(std::size_t count, const float* level_dbm);
float row_lowest_rank(std::size_t count, const RowRanks& ranks);
/// Whether any level is at least that of the first rank (bit 0) or of the second (bit 1).
std::int32_t row_reaches(std::size_t count, const float* level_dbm, const RowRanks& ranks);

}  // namespace parktwin::radio
