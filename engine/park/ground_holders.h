#pragma once
// Whose ground every cell of a raster is: of the records of a table the one whose area holds the cell's centre, of several the first of
// the table. Public are public buildings and, outside them, public zones that are not water; of an enterprise are the buildings it uses
// and, outside buildings of another enterprise, its parcels. Cells beyond the park's boundary are held like any others.
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/core/grid.h"
#include "engine/park/park.h"

namespace parktwin {

inline constexpr std::int32_t held_by_none = -1;

[[nodiscard]] inline const Polygon& ground_of(const Building& building) { return building.footprint; }
[[nodiscard]] inline const MultiPolygon& ground_of(const Zone& zone) { return zone.shape; }
[[nodiscard]] inline const MultiPolygon& ground_of(const Parcel& parcel) { return parcel.shape; }

/// Index into the table per cell of the frame, or held_by_none. Records for which counts(record) is false hold nothing.
template <class Record, class Counts>
[[nodiscard]] std::vector<std::int32_t> first_holders(const GridFrame& frame, const Table<Record>& table, Counts&& counts) {
  std::vector<std::int32_t> holder(frame.size(), held_by_none);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Record& record = table.records()[i];
    if (!counts(record)) continue;
    for_each_run(frame, ground_of(record), [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
      for (std::size_t cell = frame.index(begin, row); cell < frame.index(end, row); ++cell) {
        if (holder[cell] == held_by_none) holder[cell] = static_cast<std::int32_t>(i);
      }
    });
  }
  return holder;
}

template <class Record>
[[nodiscard]] std::vector<std::int32_t> first_holders(const GridFrame& frame, const Table<Record>& table) {
  return first_holders(frame, table, [](const Record&) { return true; });
}

[[nodiscard]] inline bool is_public_ground(const Zone& zone) { return zone.is_public && zone.kind != ZoneKind::water; }

class GroundHolders {
 public:
  /// `building`: index into park.buildings per cell of the frame, or held_by_none; first_holders() or the highest of several.
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

}  // namespace parktwin
