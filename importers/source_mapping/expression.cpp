#include "importers/source_mapping/expression.h"

#include <fmt/format.h>

#include <algorithm>

#include "importers/park_folder/attribute_values.h"
#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers {
namespace {

/// Calls visit for the expression and all below it.
template <class E, class Visit>
void walk(E& expression, const Visit& visit) {
  visit(expression);
  for (auto& part : expression.parts) walk(part, visit);
  for (auto& part : expression.otherwise) walk(part, visit);
  for (auto& one : expression.cases) {
    for (auto& subject : one.condition.subject) walk(subject, visit);
    walk(one.then, visit);
  }
}

Attribute column_value(const Expression& expression, const Feature& feature) {
  if (!expression.position) return {};
  const auto& value = feature.attributes[*expression.position];
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto first = text->find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text->substr(first, text->find_last_not_of(" \t\r\n") - first + 1);
  }
  return value;
}

Value fallback(const Expression& chosen, const Feature& feature, std::string_view unit) {
  Value value = evaluate(chosen, feature, unit);
  if (chosen.kind == Expression::Kind::constant && !is_missing(value.attribute)) value.guessed = true;
  return value;
}

Value head(const Expression& expression, const Feature& feature, std::string_view unit) {
  switch (expression.kind) {
    case Expression::Kind::constant:
      return {.attribute = expression.constant, .guessed = false, .fault = {}};
    case Expression::Kind::column:
      return {.attribute = column_value(expression, feature), .guessed = false, .fault = {}};
    case Expression::Kind::first: {
      std::optional<std::string> fault;
      for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        Value value = i == 0 ? evaluate(expression.parts[i], feature, unit) : fallback(expression.parts[i], feature, unit);
        if (value.fault && !fault) fault = value.fault;
        if (is_missing(value.attribute)) continue;
        value.fault = fault;
        return value;
      }
      return {.attribute = {}, .guessed = false, .fault = fault};
    }
    case Expression::Kind::join: {
      Value joined_up;
      std::string text;
      for (const auto& part : expression.parts) {
        const Value value = evaluate(part, feature, "");
        if (is_missing(value.attribute)) return {};
        text += (text.empty() ? "" : expression.separator) + text_of(value.attribute);
        joined_up.guessed = joined_up.guessed || value.guessed;
      }
      joined_up.attribute = text;
      return joined_up;
    }
    case Expression::Kind::when:
      for (const auto& one : expression.cases) {
        if (holds(one.condition, feature)) return evaluate(one.then, feature, unit);
      }
      return {};
  }
  return {};
}

/// Unit and arithmetic; texts that are no quantity become a fault.
void compute(const Expression& expression, std::string_view unit, Value& value) {
  if (expression.unit.empty() && !expression.times && !expression.plus) return;
  const std::string_view from = expression.unit.empty() || unit.empty() ? std::string_view() : std::string_view(expression.unit);
  const auto number = quantity(value.attribute, from, unit.empty() ? std::string_view(expression.unit) : unit);
  if (!number) {
    value.fault = fmt::format("found \"{}\", expected a number{}", text_of(value.attribute),
                              expression.unit.empty() ? std::string() : " in " + expression.unit);
    value.attribute = {};
    return;
  }
  value.attribute = *number * expression.times.value_or(1.0) + expression.plus.value_or(0.0);
}

}  // namespace

bool holds(const Condition& condition, const Feature& feature) {
  const Value value = evaluate(condition.subject.front(), feature, "");
  const bool there = !is_missing(value.attribute);
  if (condition.present && *condition.present != there) return false;
  if (condition.present && !there) return true;
  if (!there) return false;
  const std::string text = text_of(value.attribute);
  if (condition.equals && text != *condition.equals) return false;
  if (!condition.one_of.empty() && std::find(condition.one_of.begin(), condition.one_of.end(), text) == condition.one_of.end())
    return false;
  if (condition.contains && text.find(*condition.contains) == std::string::npos) return false;
  if (!condition.above && !condition.below) return true;
  const auto number = quantity(value.attribute, "", "");
  return number && (!condition.above || *number > *condition.above) && (!condition.below || *number < *condition.below);
}

void add_columns(const Expression& expression, std::vector<std::string>& names) {
  walk(expression, [&names](const Expression& one) {
    if (one.kind == Expression::Kind::column) names.push_back(one.column);
  });
}

void bind_columns(Expression& expression, const VectorLayer& layer, std::vector<const Expression*>& absent) {
  walk(expression, [&](Expression& one) {
    if (one.kind != Expression::Kind::column) return;
    one.position = layer.column(one.column);
    if (!one.position) absent.push_back(&one);
  });
}

Value evaluate(const Expression& expression, const Feature& feature, std::string_view unit) {
  Value value = head(expression, feature, unit);
  if (expression.has_lookup && !is_missing(value.attribute)) {
    const auto found = expression.lookup.find(text_of(value.attribute));
    if (found == expression.lookup.end() && expression.otherwise.empty()) {
      value.fault = fmt::format("found \"{}\", which the lookup does not have", text_of(value.attribute));
    }
    value.attribute = found == expression.lookup.end() ? Attribute() : Attribute(found->second);
  }
  if (!is_missing(value.attribute)) compute(expression, unit, value);
  if (!is_missing(value.attribute) && !expression.prefix.empty()) value.attribute = expression.prefix + text_of(value.attribute);
  if (is_missing(value.attribute) && !expression.otherwise.empty()) {
    const auto fault = value.fault;
    value = fallback(expression.otherwise.front(), feature, unit);
    if (!value.fault) value.fault = fault;
  }
  if (expression.guess && !is_missing(value.attribute)) value.guessed = true;
  return value;
}

}  // namespace parktwin::importers
