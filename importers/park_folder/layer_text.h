#pragma once
// Tables as text a person can edit and compare: GeoJSON with one feature a line for records with a geometry, CSV for the others.
// Coordinates are those of the park's CRS, to the centimetre; numbers in their shortest exact form.
#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {

/// JSON string with quotes; valid YAML (double quoted) as well.
[[nodiscard]] std::string json_string(std::string_view text);
/// As a cell of a CSV file: quoted where needed.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// Coordinates of the CRS as text.
class CoordinateText {
 public:
  /// Two decimals when the origin is a multiple of 1 cm, else four.
  explicit CoordinateText(const LocalFrame& frame);
  [[nodiscard]] std::string geometry(const Point& point) const;
  [[nodiscard]] std::string geometry(const LineString& line) const;
  [[nodiscard]] std::string geometry(const Polygon& polygon) const;
  [[nodiscard]] std::string geometry(const MultiPolygon& shape) const;

 private:
  void append(Point point, std::string& text) const;
  void append(const std::vector<Point>& points, bool closed, std::string& text) const;
  void append(const Polygon& polygon, std::string& text) const;

  Point origin_;
  int decimals_;
};

/// Head and foot of a feature collection named `layer`; features go between, separated by ",\n".
[[nodiscard]] std::string collection_head(const std::string& layer, const std::string& crs);
inline constexpr std::string_view collection_foot = "\n]}\n";

/// A member as text: numbers, true and false, names of choices, ids (lists, also of numbers, separated by spaces). Empty when there is
/// nothing.
template <class M>
[[nodiscard]] std::string member_text(const Park& park, const M& member) {
  if constexpr (Optional<M>) {
    return member ? member_text(park, *member) : std::string();
  } else if constexpr (std::same_as<M, std::string>) {
    return member;
  } else if constexpr (std::same_as<M, bool>) {
    return member ? "true" : "false";
  } else if constexpr (NamedEnum<M>) {
    return std::string(name_of(member));
  } else if constexpr (UnitValue<M>) {
    return fmt::format("{}", member.value());
  } else if constexpr (RecordId<M>) {
    return member.valid() ? table<typename M::Record>(park)[member].id : std::string();
  } else if constexpr (Vector<M>) {
    std::string text;
    for (const auto& item : member) {
      if (!text.empty()) text += ' ';
      text += member_text(park, item);
    }
    return text;
  } else {
    return fmt::format("{}", member);
  }
}

/// Kinds written without quotes in JSON and YAML.
template <class M>
constexpr bool is_bare() {
  if constexpr (Optional<M>) {
    return is_bare<typename M::value_type>();
  } else {
    return std::is_arithmetic_v<M> || UnitValue<M>;
  }
}

template <class M>
[[nodiscard]] std::string json_text(const Park& park, const M& member) {
  const std::string text = member_text(park, member);
  if constexpr (is_bare<M>()) return text.empty() ? "null" : text;
  if constexpr (ReferenceMember<M>) return text.empty() ? "null" : json_string(text);
  return json_string(text);
}

/// Per field of T, whether a table's text has it: all but rare ones that hold the default in every record.
template <class T>
[[nodiscard]] std::vector<bool> written_fields(const Table<T>& records) {
  const T defaults{};
  std::vector<bool> written;
  std::vector<const void*> usual;
  describe(
      [&](const Field& field, const auto& member) {
        written.push_back(!field.rare);
        usual.push_back(&member);
      },
      defaults);
  for (const auto& record : records) {
    std::size_t position = 0;
    describe(
        [&]<class M>(const Field& field, const M& member) {
          if (field.rare && !(member == *static_cast<const M*>(usual[position]))) written[position] = true;
          ++position;
        },
        record);
  }
  return written;
}

template <class T>
[[nodiscard]] std::string feature_text(const Park& park, const T& record, const std::vector<bool>& written,
                                       const CoordinateText& coordinates) {
  std::string properties;
  std::string geometry = "null";
  std::size_t position = 0;
  describe(
      [&]<class M>(const Field& field, const M& member) {
        if (!written[position++]) return;
        if constexpr (GeometryMember<M>) {
          geometry = coordinates.geometry(member);
        } else {
          fmt::format_to(std::back_inserter(properties), "{}\"{}\": {}", properties.empty() ? "" : ", ", field.name,
                         json_text(park, member));
        }
      },
      record);
  return fmt::format("{{\"type\": \"Feature\", \"properties\": {{{}}}, \"geometry\": {}}}", properties, geometry);
}

/// A whole GeoJSON file.
template <class T>
[[nodiscard]] std::string geojson_text(const Park& park, const std::string& layer, const Table<T>& records, const LocalFrame& frame) {
  const CoordinateText coordinates(frame);
  const std::vector<bool> written = written_fields(records);
  std::string text = collection_head(layer, frame.crs);
  bool first = true;
  for (const auto& record : records) {
    if (!first) text += ",\n";
    first = false;
    text += feature_text(park, record, written, coordinates);
  }
  text += collection_foot;
  return text;
}

/// A whole CSV file with a header line. Precondition: T has no geometry.
template <class T>
[[nodiscard]] std::string csv_text(const Park& park, const Table<T>& records) {
  const std::vector<bool> written = written_fields(records);
  std::string text;
  const T defaults{};
  std::size_t column = 0;
  describe(
      [&](const Field& field, const auto&) {
        if (written[column++]) text.append(text.empty() ? "" : ",").append(field.name);
      },
      defaults);
  text += '\n';
  for (const auto& record : records) {
    bool first = true;
    column = 0;
    describe(
        [&]<class M>(const Field&, const M& member) {
          if (!written[column++]) return;
          if (!first) text += ',';
          first = false;
          if constexpr (!GeometryMember<M>) text += csv_cell(member_text(park, member));
        },
        record);
    text += '\n';
  }
  return text;
}

}  // namespace parktwin::importers
