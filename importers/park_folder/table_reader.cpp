#include "importers/park_folder/table_reader.h"

#include <algorithm>

namespace parktwin::importers {
namespace {

const PlacedText* find(const std::map<std::string, PlacedText>& texts, std::string_view field) {
  const auto found = texts.find(std::string(field));
  return found == texts.end() ? nullptr : &found->second;
}

std::string column_name(const FieldSummary& field, const LayerSection& section) {
  const auto* mapped = find(section.fields, field.name);
  return mapped != nullptr ? mapped->text : std::string(field.name);
}

}  // namespace

std::vector<std::string> wanted_columns(const std::vector<FieldSummary>& fields, const LayerSection& section) {
  std::vector<std::string> names;
  for (const auto& field : fields) {
    if (!field.geometry) names.push_back(column_name(field, section));
  }
  return names;
}

std::vector<FieldPlan> plan_fields(const std::string& table, const std::vector<FieldSummary>& fields, const LayerSection& section,
                                   const VectorLayer& layer, const std::string& file, TableProblems& problems) {
  std::vector<FieldPlan> plans;
  for (const auto& field : fields) {
    FieldPlan& plan = plans.emplace_back();
    if (field.geometry) continue;
    const std::string column = column_name(field, section);
    plan.column = layer.column(column);
    if (const auto* value = find(section.defaults, field.name)) plan.otherwise = Attribute(value->text);
    if (const auto values = section.values.find(std::string(field.name)); values != section.values.end()) plan.replaced = &values->second;
    const bool mapped = find(section.fields, field.name) != nullptr;
    if (plan.column || (!mapped && (!field.required || plan.otherwise))) continue;
    const std::string purpose = mapped ? "field " + std::string(field.name) : std::string(field.meaning);
    problems.all().add(file, "layer " + layer.name,
                       fmt::format("has no column {} for {}; found {}", column, purpose, joined(layer.available)));
    problems.excuse_field(table, field.name);
  }
  return plans;
}

}  // namespace parktwin::importers
