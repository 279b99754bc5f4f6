#pragma once
// JSON Schema (draft 2020-12) of described structs: the same field lists that the strict YAML reader walks, so that an editor accepts what
// the reader accepts. The unit of a number is the annotation "unit". Include it in .cpp files only: nlohmann/json is heavy.
#include <concepts>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/field_range.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"

namespace parktwin::json_schema {

/// Keeps the order of the field lists.
using Json = nlohmann::ordered_json;

/// A whole schema document: header, title, description, then the body's keywords.
[[nodiscard]] Json document(std::string_view title, std::string_view description, const Json& body);

/// An object that takes these properties and no others.
[[nodiscard]] Json object(Json properties, const std::vector<std::string>& required);

[[nodiscard]] Json array_of(Json items);
[[nodiscard]] Json text();
/// A number within the field's bounds, in the field's unit.
[[nodiscard]] Json number(const Field& field, std::string_view type = "number");
[[nodiscard]] Json one_of_names(const std::vector<std::string_view>& names);
/// The same schema, or null.
[[nodiscard]] Json or_null(Json schema);

[[nodiscard]] Json point();
[[nodiscard]] Json line();
[[nodiscard]] Json polygon();
[[nodiscard]] Json multi_polygon();

enum class Form {
  whole,   ///< required fields are required, defaults are named
  partial  ///< every field may be left out, at least one is given, no defaults: what a modification sets
};

/// Schema of a mapping with the fields of T. Fields named in `without` are left out.
template <Described T>
[[nodiscard]] Json schema_of(Form form = Form::whole, const std::vector<std::string_view>& without = {});

namespace detail {

template <class M>
Json schema_of_value(const M& value, const Field& field) {
  if constexpr (std::same_as<M, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::same_as<M, std::string>) {
    return text();
  } else if constexpr (std::integral<M>) {
    return number(within_type<M>(field), "integer");
  } else if constexpr (std::floating_point<M> || UnitValue<M>) {
    return number(field);
  } else if constexpr (NamedEnum<M>) {
    std::vector<std::string_view> names;
    for (const auto& entry : names_of(M{})) names.push_back(entry.name);
    return one_of_names(names);
  } else if constexpr (Optional<M>) {
    return or_null(schema_of_value(typename M::value_type{}, field));
  } else if constexpr (RecordId<M>) {
    Json key = text();
    key["minLength"] = 1;
    return field.required ? key : or_null(std::move(key));
  } else if constexpr (Vector<M>) {
    Field item = field;
    item.required = true;
    return array_of(schema_of_value(typename M::value_type{}, item));
  } else if constexpr (std::same_as<M, Point>) {
    return point();
  } else if constexpr (std::same_as<M, LineString>) {
    return line();
  } else if constexpr (std::same_as<M, Polygon>) {
    return polygon();
  } else if constexpr (std::same_as<M, MultiPolygon>) {
    return multi_polygon();
  } else {
    static_assert(Described<M>, "a field of a kind that a YAML file cannot give");
    (void)value;
    return schema_of<M>();
  }
}

/// The default as the file would give it; null for kinds without one.
template <class M>
Json default_of(const M& value) {
  if constexpr (std::same_as<M, bool> || std::same_as<M, std::string> || std::integral<M> || std::floating_point<M>) {
    return value;
  } else if constexpr (UnitValue<M>) {
    return value.value();
  } else if constexpr (NamedEnum<M>) {
    return std::string(name_of(value));
  } else {
    return nullptr;
  }
}

}  // namespace detail

template <Described T>
Json schema_of(Form form, const std::vector<std::string_view>& without) {
  Json properties = Json::object();
  std::vector<std::string> required;
  const T defaults{};
  describe(
      [&](const Field& field, const auto& member) {
        if (std::find(without.begin(), without.end(), field.name) != without.end()) return;
        Json property = detail::schema_of_value(member, field);
        property["description"] = std::string(field.meaning);
        if (form == Form::whole && field.required) required.emplace_back(field.name);
        if (form == Form::whole && !field.required) {
          if (Json value = detail::default_of(member); !value.is_null()) property["default"] = std::move(value);
        }
        properties[std::string(field.name)] = std::move(property);
      },
      defaults);
  Json schema = object(std::move(properties), required);
  if (form == Form::partial) schema["minProperties"] = 1;
  return schema;
}

}  // namespace parktwin::json_schema
