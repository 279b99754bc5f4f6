#pragma once
// One field list per record. A struct T that is read, stored, documented or hashed has one function next to it
//     template <class Visitor, DescribedAs<T> Self> void describe(Visitor&& visit, Self& self)
// that calls visit(Field{name, unit, meaning}, self.member) once per field. Readers, writers, schema and hashing walk that list;
// nothing else knows the fields. The default of a field is its value in a default-constructed T.
#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace parktwin {

struct Field {
  std::string_view name;                                      ///< snake_case, with the unit as suffix where there is one: `height_m`
  std::string_view unit;                                      ///< "m", "dB", "Mbit/s" …; empty for texts, counts, flags and references
  std::string_view meaning;                                   ///< one English phrase for documentation and schema
  double minimum = -std::numeric_limits<double>::infinity();  ///< inclusive bounds of a number
  double maximum = std::numeric_limits<double>::infinity();
  bool required = false;  ///< a reader rejects a record that neither gives it nor gets it from a mapping
  bool rare = false;      ///< a table's text has no column for it when every record holds the default
};

[[nodiscard]] constexpr Field rare_field(Field field) {
  field.rare = true;
  return field;
}

template <class Candidate, class T>
concept DescribedAs = std::same_as<std::remove_const_t<Candidate>, T>;

namespace detail {
struct AnyVisitor {
  template <class T>
  void operator()(const Field&, T&) const {}
};
}  // namespace detail

/// A struct with a field list.
template <class T>
concept Described = requires(const T& value, detail::AnyVisitor visitor) {
  describe(visitor, value);
};

/// An enumeration with a table of names: `constexpr auto names_of(E)` returns std::array<EnumName<E>, N>, found beside E.
template <class E>
struct EnumName {
  E value;
  std::string_view name;
};

template <class E>
concept NamedEnum = std::is_enum_v<E> && requires {
  names_of(E{});
};

template <NamedEnum E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  for (const auto& entry : names_of(E{})) {
    if (entry.value == value) return entry.name;
  }
  return "?";
}

template <NamedEnum E>
[[nodiscard]] constexpr std::optional<E> parse_enum(std::string_view name) {
  for (const auto& entry : names_of(E{})) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

/// A unit type of units.h: explicit from double, value(), symbol.
template <class T>
concept UnitValue = requires(const T& value) {
  { value.value() } -> std::same_as<double>;
  { T::symbol } -> std::convertible_to<std::string_view>;
};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
concept Optional = is_optional<std::remove_const_t<T>>::value;

template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
concept Vector = is_vector<std::remove_const_t<T>>::value;

}  // namespace parktwin
