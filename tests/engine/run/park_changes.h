#pragma once
// Changes of a park by its field lists: one field of one record takes another value that is still valid.
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/random.h"
#include "engine/park/park.h"
#include "engine/park/validate.h"

namespace parktwin::testing {

/// Another value of its kind and range; false for kinds that are left alone.
template <class M>
bool alter(const Field& field, M& value, double share) {
  if constexpr (std::same_as<M, bool>) {
    value = !value;
  } else if constexpr (NamedEnum<M>) {
    const auto names = names_of(M{});
    std::size_t at = 0;
    while (at < names.size() && names[at].value != value) ++at;
    value = names[(at + 1 + static_cast<std::size_t>(share * static_cast<double>(names.size() - 1))) % names.size()].value;
  } else if constexpr (UnitValue<M> || std::is_arithmetic_v<M>) {
    using Number = std::conditional_t<UnitValue<M>, double, M>;
    double now = 0.0;
    if constexpr (UnitValue<M>) {
      now = value.value();
    } else {
      now = static_cast<double>(value);
    }
    double other = now * (0.5 + share) + (std::is_integral_v<M> ? 1.0 : 0.25);
    if (other < field.minimum || other > field.maximum) other = now / (1.5 + share);
    if (other < field.minimum || other > field.maximum) return false;
    value = M(static_cast<Number>(other));
  } else if constexpr (std::same_as<M, std::string>) {
    // Others have a form of their own.
    if (field.name != "name" && field.name != "name_zh" && field.name != "title" && field.name != "land_use") return false;
    value += " II";
  } else if constexpr (Optional<M>) {
    if (!value) value.emplace();
    return alter(field, *value, share);
  } else if constexpr (std::same_as<M, Point>) {
    value.x += 40.0 * share - 20.0;
    value.y += 11.0;
  } else if constexpr (std::same_as<M, LineString>) {
    if (value.points.empty()) return false;
    value.points.front().x += 0.25 + share;
  } else if constexpr (std::same_as<M, MultiPolygon>) {
    if (value.polygons.empty() || value.polygons.front().outer.empty()) return false;
    value.polygons.front().outer.front().x += 0.01 + 0.01 * share;
  } else {
    return false;
  }
  return true;
}

/// A field of a table of the park.
struct FieldPlace {
  std::string table;
  std::string field;
};

template <class Act>
void for_each_table(Park& park, const Act& act) {
  describe(
      [&]<class P>(const Field& field, P& part) {
        if constexpr (RecordTable<typename P::Content>) act(std::string(field.name), part);
      },
      park);
}

/// Of tables that are not empty.
inline std::vector<FieldPlace> field_places(const Park& park) {
  std::vector<FieldPlace> places;
  Park copy = park;
  for_each_table(copy, [&](const std::string& table, auto& part) {
    if (part->records().empty()) return;
    auto record = part->records().front();
    describe([&](const Field& field, auto&) { places.push_back({table, std::string(field.name)}); }, record);
  });
  return places;
}

/// The park with another value there in the record at `share` of the table; the same park when there is none that is valid.
inline Park altered(const Park& park, const FieldPlace& place, double share) {
  Park changed = park;
  for_each_table(changed, [&]<class P>(const std::string& table, P& part) {
    if (table != place.table) return;
    auto records = part->records();
    auto& record = records[static_cast<std::size_t>(share * static_cast<double>(records.size()))];
    describe(
        [&](const Field& field, auto& member) {
          if (field.name == place.field) alter(field, member, share);
        },
        record);
    part = P(typename P::Content(std::move(records)));
  });
  Problems problems;
  validate(changed, "park", problems);
  return problems.empty() ? changed : park;
}

}  // namespace parktwin::testing
