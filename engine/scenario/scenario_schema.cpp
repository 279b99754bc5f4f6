#include "engine/core/json_schema.h"
#include "engine/scenario/scenario.h"
#include "engine/scenario/scenario_head.h"

namespace parktwin {
namespace {

using json_schema::Json;

Json id_of_record(std::string_view meaning) {
  Json schema = json_schema::text();
  schema["minLength"] = 1;
  schema["description"] = std::string(meaning);
  return schema;
}

/// A list of references names each record once.
template <class T>
void make_references_unique(Json& schema) {
  const T record{};
  describe(
      [&schema]<class M>(const Field& field, const M&) {
        if constexpr (Vector<M>) {
          if constexpr (RecordId<typename M::value_type>) schema["properties"][std::string(field.name)]["uniqueItems"] = true;
        }
      },
      record);
}

template <class T>
Json schema_of_change(const AddRecord<T>&) {
  Json schema = json_schema::schema_of<T>();
  schema["properties"]["id"]["minLength"] = 1;
  make_references_unique<T>(schema);
  return schema;
}

template <class T>
Json schema_of_change(const RemoveRecord<T>&) {
  return json_schema::object({{"id", id_of_record("id of the record to remove")}}, {"id"});
}

template <class T>
Json schema_of_change(const ModifyRecord<T>&) {
  Json set = json_schema::schema_of<T>(json_schema::Form::partial, {"id"});
  make_references_unique<T>(set);
  set["description"] = "new values of some fields; null empties an optional one";
  return json_schema::object({{"id", id_of_record("id of the record to modify")}, {"set", std::move(set)}}, {"id", "set"});
}

template <class T>
Json schema_of_change(const MoveRecord<T>&) {
  Json schema = json_schema::schema_of<MoveRecord<T>>();
  schema["properties"]["id"]["minLength"] = 1;
  return schema;
}

Json schema_of_changes(const char* meaning) {
  Json kinds = Json::object();
  for_each_change_kind([&kinds]<class Kind>() { kinds[change_name<Kind>()] = schema_of_change(Kind{}); });
  Json change = json_schema::object(std::move(kinds), {});
  change["minProperties"] = 1;
  change["maxProperties"] = 1;
  Json list = json_schema::array_of(std::move(change));
  list["description"] = meaning;
  return list;
}

Json schema_of_phases() {
  Json phase = json_schema::schema_of<Phase>();
  phase["properties"]["changes"] = {{"$ref", "#/properties/changes"}, {"minItems", 1}};
  phase["required"].push_back("changes");
  Json list = json_schema::array_of(std::move(phase));
  list["description"] = "what is changed in later years, each year once and in order; every phase is simulated and judged";
  return list;
}

}  // namespace

std::string scenario_schema() {
  Json body = json_schema::schema_of<ScenarioHead>();
  for (const char* key : {"name", "park"}) body["properties"][key]["minLength"] = 1;
  Json& criteria = body["properties"]["criteria"];
  criteria["items"]["minLength"] = 1;
  criteria["minItems"] = 1;
  criteria["uniqueItems"] = true;
  criteria["minLength"] = 1;
  criteria["type"] = Json::array({"string", "array"});
  body["properties"]["assessed_on"]["pattern"] = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$";
  body["properties"]["based_on"]["minItems"] = 1;
  body["properties"]["based_on"]["items"]["minLength"] = 1;
  body["properties"]["costs"]["properties"]["prices"]["minLength"] = 1;
  body["properties"]["views"]["items"]["properties"]["name"]["minLength"] = 1;
  body["properties"]["changes"] = schema_of_changes("changes to the park before the first phase, applied in order");
  body["properties"]["phases"] = schema_of_phases();
  body["anyOf"] = {{{"required", Json::array({"park"})}}, {{"required", Json::array({"based_on"})}}};
  return json_schema::document("parktwin scenario",
                               "Which park, what is changed in it, how it is simulated, against which criteria it is judged.", body)
             .dump(2) +
         "\n";
}

}  // namespace parktwin
