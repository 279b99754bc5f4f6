#pragma once
// The last edge that each ray of the radial sweep was found to bend over, kept in arrays per ray. Nearly always it is the last edge of the
// ray's next cell too: then eight cells at once get it from here, with the bits that ProfileString::last_edge() gives, and no string is
// touched. An edge may be held while at most one point of its string lies beyond it, which is asked first as the string itself would.
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/edge_batch.h"
#include "engine/simulators/radio/profile_string.h"
#include "engine/simulators/radio/sweep_line.h"

namespace parktwin::radio {

/// What is found of up to EdgeBatch::capacity cells: one mark each.
struct FoundEdges {
  std::uint8_t* found;  ///< 1: its edge stands in the batch
  std::uint8_t* left;   ///< bits of what is left to do
};
inline constexpr std::uint8_t left_to_judge = 1;
inline constexpr std::uint8_t left_beside_wall = 2;  ///< of cells judged

class HeldEdges {
 public:
  /// Holds nothing. unit_m: metres of ground per cell along, line_padding more than rays; outlives the sweep.
  void begin(std::size_t rays, const float* unit_m);
  /// `point` of the ray's string is the last edge that was found. Precondition: the string has told of it.
  void hold(std::size_t ray, const ProfileString& string, int point);
  /// To be called whenever the ray's string has grown.
  void follow(std::size_t ray, const ProfileString& string);
  /// Looks at cells [begin, begin + count) of a line and puts what is held of them into the batch, from its first on.
  void find(const JudgedLine& line, std::size_t begin, std::size_t count, EdgeBatch& batch, const FoundEdges& found) const;

 private:
  void put_above(std::size_t ray, const ProfileString& string, int point);
  std::vector<std::int16_t> point_;  // per ray: of its string; 0: none held
  std::vector<float> along_, height_m_, before_along_, before_height_m_, above_along_, above_height_m_;
  std::vector<float> ratio_, greater_, other_, departure_slope_;
  const float* unit_m_ = nullptr;
};

}  // namespace parktwin::radio
