#pragma once
// Records of one type from a read source: every field by its expression; what is unusable is dropped with a reason, never an error.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "importers/gdal_layers/shape_algebra.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/park_folder/shape_members.h"
#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

/// Records of one table from several sources, before references are resolved.
template <class T>
struct Gathered {
  std::vector<T> records;
  std::vector<std::vector<std::string>> references;  ///< texts of the reference fields, in the order of the field list
  std::vector<std::uint64_t> given;                  ///< one bit per field: a source or a rule gave it
  std::vector<std::size_t> source;                   ///< which; none of the recipe's for records that were there before
  std::unordered_map<std::string, std::size_t> by_id;
};

inline constexpr std::size_t from_rules = static_cast<std::size_t>(-1);

/// As an id may be: lists of references are separated by spaces.
[[nodiscard]] inline std::string id_text(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

template <class M>
[[nodiscard]] bool within(const Field& field, const M& member) {
  if constexpr (Optional<M>) {
    return !member || within(field, *member);
  } else if constexpr (UnitValue<M>) {
    return member.value() >= field.minimum && member.value() <= field.maximum;
  } else if constexpr (std::is_arithmetic_v<M> && !std::same_as<M, bool>) {
    return static_cast<double>(member) >= field.minimum && static_cast<double>(member) <= field.maximum;
  } else {
    return true;
  }
}

/// Parts of a shape inside the boundary: buildings whole when their centre is inside, other areas and lines cut. An empty boundary cuts
/// nothing.
inline void clip(Shape& shape, const MultiPolygon& boundary, bool whole_areas) {
  if (boundary.polygons.empty()) return;
  std::erase_if(shape.points, [&](Point p) { return !contains(boundary, p); });
  std::vector<LineString> lines;
  for (const auto& line : shape.lines) {
    auto parts = inside(line, boundary);
    lines.insert(lines.end(), parts.begin(), parts.end());
  }
  shape.lines = std::move(lines);
  if (whole_areas) {
    std::erase_if(shape.area.polygons, [&](const Polygon& polygon) { return !contains(boundary, centroid(polygon)); });
  } else if (!shape.area.polygons.empty()) {
    shape.area = to_centimetre(common(shape.area, boundary));
  }
}

template <class T>
class RecordMaker {
 public:
  RecordMaker(ReadSource& source, const MultiPolygon& boundary) : source_(source), boundary_(boundary) {
    const T record{};
    describe(
        [this]<class M>(const Field& field, const M&) {
          const auto found = source_.rule.fields.find(std::string(field.name));
          expressions_.push_back(found == source_.rule.fields.end() ? nullptr : &found->second);
          has_shape_ = has_shape_ || GeometryMember<M>;
        },
        record);
  }

  /// Calls take(record, references, given) for each record that can be made.
  template <class Take>
  void make(const Take& take) {
    for (auto& feature : source_.layer.features) make(feature, take);
  }

 private:
  struct Made {
    T record{};
    std::vector<std::string> references;
    std::uint64_t given = 0;
    std::string lacking;  ///< a required field that is not there
  };

  template <class Take>
  void make(Feature& feature, const Take& take) {
    const std::string place = fmt::format("{} {}", source_.layer.name, feature.number);
    Made made;
    std::size_t position = 0;
    describe([&]<class M>(const Field& field, M& member) { set(field, member, position++, feature, place, made); }, made.record);
    if (made.record.id.empty()) made.record.id = id_text(fmt::format("{}-{}", source_.rule.name, feature.number));
    if (!made.lacking.empty()) return source_.report.add(Finding::dropped, "records without " + made.lacking, place);
    std::size_t parts = 1;
    if (has_shape_) {
      const bool was_there = parts_of(feature.shape, made.record) > 0;
      clip(feature.shape, boundary_, std::same_as<T, Building>);
      parts = parts_of(feature.shape, made.record);
      if (parts == 0 && (was_there || needs_shape())) {
        return source_.report.add(Finding::dropped,
                                  was_there ? "records outside the boundary" : "records without the geometry of the table", place);
      }
    }
    if (parts > 1) source_.report.add(Finding::changed, "records with several parts became one for each", place);
    const std::string id = made.record.id;
    for (std::size_t part = 0; part < std::max<std::size_t>(parts, 1); ++part) {
      if (part > 0) made.record.id = fmt::format("{}-{}", id, part + 1);
      if (parts > 0) set_shape(feature.shape, part, made.record);
      take(made.record, made.references, made.given, place);
    }
  }

  template <class M>
  void set(const Field& field, M& member, std::size_t position, const Feature& feature, const std::string& place, Made& made) {
    if constexpr (!GeometryMember<M>) {
      const std::string name(field.name);
      Value value;
      if (expressions_[position] != nullptr) value = evaluate(*expressions_[position], feature, field.unit);
      if (value.fault) source_.report.add(Finding::dropped, "values of " + name, fmt::format("{}: {}", place, *value.fault));
      bool there = !is_missing(value.attribute);
      if constexpr (ReferenceMember<M>) {
        made.references.push_back(!there ? "" : RecordId<M> ? id_text(text_of(value.attribute)) : text_of(value.attribute));
      } else if (there) {
        M found = member;
        auto fault = assign(value.attribute, found);
        if (!fault && !within(field, found))
          fault = fmt::format("found {}, expected {} to {} {}", text_of(value.attribute), field.minimum, field.maximum, field.unit);
        if (fault) source_.report.add(Finding::dropped, "values of " + name, fmt::format("{}: {}", place, *fault));
        there = !fault;
        if (there) member = std::move(found);
        if constexpr (std::same_as<M, std::string>) {
          if (field.name == "id") member = id_text(member);
        }
      }
      if (there) made.given |= std::uint64_t{1} << position;
      if (there && value.guessed) source_.report.add(Finding::guessed, name, place);
      if (!there && field.required && field.name != "id" && made.lacking.empty()) made.lacking = name;
    }
  }

  [[nodiscard]] static std::size_t parts_of(const Shape& shape, const T& record) {
    std::size_t parts = 0;
    describe(
        [&]<class M>(const Field&, const M& member) {
          if constexpr (GeometryMember<M>) parts = parts_for(shape, member);
        },
        record);
    return parts;
  }
  static void set_shape(const Shape& shape, std::size_t part, T& record) {
    describe(
        [&]<class M>(const Field&, M& member) {
          if constexpr (GeometryMember<M>) {
            if (parts_for(shape, member) > part) place(shape, part, member);
          }
        },
        record);
  }
  [[nodiscard]] static bool needs_shape() {
    bool needed = false;
    const T record{};
    describe([&]<class M>(const Field& field, const M&) { needed = needed || (GeometryMember<M> && field.required); }, record);
    return needed;
  }

  ReadSource& source_;
  const MultiPolygon& boundary_;
  std::vector<const Expression*> expressions_;
  bool has_shape_ = false;
};

}  // namespace parktwin::importers
