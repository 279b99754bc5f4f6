#pragma once
// From the attributes of a layer to the members of a record: one conversion per kind of field, each saying why a value does not fit.
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

/// Null or an empty text.
[[nodiscard]] bool is_missing(const Attribute& attribute);
/// "a, b, c".
[[nodiscard]] std::string joined(std::span<const std::string> names);
/// Numbers in their shortest exact form.
[[nodiscard]] std::string text_of(const Attribute& attribute);

/// Each gives a fault ("found \"tall\", expected a number") or sets the value.
[[nodiscard]] std::optional<std::string> to_number(const Attribute& attribute, double& value);
[[nodiscard]] std::optional<std::string> to_whole(const Attribute& attribute, std::int64_t low, std::int64_t high, std::int64_t& value);
/// Numbers separated by spaces; the fault names the first that is none.
[[nodiscard]] std::optional<std::string> to_numbers(const Attribute& attribute, std::vector<double>& values);
[[nodiscard]] std::optional<std::string> to_truth(const Attribute& attribute, bool& value);
[[nodiscard]] std::optional<std::string> to_choice(const Attribute& attribute, std::span<const std::string_view> names,
                                                   std::size_t& position);

template <class M>
concept GeometryMember = std::same_as<M, Point> || std::same_as<M, LineString> || std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>;

template <class M>
struct is_id_list : std::false_type {};
template <class T>
struct is_id_list<std::vector<Id<T>>> : std::true_type {};
/// One or many references to records, given as texts.
template <class M>
concept ReferenceMember = RecordId<M> || is_id_list<std::remove_const_t<M>>::value;

/// Precondition: the attribute is not missing, the member is neither a geometry nor a reference.
template <class M>
[[nodiscard]] std::optional<std::string> assign(const Attribute& attribute, M& member) {
  if constexpr (Optional<M>) {
    typename M::value_type content{};
    auto fault = assign(attribute, content);
    if (!fault) member = content;
    return fault;
  } else if constexpr (std::same_as<M, std::string>) {
    member = text_of(attribute);
    return std::nullopt;
  } else if constexpr (std::same_as<M, bool>) {
    return to_truth(attribute, member);
  } else if constexpr (std::same_as<M, std::vector<double>>) {
    return to_numbers(attribute, member);
  } else if constexpr (std::is_integral_v<M>) {
    std::int64_t whole = 0;
    auto fault = to_whole(attribute, std::numeric_limits<M>::min(), std::numeric_limits<M>::max(), whole);
    if (!fault) member = static_cast<M>(whole);
    return fault;
  } else if constexpr (NamedEnum<M>) {
    std::vector<std::string_view> names;
    for (const auto& entry : names_of(M{})) names.push_back(entry.name);
    std::size_t position = 0;
    auto fault = to_choice(attribute, names, position);
    if (!fault) member = names_of(M{})[position].value;
    return fault;
  } else {
    static_assert(std::same_as<M, double> || UnitValue<M>, "a field of a kind that a layer cannot give");
    double number = 0.0;
    auto fault = to_number(attribute, number);
    if (!fault) member = M(number);
    return fault;
  }
}

}  // namespace parktwin::importers
