#include <string>
#include <vector>

#include "engine/core/json_schema.h"
#include "engine/criteria/criteria.h"
#include "engine/criteria/metrics.h"

namespace parktwin::criteria {
namespace {

/// The names of all metrics, for every property called "metric".
void name_metrics(json_schema::Json& schema, const json_schema::Json& names) {
  if (schema.is_object() && schema.contains("properties") && schema["properties"].contains("metric")) {
    schema["properties"]["metric"]["enum"] = names;
    schema["properties"]["metric"].erase("default");
  }
  for (auto& part : schema) {
    if (part.is_structured()) name_metrics(part, names);
  }
}

}  // namespace

std::string pack_schema() {
  json_schema::Json body = json_schema::schema_of<Pack>();
  json_schema::Json names = json_schema::Json::array();
  for (const auto& metric : metrics()) names.push_back(std::string(metric.name));
  name_metrics(body, names);
  return json_schema::document("parktwin criteria pack", "Conditions an evaluator asks for, and how each is measured or shown.", body)
             .dump(2) +
         "\n";
}

}  // namespace parktwin::criteria
