#pragma once
// Whose ground a map cell is, on the frame of the radio map: public ground by zone or public building, and the whole park by owner.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/grid.h"
#include "engine/criteria/text.h"
#include "engine/park/park.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::criteria {

inline constexpr std::int32_t no_owner = -1;

/// Owners are numbered through: zones, then buildings, then parcels, each in the order of its table.
struct OwnerNumbers {
  std::int32_t first_building = 0;
  std::int32_t first_parcel = 0;
  std::int32_t count = 0;

  explicit OwnerNumbers(const Park& park);
};

/// Public ground inside the boundary: public buildings, elsewhere the first zone that holds the cell when it is public and not water.
/// `place` is radio::Place by cell.
[[nodiscard]] Grid<std::int32_t> public_owner(const Grid<std::uint8_t>& place, const Park& park);

/// Every cell inside the boundary: building, else zone, else parcel, else no_owner; of overlapping ones the first.
[[nodiscard]] Grid<std::int32_t> ground_owner(const Grid<std::uint8_t>& place, const Park& park);

/// "Name (id)" and "名称（id）"; parcels by the name of the enterprise that uses them. no_owner is "other ground".
[[nodiscard]] Text owner_label(std::int32_t owner, const Park& park);

[[nodiscard]] inline bool inside_park(std::uint8_t place) { return place != static_cast<std::uint8_t>(radio::Place::outside); }
[[nodiscard]] inline bool is_outdoor(std::uint8_t place) { return place == static_cast<std::uint8_t>(radio::Place::outdoor); }

/// Calls visit(cell index) for each cell inside the boundary whose centre lies in the shape.
template <class Shape, class Visit>
void for_each_park_cell(const Grid<std::uint8_t>& place, const Shape& shape, Visit&& visit) {
  if (place.empty()) return;
  for_each_run(place.frame, shape, [&](std::int32_t row, std::int32_t first, std::int32_t end) {
    for (std::int32_t column = first; column < end; ++column) {
      const std::size_t cell = place.frame.index(column, row);
      if (inside_park(place.values[cell])) visit(cell);
    }
  });
}

}  // namespace parktwin::criteria
