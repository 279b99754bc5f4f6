#pragma once
// How long the fibre of a link is: as the link says; where it says nothing, as its cable says, else along the course of the cable's ducts,
// else straight from node to node (a lower bound).
#include <array>

#include "engine/park/park.h"

namespace parktwin::wired::optical {

enum class LengthSource { link, cable, ducts, straight_line };

constexpr auto names_of(LengthSource) {
  return std::to_array<EnumName<LengthSource>>({{LengthSource::link, "link"},
                                                {LengthSource::cable, "cable"},
                                                {LengthSource::ducts, "ducts"},
                                                {LengthSource::straight_line, "straight_line"}});
}

struct FibreLength {
  double metres = 0.0;
  LengthSource from = LengthSource::link;
};

[[nodiscard]] FibreLength fibre_length(const Park& park, const NetworkLink& link);

}  // namespace parktwin::wired::optical
