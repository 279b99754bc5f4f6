#pragma once
// How a field of a described record becomes datasets; the writer and the reader of columns share this page.
//   number, flag, unit value    one dataset (flags as 0 and 1), units attribute
//   text, enumeration, Id<T>    one dataset of texts: the text, the name, the id of the record referred to (empty: none)
//   optional<T>                 the dataset of T (NaN, 0 or empty where absent) and <name>_present with 0 and 1
//   vector of Id<T>             one dataset of the ids joined by its attribute `separator`
//   other vectors in a table    group with `offsets` and `values`
//   table or vector of records  group with attribute `rows` and one dataset per field
//   record                      group with one dataset per field
//   raster                      dataset [y, x] with dimension scales, see map_axes.h
//   geometry                    group with `xy_m` [points, 2] and the offsets of its levels, see flat_geometry.h
#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/grid.h"
#include "engine/core/table.h"
#include "engine/park/park.h"

namespace parktwin::storage {

template <class M>
concept NumberField = std::is_arithmetic_v<M> || UnitValue<M>;

template <class M>
concept TextField = std::same_as<M, std::string> || NamedEnum<M> || RecordId<M>;

template <class M>
concept GeometryField = std::same_as<M, Point> || std::same_as<M, LineString> || std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>;

template <class M>
struct is_id_list : std::false_type {};
template <class T>
struct is_id_list<std::vector<Id<T>>> : std::true_type {};
template <class M>
concept IdList = is_id_list<M>::value;

/// Number type in the file.
template <NumberField M>
using StoredNumber = std::conditional_t<UnitValue<M>, double, std::conditional_t<std::same_as<M, bool>, std::uint8_t, M>>;

inline const std::string present_suffix = "_present";
inline const std::string rows_attribute = "rows";
inline const std::string separator_attribute = "separator";
inline const std::string offsets_name = "offsets";
inline const std::string values_name = "values";
inline const std::string coordinates_name = "xy_m";
inline const std::string park_group = "park";
/// Tried in this order; one that occurs in an id of the column cannot separate them.
inline const std::array<std::string, 3> separators{" ", "\n", "\x1f"};

/// Name of the park's table of records of type T.
template <class T>
[[nodiscard]] const std::string& table_name() {
  static const std::string name = [] {
    const Park empty;
    std::string found;
    describe(
        [&found]<class P>(const Field& field, const P&) {
          if constexpr (std::same_as<P, Part<Table<T>>>) found = field.name;
        },
        empty);
    return found;
  }();
  return name;
}

/// Pointers to the field number `position`, of type Member, of each row. Row and Member may both be const.
template <class Member, class Row>
[[nodiscard]] std::vector<Member*> members(const std::vector<Row*>& rows, std::size_t position) {
  std::vector<Member*> found;
  found.reserve(rows.size());
  for (Row* row : rows) {
    std::size_t current = 0;
    describe(
        [&]<class M>(const Field&, M& member) {
          if constexpr (std::same_as<M, Member>) {
            if (current == position) found.push_back(&member);
          }
          ++current;
        },
        *row);
  }
  return found;
}

}  // namespace parktwin::storage
