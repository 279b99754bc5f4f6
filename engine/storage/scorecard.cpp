#include "engine/storage/scorecard.h"

#include <algorithm>

#include "engine/storage/described_json.h"
#include "engine/storage/json_file.h"

namespace parktwin::storage {

std::string scorecard_json(const SavedRun& run) {
  Json document;
  document["park"] = {{"en", run.park.site->name}, {"zh", run.park.site->name_zh}};
  document["scenario"] = run.scenario_name;
  document["criteria"] = run.criteria;
  document["assessed_on"] = run.assessed_on;
  document["version"] = run.version;
  for (const auto& entry : names_of(criteria::Status{})) {
    document["counts"][std::string(entry.name)] =
        std::count_if(run.verdicts.begin(), run.verdicts.end(), [&](const auto& verdict) { return verdict.status == entry.value; });
  }
  document["clauses"] = to_json(run.verdicts);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<criteria::Verdict> read_scorecard(const std::filesystem::path& file) {
  const std::string name = file.string();
  const Json document = read_json(file, "the scorecard of a run");
  const Json* clauses = detail::find_member(document, {"clauses"});
  if (clauses == nullptr) throw InputError(name, "clauses", "is missing; expected the scorecard of a run");
  std::vector<criteria::Verdict> verdicts;
  Problems problems;
  from_json(*clauses, verdicts, name, "clauses", problems);
  problems.throw_if_any();
  return verdicts;
}

}  // namespace parktwin::storage
