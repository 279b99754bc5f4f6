#include "engine/core/json_schema.h"

#include <cmath>

namespace parktwin::json_schema {
namespace {

/// Bounds beyond 2^53 are those of 64-bit types, which JSON numbers cannot state exactly.
constexpr double largest_exact = 9007199254740992.0;

Json bound(double value) {
  if (value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}

Json at_least(Json items, int count) {
  Json list = array_of(std::move(items));
  list["minItems"] = count;
  return list;
}

}  // namespace

Json document(std::string_view title, std::string_view description, const Json& body) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", std::string(title)},
                 {"description", std::string(description)}};
  schema.update(body);
  return schema;
}

Json object(Json properties, const std::vector<std::string>& required) {
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = required;
  schema["properties"] = std::move(properties);
  return schema;
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json text() { return {{"type", "string"}}; }

Json number(const Field& field, std::string_view type) {
  Json schema = {{"type", std::string(type)}};
  if (std::abs(field.minimum) < largest_exact) schema["minimum"] = bound(field.minimum);
  if (std::abs(field.maximum) < largest_exact) schema["maximum"] = bound(field.maximum);
  if (!field.unit.empty()) schema["unit"] = std::string(field.unit);
  return schema;
}

Json one_of_names(const std::vector<std::string_view>& names) {
  Json list = Json::array();
  for (const auto name : names) list.push_back(std::string(name));
  return {{"type", "string"}, {"enum", std::move(list)}};
}

Json or_null(Json schema) {
  schema["type"] = Json::array({schema["type"], "null"});
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

Json point() {
  Json pair = array_of({{"type", "number"}, {"unit", "m"}});
  pair["minItems"] = 2;
  pair["maxItems"] = 2;
  return pair;
}

Json line() { return at_least(point(), 2); }

Json polygon() { return at_least(at_least(point(), 3), 1); }

Json multi_polygon() { return {{"anyOf", Json::array({polygon(), at_least(polygon(), 1)})}}; }

}  // namespace parktwin::json_schema
