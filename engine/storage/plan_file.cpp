#include "engine/storage/plan_file.h"

#include "engine/storage/described_json.h"
#include "engine/storage/json_file.h"
#include "engine/storage/storage.h"

namespace parktwin::storage {

std::string plan_json(const SavedRun& run) {
  Json document;
  document["park"] = {{"en", run.park.site->name}, {"zh", run.park.site->name_zh}};
  document["scenario"] = run.scenario_name;
  document["criteria"] = run.criteria;
  document["version"] = run.version;
  document["plan"] = to_json(run.plan);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

criteria::PlanRecord read_plan(const std::filesystem::path& file) {
  const Json document = read_json(file, "the plan of a run");
  const Json* found = detail::find_member(document, {"plan"});
  if (found == nullptr) throw InputError(file.string(), "plan", "is missing; expected the plan of a run");
  criteria::PlanRecord plan;
  Problems problems;
  from_json(*found, plan, file.string(), "plan", problems);
  problems.throw_if_any();
  return plan;
}

}  // namespace parktwin::storage
