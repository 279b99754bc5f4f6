#include "cli/followed_scenario.h"

#include "cli/judged_run.h"
#include "cli/open_park.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/scenario/own_changes.h"
#include "engine/scenario/scenario.h"

namespace parktwin::cli {
namespace {

std::string file_of(const storage::SavedRun& saved, const std::string& scenario) {
  if (!scenario.empty()) return scenario;
  return saved.files.empty() ? std::string() : saved.files.back().path;
}

}  // namespace

std::string why_not_followed(const storage::SavedRun& saved, const std::string& scenario) {
  const std::string file = file_of(saved, scenario);
  if (file.empty()) return "the run does not say which scenario it was made of; name it with --scenario";
  const auto text = read_whole(file);
  if (!text) return "the scenario " + file + " is not there; name it with --scenario";
  // A scenario that was named is taken as the user means it.
  if (scenario.empty() && *text != saved.scenario_text)
    return "the scenario " + file + " is not the one of the run any more; run it again, or name the right one with --scenario";
  return "";
}

viz::window::RunSettings followed_settings(const storage::SavedRun& saved, const std::string& scenario, std::int32_t year) {
  const Scenario read = with_priced_measures(read_scenario(file_of(saved, scenario)));
  viz::window::RunSettings settings;
  settings.options = read.options;
  settings.seed = saved.seed;
  settings.tables = energy_tables(read);
  if (changes_itself(read, read.phases.empty() ? year : read.phases.back().year))
    settings.baseline = baseline_of(read, open_park(read.park).park, year, prices_of(read));
  settings.pack = criteria::read_packs(pack_files(saved.criteria));
  settings.assessed_on = saved.assessed_on;
  return settings;
}

}  // namespace parktwin::cli
