#pragma once
// Records of one type from a layer, by the field list of the type: columns, defaults, replaced values, geometry, references as texts.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/park_folder/attribute_values.h"
#include "importers/park_folder/draft_park.h"
#include "importers/park_folder/park_file.h"
#include "importers/park_folder/shape_members.h"

namespace parktwin::importers {

/// How one field of a record gets its value.
struct FieldPlan {
  std::optional<std::size_t> column;                            ///< position in the layer
  std::optional<Attribute> otherwise;                           ///< default of park.yaml
  const std::map<std::string, PlacedText>* replaced = nullptr;  ///< their value -> ours
};

struct FieldSummary {
  std::string_view name;
  std::string_view meaning;
  bool required = false;
  bool geometry = false;
};

/// Columns a section asks for: mapped names, else our own.
[[nodiscard]] std::vector<std::string> wanted_columns(const std::vector<FieldSummary>& fields, const LayerSection& section);

/// One plan per field. Reports mapped columns the layer does not have and required ones that nothing gives.
[[nodiscard]] std::vector<FieldPlan> plan_fields(const std::string& table, const std::vector<FieldSummary>& fields,
                                                 const LayerSection& section, const VectorLayer& layer, const std::string& file,
                                                 TableProblems& problems);

template <class T>
[[nodiscard]] std::vector<FieldSummary> fields_of() {
  std::vector<FieldSummary> fields;
  const T record{};
  describe(
      [&]<class M>(const Field& field, const M&) {
        fields.push_back({field.name, field.meaning, field.required, GeometryMember<M>});
      },
      record);
  return fields;
}

/// Reads the features of one layer into a draft.
template <class T>
class TableReader {
 public:
  TableReader(std::string table, std::string file, std::vector<FieldPlan> plans, Draft<T>& draft, TableProblems& problems)
      : table_(std::move(table)), file_(std::move(file)), plans_(std::move(plans)), draft_(draft), problems_(problems) {}

  void read(const VectorLayer& layer) {
    draft_.records.reserve(layer.features.size());
    draft_.positions.reserve(layer.features.size());
    for (const auto& feature : layer.features) read(feature);
  }

  /// Features with several parts that became several records.
  [[nodiscard]] std::size_t split() const { return split_; }

 private:
  [[nodiscard]] Attribute value_of(const FieldPlan& plan, const Feature& feature, bool& given) const {
    Attribute value;
    if (plan.column) value = feature.attributes[*plan.column];
    if (plan.replaced != nullptr) {
      if (const auto found = plan.replaced->find(text_of(value)); found != plan.replaced->end()) value = found->second.text;
    }
    given = !is_missing(value);
    if (!given && plan.otherwise) value = *plan.otherwise;
    return value;
  }

  void read(const Feature& feature) {
    T record{};
    bool unused = false;
    record.id = text_of(value_of(plans_[id_position()], feature, unused));
    const std::string place = table_ + (record.id.empty() ? fmt::format(" feature {}", feature.number) : " " + record.id);
    std::vector<std::string> references;
    std::uint64_t given = 0;
    std::size_t position = 0;
    std::size_t parts = 1;
    describe(
        [&]<class M>(const Field& field, M& member) {
          const FieldPlan& plan = plans_[position];
          if constexpr (GeometryMember<M>) {
            parts = shape_parts(field, member, feature, place);
          } else {
            bool from_source = false;
            const Attribute value = value_of(plan, feature, from_source);
            if (from_source) given |= std::uint64_t{1} << position;
            if constexpr (ReferenceMember<M>) references.push_back(text_of(value));
            if (is_missing(value)) {
              if (field.required && !problems_.excused_field(table_, field.name)) {
                problems_.add(file_, place, field.name, fmt::format("is missing, expected {}", field.meaning));
              }
            } else if constexpr (!ReferenceMember<M>) {
              if (const auto fault = assign(value, member)) problems_.add(file_, place, field.name, *fault);
            }
          }
          ++position;
        },
        record);
    add(std::move(record), feature, parts, std::move(references), given);
  }

  template <class M>
  std::size_t shape_parts(const Field& field, const M& member, const Feature& feature, const std::string& place) {
    if (feature.misplaced) problems_.excuse_place(place + ", field " + std::string(field.name));
    const std::size_t parts = parts_for(feature.shape, member);
    if (parts > 0 || feature.misplaced || problems_.excused_field(table_, field.name)) return parts > 0 ? parts : 1;
    if (field.required || !feature.shape.empty()) {
      problems_.add(file_, place, field.name, fmt::format("found {}, expected {}", found_kind(feature.shape), kind_of(member)));
    }
    return 1;
  }

  void add(T record, const Feature& feature, std::size_t parts, std::vector<std::string> references, std::uint64_t given) {
    const std::string id = record.id;
    if (parts > 1) ++split_;
    for (std::size_t part = 0; part < parts; ++part) {
      if (part > 0) record.id = fmt::format("{}.{}", id, part + 1);
      describe(
          [&]<class M>(const Field&, M& member) {
            if constexpr (GeometryMember<M>) {
              if (part < parts_for(feature.shape, member)) importers::place(feature.shape, part, member);
            }
          },
          record);
      if (record.id.empty()) continue;
      if (!draft_.positions.emplace(record.id, draft_.records.size()).second) {
        problems_.add(file_, table_ + " " + record.id, "id",
                      fmt::format("is given again in feature {}, expected a unique id", feature.number));
        continue;
      }
      draft_.records.push_back(record);
      draft_.references.push_back(references);
      draft_.given.push_back(given);
    }
  }

  [[nodiscard]] static std::size_t id_position() {
    static const std::size_t found = [] {
      const auto fields = fields_of<T>();
      for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == "id") return i;
      }
      return fields.size();
    }();
    return found;
  }

  std::string table_;
  std::string file_;
  std::vector<FieldPlan> plans_;
  Draft<T>& draft_;
  TableProblems& problems_;
  std::size_t split_ = 0;
};

}  // namespace parktwin::importers
