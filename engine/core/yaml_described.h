#pragma once
// Reads a mapping into a described struct, or a geometry, by walking its field list. Included by yaml_reader.h.
#include <algorithm>
#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/field_range.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"
#include "engine/core/text_reference.h"
#include "engine/core/yaml_reader.h"

namespace parktwin::yaml {

/// How a struct is read, and what was met beside its values.
struct Reading {
  bool partial = false;                   ///< required fields may be missing
  std::vector<std::string> given;         ///< names of the fields that were given, in the order of the field list
  std::vector<TextReference> references;  ///< of Id fields, in the order of the field list
};

/// Coordinates are metres east and north of the local origin: a point is [x, y], a line a list of at least two points, a polygon a list of
/// rings (the outer one, then holes; closed or open, in any direction), a multipolygon a list of polygons or the rings of a single one.
bool read(const YAML::Node& node, Point& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, LineString& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, Polygon& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, MultiPolygon& value, const Field& field, const std::string& file, Problems& problems);

/// Adds "field: found X, expected Y" at the node's place and returns false.
bool refuse(const YAML::Node& node, const Field& field, const std::string& expected, const std::string& file, Problems& problems);

/// Refuses a text that is not among the names; otherwise gives its position in them.
bool read_name(const YAML::Node& node, std::size_t& position, std::span<const std::string_view> names, const Field& field,
               const std::string& file, Problems& problems);

/// Names of the fields of T in their order.
template <Described T>
[[nodiscard]] std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  const T record{};
  describe([&names](const Field& field, const auto&) { names.push_back(field.name); }, record);
  return names;
}

/// Reads the fields of T that the mapping gives and reports required ones that are missing; leaves other keys alone, for callers that have
/// keys of their own. Fields that do not fit keep their value. False when anything was reported. Precondition: node is a mapping.
template <Described T>
bool read_fields(const YAML::Node& node, T& value, const std::string& file, Problems& problems, Reading& reading);

/// Strict: also refuses unknown keys and a node that is not a mapping.
template <Described T>
bool read_described(const YAML::Node& node, T& value, const std::string& file, Problems& problems, Reading& reading) {
  const auto names = field_names<T>();
  if (!node.IsDefined() || !node.IsMap()) return check_keys(node, names, file, problems);
  const std::size_t before = problems.list().size();
  check_keys(node, names, file, problems);
  read_fields(node, value, file, problems, reading);
  return problems.list().size() == before;
}

/// Precondition: T has no Id fields; without a Reading their texts would be lost.
template <Described T>
bool read_described(const YAML::Node& node, T& value, const std::string& file, Problems& problems) {
  Reading reading;
  const bool good = read_described(node, value, file, problems, reading);
  PARKTWIN_CHECK(reading.references.empty(), "references need a reader that resolves them");
  return good;
}

namespace detail {

template <class M>
concept Geometry = std::same_as<M, Point> || std::same_as<M, LineString> || std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>;

template <NamedEnum M>
bool read_enum(const YAML::Node& node, M& member, const Field& field, const std::string& file, Problems& problems) {
  std::vector<std::string_view> names;
  for (const auto& entry : names_of(M{})) names.push_back(entry.name);
  std::size_t position = 0;
  if (!read_name(node, position, names, field, file, problems)) return false;
  member = names_of(M{})[position].value;
  return true;
}

template <class M>
bool read_member(const YAML::Node& node, M& member, const Field& field, const std::string& file, Problems& problems, Reading& reading,
                 std::size_t position = 0) {
  if constexpr (std::same_as<M, bool> || std::same_as<M, std::string> || std::same_as<M, double> || Geometry<M>) {
    return read(node, member, field, file, problems);
  } else if constexpr (std::integral<M>) {
    std::int64_t number = 0;
    if (!read(node, number, within_type<M>(field), file, problems)) return false;
    member = static_cast<M>(number);
    return true;
  } else if constexpr (UnitValue<M>) {
    double number = 0.0;
    if (!read(node, number, field, file, problems)) return false;
    member = M(number);
    return true;
  } else if constexpr (NamedEnum<M>) {
    return read_enum(node, member, field, file, problems);
  } else if constexpr (Optional<M>) {
    if (node.IsNull()) {
      member.reset();
      return true;
    }
    typename M::value_type content{};
    if (!read_member(node, content, field, file, problems, reading)) return false;
    member = std::move(content);
    return true;
  } else if constexpr (RecordId<M>) {
    if (node.IsNull() && !field.required) {
      member = M();
      return true;
    }
    std::string key;
    if (!read(node, key, field, file, problems)) return false;
    if (key.empty()) return refuse(node, field, "the id of a record", file, problems);
    reading.references.push_back({std::string(field.name), position, std::move(key), place_of(node)});
    return true;
  } else if constexpr (Vector<M>) {
    if (!node.IsSequence()) return refuse(node, field, "a list", file, problems);
    M items;
    bool good = true;
    for (const auto& entry : node) {
      typename M::value_type item{};
      good = read_member(entry, item, field, file, problems, reading, items.size()) && good;
      items.push_back(std::move(item));
    }
    if (good) member = std::move(items);
    return good;
  } else {
    static_assert(Described<M>, "a field of a kind that a YAML file cannot give");
    return read_described(node, member, file, problems);
  }
}

}  // namespace detail

template <Described T>
bool read_fields(const YAML::Node& node, T& value, const std::string& file, Problems& problems, Reading& reading) {
  bool good = true;
  describe(
      [&](const Field& field, auto& member) {
        const YAML::Node entry = node[std::string(field.name)];
        if (entry.IsDefined()) {
          reading.given.emplace_back(field.name);
          good = detail::read_member(entry, member, field, file, problems, reading) && good;
        } else if (field.required && !reading.partial) {
          problems.add(file, place_of(node), std::string(field.name) + ": missing, expected " + std::string(field.meaning));
          good = false;
        }
      },
      value);
  return good;
}

}  // namespace parktwin::yaml
