#pragma once
// An evaluator of the JSON Schema keywords that parktwin writes, for tests: does a YAML document satisfy a schema? Written from the draft
// 2020-12 specification, independently of the strict reader. Throws on a keyword it does not know, so that none goes unchecked.
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

namespace parktwin::testing_schema {

using Json = nlohmann::ordered_json;

/// YAML 1.2 core schema (section 10.3.2).
inline Json json_of(const YAML::Node& node) {
  static const std::regex whole("[-+]?[0-9]+");
  static const std::regex real(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
  if (node.IsNull()) return nullptr;
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& entry : node) list.push_back(json_of(entry));
    return list;
  }
  if (node.IsMap()) {
    Json mapping = Json::object();
    for (const auto& entry : node) mapping[entry.first.Scalar()] = json_of(entry.second);
    return mapping;
  }
  const std::string& text = node.Scalar();
  if (node.Tag() != "?") return text;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (text == "~" || text == "null") return nullptr;
  if (std::regex_match(text, whole)) return std::stoll(text);
  if (std::regex_match(text, real)) return std::stod(text);
  return text;
}

inline bool is_of_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer() || (value.is_number() && value.get<double>() == std::floor(value.get<double>()));
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  if (type == "null") return value.is_null();
  throw std::logic_error("unknown type " + type);
}

inline bool satisfies(const Json& value, const Json& schema, const Json& root);

inline bool satisfies_object(const Json& value, const std::string& keyword, const Json& rule, const Json& schema, const Json& root) {
  if (!value.is_object()) return true;
  if (keyword == "minProperties") return value.size() >= rule.get<std::size_t>();
  if (keyword == "maxProperties") return value.size() <= rule.get<std::size_t>();
  if (keyword == "required") {
    return std::all_of(rule.begin(), rule.end(), [&](const Json& name) { return value.contains(name.get<std::string>()); });
  }
  for (const auto& [name, member] : value.items()) {
    const bool known = schema.contains("properties") && schema["properties"].contains(name);
    if (keyword == "additionalProperties" && !known && rule == false) return false;
    if (keyword == "properties" && known && !satisfies(member, rule[name], root)) return false;
  }
  return true;
}

inline bool satisfies_keyword(const Json& value, const std::string& keyword, const Json& rule, const Json& schema, const Json& root) {
  static const std::set<std::string> annotations = {"$schema", "$defs", "title", "description", "default", "unit"};
  static const std::set<std::string> of_objects = {"minProperties", "maxProperties", "required", "additionalProperties", "properties"};
  if (annotations.contains(keyword)) return true;
  if (of_objects.contains(keyword)) return satisfies_object(value, keyword, rule, schema, root);
  const auto any = [&](const Json& list, const auto& test) { return std::any_of(list.begin(), list.end(), test); };
  if (keyword == "$ref") return satisfies(value, root.at(Json::json_pointer(rule.get<std::string>().substr(1))), root);
  if (keyword == "type") return any(rule.is_array() ? rule : Json::array({rule}), [&](const Json& t) { return is_of_type(value, t); });
  if (keyword == "enum") return any(rule, [&](const Json& choice) { return choice == value; });
  if (keyword == "anyOf") return any(rule, [&](const Json& choice) { return satisfies(value, choice, root); });
  if (keyword == "minimum") return !value.is_number() || value.get<double>() >= rule.get<double>();
  if (keyword == "maximum") return !value.is_number() || value.get<double>() <= rule.get<double>();
  if (keyword == "minLength") return !value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>();
  if (keyword == "pattern") return !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
  if (keyword == "minItems") return !value.is_array() || value.size() >= rule.get<std::size_t>();
  if (keyword == "maxItems") return !value.is_array() || value.size() <= rule.get<std::size_t>();
  if (keyword == "uniqueItems") return !value.is_array() || std::set<Json>(value.begin(), value.end()).size() == value.size();
  if (keyword == "items")
    return !value.is_array() || std::all_of(value.begin(), value.end(), [&](const Json& v) { return satisfies(v, rule, root); });
  throw std::logic_error("unknown keyword " + keyword);
}

inline bool satisfies(const Json& value, const Json& schema, const Json& root) {
  for (const auto& [keyword, rule] : schema.items()) {
    if (!satisfies_keyword(value, keyword, rule, schema, root)) return false;
  }
  return true;
}

inline bool satisfies(const std::string& yaml, const Json& schema) { return satisfies(json_of(YAML::Load(yaml)), schema, schema); }

}  // namespace parktwin::testing_schema
