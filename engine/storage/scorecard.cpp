#include "engine/storage/scorecard.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "engine/storage/described_json.h"

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
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InputError(name, "", "the file is missing or cannot be read; expected the scorecard of a run");
  std::ostringstream text;
  text << stream.rdbuf();
  Json document;
  try {
    document = Json::parse(text.str());
  } catch (const Json::parse_error& error) {
    throw InputError(name, "byte " + std::to_string(error.byte), "found no complete JSON document");
  }
  const Json* clauses = detail::find_member(document, {"clauses"});
  if (clauses == nullptr) throw InputError(name, "clauses", "is missing; expected the scorecard of a run");
  std::vector<criteria::Verdict> verdicts;
  Problems problems;
  from_json(*clauses, verdicts, name, "clauses", problems);
  problems.throw_if_any();
  return verdicts;
}

}  // namespace parktwin::storage
