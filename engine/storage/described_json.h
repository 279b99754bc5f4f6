#pragma once
// Described records as JSON objects and back. A pair of fields x_en and x_zh becomes one member x: {"en": …, "zh": …}. Numbers that are
// absent, NaN or infinite become null; texts that are not UTF-8 are mended when the document is written.
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/errors.h"

namespace parktwin::storage {

using Json = nlohmann::ordered_json;

namespace detail {
template <Described T>
[[nodiscard]] bool has_field(const T& value, const std::string& name) {
  bool found = false;
  describe([&](const Field& field, const auto&) { found = found || field.name == name; }, value);
  return found;
}

/// Path of a field in its object: "x" and "en" for x_en when there is x_zh as well, else the name alone.
template <Described T>
[[nodiscard]] std::vector<std::string> member_path(const T& value, std::string_view name) {
  if (name.ends_with("_en") || name.ends_with("_zh")) {
    const std::string stem(name.substr(0, name.size() - 3));
    if (has_field(value, stem + "_en") && has_field(value, stem + "_zh")) return {stem, std::string(name.substr(name.size() - 2))};
  }
  return {std::string(name)};
}

/// Null when there is none.
[[nodiscard]] inline const Json* find_member(const Json& object, const std::vector<std::string>& path) {
  const Json* found = &object;
  for (const std::string& name : path) {
    if (!found->is_object()) return nullptr;
    const auto member = found->find(name);
    if (member == found->end()) return nullptr;
    found = &*member;
  }
  return found;
}
}  // namespace detail

inline Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

template <class T>
[[nodiscard]] Json to_json(const T& value) {
  if constexpr (std::floating_point<T>) {
    return number_or_null(value);
  } else if constexpr (NamedEnum<T>) {
    return std::string(name_of(value));
  } else if constexpr (Optional<T>) {
    return value ? to_json(*value) : Json(nullptr);
  } else if constexpr (Vector<T>) {
    Json list = Json::array();
    for (const auto& item : value) list.push_back(to_json(item));
    return list;
  } else if constexpr (Described<T>) {
    Json object = Json::object();
    describe(
        [&](const Field& field, const auto& member) {
          Json* place = &object;
          for (const std::string& name : detail::member_path(value, field.name)) place = &(*place)[name];
          *place = to_json(member);
        },
        value);
    return object;
  } else {
    return value;
  }
}

/// Reads what to_json wrote. Adds one problem per value that is missing or of the wrong kind.
template <class T>
void from_json(const Json& json, T& value, const std::string& file, const std::string& place, Problems& problems) {
  const auto wrong = [&](const char* expected) {
    problems.add(file, place, std::string("expected ") + expected + ", found " + json.type_name());
  };
  if constexpr (Optional<T>) {
    if (!json.is_null()) from_json(json, value.emplace(), file, place, problems);
  } else if constexpr (std::same_as<T, std::string>) {
    json.is_string() ? void(value = json.get<std::string>()) : wrong("a text");
  } else if constexpr (std::same_as<T, bool>) {
    json.is_boolean() ? void(value = json.get<bool>()) : wrong("true or false");
  } else if constexpr (std::floating_point<T>) {
    if (json.is_null()) {
      value = std::numeric_limits<T>::quiet_NaN();
    } else {
      json.is_number() ? void(value = json.get<T>()) : wrong("a number");
    }
  } else if constexpr (std::integral<T>) {
    json.is_number_integer() ? void(value = json.get<T>()) : wrong("a whole number");
  } else if constexpr (NamedEnum<T>) {
    const auto parsed = json.is_string() ? parse_enum<T>(json.get<std::string>()) : std::nullopt;
    if (parsed) {
      value = *parsed;
    } else {
      problems.add(file, place, "found " + (json.is_string() ? json.dump() : json.type_name()) + ", which is none of the known names");
    }
  } else if constexpr (Vector<T>) {
    if (!json.is_array()) return wrong("a list");
    value.resize(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) from_json(json[i], value[i], file, place + "[" + std::to_string(i) + "]", problems);
  } else {
    static_assert(Described<T>, "a field of a kind that cannot be stored");
    if (!json.is_object()) return wrong("an object");
    describe(
        [&](const Field& field, auto& member) {
          const std::string where = place + "." + std::string(field.name);
          if (const Json* found = detail::find_member(json, detail::member_path(value, field.name))) {
            from_json(*found, member, file, where, problems);
          } else {
            problems.add(file, where, "is missing");
          }
        },
        value);
  }
}

}  // namespace parktwin::storage
