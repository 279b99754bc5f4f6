#include "engine/simulators/radio/rank_kernels.h"

#include "engine/core/vector_clones.h"

namespace parktwin::radio {

PARKTWIN_VECTOR_CLONES
void row_strongest(std::size_t count, std::uint16_t cell, const float* __restrict received, float* __restrict level,
                   std::uint16_t* __restrict best) {
  for (std::size_t i = 0; i < count; ++i) {
    const bool stronger = received[i] > level[i];
    const bool equal = received[i] == level[i];
    const std::uint16_t least = cell < best[i] ? cell : best[i];
    const std::uint16_t kept = equal ? least : best[i];
    best[i] = stronger ? cell : kept;
    level[i] = stronger ? received[i] : level[i];
  }
}

PARKTWIN_VECTOR_CLONES
void row_rank(std::size_t count, const float* __restrict mast_level, const std::uint16_t* __restrict mast_cell, const RowRanks& ranks) {
  float* __restrict const level = ranks.level_dbm;
  std::uint16_t* __restrict const best = ranks.cell;
  float* __restrict const other_level = ranks.other_level_dbm;
  std::uint16_t* __restrict const other = ranks.other_cell;
  for (std::size_t i = 0; i < count; ++i) {
    const bool first = (mast_level[i] > level[i]) | ((mast_level[i] == level[i]) & (mast_cell[i] < best[i]));
    const bool second = (mast_level[i] > other_level[i]) | ((mast_level[i] == other_level[i]) & (mast_cell[i] < other[i]));
    const bool known = other[i] != not_known;
    const std::uint16_t below_cell = (second & known) ? mast_cell[i] : other[i];
    const float below_level = (second & known) ? mast_level[i] : other_level[i];
    other[i] = first ? best[i] : below_cell;
    other_level[i] = first ? level[i] : below_level;
    best[i] = first ? mast_cell[i] : best[i];
    level[i] = first ? mast_level[i] : level[i];
  }
}

PARKTWIN_VECTOR_CLONES
bool row_marks(std::size_t count, const std::uint16_t* __restrict cells, std::size_t cell_count, const RowRanks& ranks,
               std::uint16_t* __restrict marks) {
  const std::uint16_t* __restrict const first = ranks.cell;
  const std::uint16_t* __restrict const second = ranks.other_cell;
  for (std::size_t i = 0; i < count; ++i) marks[i] = 0;
  for (std::size_t c = 0; c < cell_count; ++c) {
    const std::uint16_t cell = cells[c];
    for (std::size_t i = 0; i < count; ++i) {
      const int is_first = first[i] == cell ? 1 : 0;
      const int is_second = second[i] == cell ? 2 : 0;
      marks[i] = static_cast<std::uint16_t>(marks[i] | is_first | is_second);
    }
  }
  std::uint16_t any = 0;
  for (std::size_t i = 0; i < count; ++i) any = static_cast<std::uint16_t>(any | marks[i]);
  return any != 0;
}

PARKTWIN_VECTOR_CLONES
float row_highest(std::size_t count, const float* __restrict level_dbm) {
  constexpr std::size_t lanes = 16;
  float highest[lanes];
  for (float& lane : highest) lane = -1e30F;
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      highest[lane] = level_dbm[i + lane] > highest[lane] ? level_dbm[i + lane] : highest[lane];
    }
  }
  for (; i < count; ++i) highest[0] = level_dbm[i] > highest[0] ? level_dbm[i] : highest[0];
  for (const float lane : highest) highest[0] = lane > highest[0] ? lane : highest[0];
  return highest[0];
}

PARKTWIN_VECTOR_CLONES
float row_lowest_rank(std::size_t count, const RowRanks& ranks) {
  constexpr std::size_t lanes = 16;
  const float* __restrict const first = ranks.level_dbm;
  const float* __restrict const second = ranks.other_level_dbm;
  float lowest[lanes];
  for (float& lane : lowest) lane = 1e30F;
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const float lower = first[i + lane] < second[i + lane] ? first[i + lane] : second[i + lane];
      lowest[lane] = lower < lowest[lane] ? lower : lowest[lane];
    }
  }
  for (; i < count; ++i) {
    const float lower = first[i] < second[i] ? first[i] : second[i];
    lowest[0] = lower < lowest[0] ? lower : lowest[0];
  }
  for (const float lane : lowest) lowest[0] = lane < lowest[0] ? lane : lowest[0];
  return lowest[0];
}

PARKTWIN_VECTOR_CLONES
std::int32_t row_reaches(std::size_t count, const float* __restrict level_dbm, const RowRanks& ranks) {
  const float* __restrict const first = ranks.level_dbm;
  const float* __restrict const second = ranks.other_level_dbm;
  std::int32_t any = 0;
  for (std::size_t i = 0; i < count; ++i) any |= (level_dbm[i] >= first[i] ? 1 : 0) | (level_dbm[i] >= second[i] ? 2 : 0);
  return any;
}

}  // namespace parktwin::radio
