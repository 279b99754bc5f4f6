#pragma once
// Whose ground every map cell is: the building over it, and the zone and the parcel that hold its centre; of several the first of its
// table. Public are public buildings and, outside them, public zones that are not water; of an enterprise are the buildings it uses and,
// outside buildings of another enterprise, its parcels.
#include <cstdint>
#include <vector>

#include "engine/core/grid.h"
#include "engine/park/park.h"

namespace parktwin::radio::answers {

inline constexpr std::int32_t held_by_none = -1;

class GroundHolders {
 public:
  /// `building`: index into park.buildings per cell of the frame, or held_by_none.
  GroundHolders(const Park& park, const GridFrame& frame, std::vector<std::int32_t> building);

  [[nodiscard]] std::int32_t building(std::size_t cell) const { return building_[cell]; }
  [[nodiscard]] std::int32_t zone(std::size_t cell) const { return zone_[cell]; }
  [[nodiscard]] std::int32_t parcel(std::size_t cell) const { return parcel_[cell]; }
  /// Index into park.enterprises, or held_by_none.
  [[nodiscard]] std::int32_t enterprise(std::size_t cell) const {
    const std::int32_t over = building_[cell];
    if (over != held_by_none && enterprise_of_building_[static_cast<std::size_t>(over)] != held_by_none) {
      return enterprise_of_building_[static_cast<std::size_t>(over)];
    }
    return parcel_[cell] == held_by_none ? held_by_none : enterprise_of_parcel_[static_cast<std::size_t>(parcel_[cell])];
  }
  [[nodiscard]] bool is_public(std::size_t cell) const {
    if (building_[cell] != held_by_none && is_public_building_[static_cast<std::size_t>(building_[cell])] != 0) return true;
    return zone_[cell] != held_by_none && is_public_zone_[static_cast<std::size_t>(zone_[cell])] != 0;
  }

 private:
  std::vector<std::int32_t> building_;
  std::vector<std::int32_t> zone_;
  std::vector<std::int32_t> parcel_;
  std::vector<std::int32_t> enterprise_of_building_;
  std::vector<std::int32_t> enterprise_of_parcel_;
  std::vector<std::uint8_t> is_public_building_;
  std::vector<std::uint8_t> is_public_zone_;
};

}  // namespace parktwin::radio::answers
