#pragma once
// Fields of a record by name, as prices name them: how much a field measures, and its value as a scenario file gives it.
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"

namespace parktwin::costs {

/// A number as it is, the length of a course, the value of a unit type; none for other kinds.
template <class M>
[[nodiscard]] std::optional<double> measure_of_member(const M& member) {
  if constexpr (std::is_arithmetic_v<M> && !std::same_as<M, bool>) {
    return static_cast<double>(member);
  } else if constexpr (UnitValue<M>) {
    return member.value();
  } else if constexpr (std::same_as<M, LineString>) {
    double length = 0.0;
    for (std::size_t i = 1; i < member.points.size(); ++i) {
      length += std::hypot(member.points[i].x - member.points[i - 1].x, member.points[i].y - member.points[i - 1].y);
    }
    return length;
  } else {
    return std::nullopt;
  }
}

/// None for kinds that a price cannot compare: geometries, references, lists.
template <class M>
[[nodiscard]] std::optional<std::string> text_of_member(const M& member) {
  if constexpr (std::same_as<M, std::string>) {
    return member;
  } else if constexpr (NamedEnum<M>) {
    return std::string(name_of(member));
  } else if constexpr (std::is_arithmetic_v<M>) {
    return fmt::format("{}", member);
  } else if constexpr (UnitValue<M>) {
    return fmt::format("{}", member.value());
  } else {
    return std::nullopt;
  }
}

/// Calls visit(member) for the field of that name; false when there is none.
template <Described T, class Visitor>
bool with_field(const T& record, const std::string& name, Visitor&& visit) {
  bool found = false;
  describe(
      [&](const Field& field, const auto& member) {
        if (field.name != name) return;
        found = true;
        visit(member);
      },
      record);
  return found;
}

template <Described T>
[[nodiscard]] std::optional<double> measure_of(const T& record, const std::string& field) {
  std::optional<double> measure;
  with_field(record, field, [&measure](const auto& member) { measure = measure_of_member(member); });
  return measure;
}

template <Described T>
[[nodiscard]] std::optional<std::string> text_of(const T& record, const std::string& field) {
  std::optional<std::string> text;
  with_field(record, field, [&text](const auto& member) { text = text_of_member(member); });
  return text;
}

}  // namespace parktwin::costs
