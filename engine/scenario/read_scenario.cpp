#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/core/calendar_date.h"
#include "engine/core/hash.h"
#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/field_value.h"
#include "engine/scenario/inheritance.h"
#include "engine/scenario/scenario.h"
#include "engine/scenario/scenario_head.h"
#include "engine/scenario/settings.h"

namespace parktwin {
namespace {

/// One criteria pack may stand without the brackets of a list.
void make_list_of_packs(YAML::Node root) {
  if (!root.IsMap() || !root["criteria"].IsDefined() || !root["criteria"].IsScalar()) return;
  YAML::Node list(YAML::NodeType::Sequence);
  list.push_back(root["criteria"]);
  root.remove("criteria");  // or the list would become its own entry
  root["criteria"] = list;
}

void check_head(const YAML::Node& root, const ScenarioHead& head, const std::string& file, Problems& problems) {
  const auto refuse_empty = [&](const char* key, const std::string& value) {
    const YAML::Node node = root[key];
    if (node.IsDefined() && node.IsScalar() && value.empty())
      yaml::refuse(node, Field{key, "", ""}, "a text that is not empty", file, problems);
  };
  refuse_empty("name", head.name);
  refuse_empty("park", head.park);
  const YAML::Node packs = root["criteria"];
  if (packs.IsDefined() && packs.IsSequence()) {
    if (packs.size() == 0) yaml::refuse(packs, Field{"criteria", "", ""}, "at least one criteria pack", file, problems);
    std::set<std::string> names;
    for (const auto& entry : packs) {
      if (!entry.IsScalar()) continue;
      if (entry.Scalar().empty()) yaml::refuse(entry, Field{"criteria", "", ""}, "a text that is not empty", file, problems);
      if (!names.insert(entry.Scalar()).second) yaml::refuse(entry, Field{"criteria", "", ""}, "each criteria pack once", file, problems);
    }
  }
  const YAML::Node based_on = root["based_on"];
  if (based_on.IsDefined() && based_on.IsSequence()) {
    if (based_on.size() == 0) yaml::refuse(based_on, Field{"based_on", "", ""}, "at least one scenario file", file, problems);
    for (const auto& entry : based_on) {
      if (entry.IsScalar() && entry.Scalar().empty()) yaml::refuse(entry, Field{"based_on", "", ""}, "a scenario file", file, problems);
    }
  }
  const YAML::Node prices =
      root["costs"].IsDefined() && root["costs"].IsMap() ? root["costs"]["prices"] : YAML::Node(YAML::NodeType::Undefined);
  if (prices.IsDefined() && prices.IsScalar() && prices.Scalar().empty()) {
    yaml::refuse(prices, Field{"prices", "", ""}, "the name of a price table", file, problems);
  }
  if (!head.assessed_on.empty() && !is_calendar_date(head.assessed_on)) {
    yaml::refuse(root["assessed_on"], Field{"assessed_on", "", ""}, "a date YYYY-MM-DD", file, problems);
  }
}

void check_views(const YAML::Node& root, const std::string& file, Problems& problems) {
  const YAML::Node views = root["views"];
  if (!views.IsDefined() || !views.IsSequence()) return;
  for (const auto& view : views) {
    if (!view.IsMap()) continue;
    const YAML::Node name = view["name"];
    if (name.IsDefined() && name.IsScalar() && name.Scalar().empty())
      yaml::refuse(name, Field{"name", "", ""}, "a text that is not empty", file, problems);
  }
}

// Each class once, and its distances in order: what apply() of a correction relies on.
void check_calibration(const YAML::Node& root, const radio::calibration::Correction& correction, const std::string& file,
                       Problems& problems) {
  for (std::size_t i = 0; i < correction.classes.size(); ++i) {
    const auto& one = correction.classes[i];
    const YAML::Node node = root["options"]["radio"]["calibration"]["classes"][i];
    const auto same = [&one](const auto& other) { return other.propagation == one.propagation; };
    const auto end = correction.classes.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(correction.classes.begin(), end, same)) {
      problems.add(file, yaml::place_of(node),
                   fmt::format("propagation: {} is given again, expected each way once", name_of(one.propagation)));
    }
    if (one.lg_distance_from > one.lg_distance_to) {
      problems.add(
          file, yaml::place_of(node),
          fmt::format("lg_distance_from: found {}, expected at most lg_distance_to, {}", one.lg_distance_from, one.lg_distance_to));
    }
  }
}

void check_settings(const InheritedFile& one, Problems& problems) {
  const YAML::Node& root = one.document.root;
  const std::string& file = one.document.file;
  ScenarioHead head;
  yaml::Reading reading{.partial = true, .given = {}, .references = {}};
  yaml::read_fields(root, head, file, problems, reading);
  const auto require = [&](const char* key, const char* meaning) {
    if (!root[key].IsDefined()) problems.add(file, yaml::place_of(root), fmt::format("{}: missing, expected {}", key, meaning));
  };
  require("name", "name of the scenario");
  if (!root["based_on"].IsDefined()) require("park", "park folder or import recipe, or based_on");
  check_head(root, head, file, problems);
  check_calibration(root, head.options.radio.calibration, file, problems);
  check_views(root, file, problems);
}

/// One entry of `phases`, whose changes are added to the list; none when it has no year.
std::optional<Phase> read_phase(const YAML::Node& entry, const std::string& file, std::vector<Change>& changes, Problems& problems) {
  auto keys = yaml::field_names<Phase>();
  keys.push_back("changes");
  if (!yaml::check_keys(entry, keys, file, problems)) return std::nullopt;
  Phase phase;
  yaml::Reading reading;
  const bool good = yaml::read_fields(entry, phase, file, problems, reading);
  const YAML::Node list = entry["changes"];
  if (!list.IsDefined()) {
    problems.add(file, yaml::place_of(entry), "changes: missing, expected what is changed in this phase");
  } else if (list.IsSequence() && list.size() == 0) {
    yaml::refuse(list, Field{"changes", "", ""}, "at least one change", file, problems);
  } else {
    for (Change& change : read_changes(list, file, problems)) {
      change.year = phase.year;
      changes.push_back(std::move(change));
    }
  }
  return good ? std::optional(phase) : std::nullopt;
}

/// A name that is given takes the place of an inherited one.
void add_phase(const Phase& phase, std::vector<Phase>& phases) {
  const auto place =
      std::lower_bound(phases.begin(), phases.end(), phase.year, [](const Phase& p, std::int32_t year) { return p.year < year; });
  if (place == phases.end() || place->year != phase.year) {
    phases.insert(place, phase);
    return;
  }
  if (phase.name.empty() && phase.name_zh.empty()) return;
  place->name = phase.name;
  place->name_zh = phase.name_zh;
}

void read_phases(const YAML::Node& list, const std::string& file, Scenario& scenario, Problems& problems) {
  if (!list.IsSequence()) {
    yaml::refuse(list, Field{"phases", "", ""}, "a list of phases", file, problems);
    return;
  }
  std::int32_t before = 0;
  for (const auto& entry : list) {
    const auto phase = read_phase(entry, file, scenario.changes, problems);
    if (!phase) continue;
    if (phase->year <= before) yaml::refuse(entry["year"], Field{"year", "", ""}, fmt::format("a year after {}", before), file, problems);
    before = phase->year;
    add_phase(*phase, scenario.phases);
  }
}

/// Keys, values and changes of every file by itself.
void read_each(const std::vector<InheritedFile>& files, Scenario& scenario, Problems& problems) {
  auto keys = yaml::field_names<ScenarioHead>();
  keys.insert(keys.end(), {"changes", "phases"});
  for (const InheritedFile& one : files) {
    const auto& [file, text, root] = one.document;
    scenario.files.push_back({file, content_hash(text).hex(), text});
    if (!yaml::check_keys(root, keys, file, problems)) continue;
    make_list_of_packs(root);
    check_settings(one, problems);
    if (const YAML::Node changes = root["changes"]; changes.IsDefined()) {
      auto read = read_changes(changes, file, problems);
      std::move(read.begin(), read.end(), std::back_inserter(scenario.changes));
    }
    if (const YAML::Node phases = root["phases"]; phases.IsDefined()) read_phases(phases, file, scenario, problems);
  }
}

Settings inherit(const std::vector<InheritedFile>& files, Problems& problems) {
  std::vector<Settings> all;
  for (const InheritedFile& one : files) {
    const auto& document = one.document;
    std::vector<const Settings*> parents;
    for (const std::size_t parent : one.parents) parents.push_back(&all[parent]);
    all.push_back(
        combined(parents, settings_of(document.root, document.file), document.file, yaml::place_of(document.root["based_on"]), problems));
  }
  return std::move(all.back());
}

/// The account begins with its base year and holds every phase.
void check_years(const Scenario& scenario, const Settings& settings, const std::string& file, Problems& problems) {
  if (scenario.phases.empty()) return;
  const std::int32_t first = scenario.phases.front().year;
  const std::int32_t last = scenario.phases.back().year;
  const std::int32_t base = scenario.costs.base_year.value_or(first);
  const auto refuse = [&](const char* path, const std::string& message) {
    const auto setting = settings.find(path);
    const bool given = setting != settings.end();
    problems.add(given ? setting->second.file : file, given ? yaml::place_of(setting->second.node) : "", message);
  };
  if (base > first) {
    refuse("costs.base_year", fmt::format("base_year: found {}, expected at most the year of the first phase, {}", base, first));
  } else if (last - base >= scenario.costs.years) {
    refuse("costs.years", fmt::format("years: found {}, expected at least {}, so that the account from {} on holds the phase of {}",
                                      scenario.costs.years, last - base + 1, base, last));
  }
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& file) { return read_scenario_with(file, {}); }

Scenario read_scenario_with(const std::filesystem::path& file, const std::vector<FieldValue>& values) {
  Problems problems;
  Scenario scenario;
  const std::vector<InheritedFile> files = read_with_parents(file, problems);
  for (const FieldValue& value : values) set_field(files.back().document.root, value, files.back().document.file, problems);
  read_each(files, scenario, problems);
  problems.throw_if_any();
  const Settings settings = inherit(files, problems);
  problems.throw_if_any();
  ScenarioHead head;
  yaml::Reading reading{.partial = true, .given = {}, .references = {}};
  const std::string& name = files.back().document.file;
  yaml::read_fields(mapping_of(settings), head, name, problems, reading);
  const YAML::Node& own = files.back().document.root;
  scenario.name = own["name"].Scalar();
  if (own["question"].IsDefined()) scenario.question = own["question"].Scalar();
  if (const auto park = settings.find("park"); park != settings.end()) scenario.park = park->second.value;
  scenario.criteria = std::move(head.criteria);
  scenario.assessed_on = std::move(head.assessed_on);
  scenario.seed = head.seed;
  scenario.options = std::move(head.options);
  scenario.costs = std::move(head.costs);
  scenario.plan = std::move(head.plan);
  scenario.views = std::move(head.views);
  if (const auto prices = settings.find("costs.prices"); prices != settings.end()) scenario.costs.prices = prices->second.value;
  scenario.tariff = std::move(head.tariff);
  if (const auto tariff = settings.find("tariff"); tariff != settings.end()) scenario.tariff = tariff->second.value;
  scenario.emission_factors = std::move(head.emission_factors);
  scenario.meters = std::move(head.meters);
  if (const auto meters = settings.find("meters"); meters != settings.end()) scenario.meters = meters->second.value;
  if (const auto factors = settings.find("emission_factors"); factors != settings.end()) scenario.emission_factors = factors->second.value;
  scenario.hourly_grid_factors = std::move(head.hourly_grid_factors);
  if (const auto hourly = settings.find("hourly_grid_factors"); hourly != settings.end())
    scenario.hourly_grid_factors = hourly->second.value;
  check_years(scenario, settings, name, problems);
  problems.throw_if_any();
  for (const std::size_t parent : files.back().parents) scenario.based_on.push_back(files[parent].path);
  scenario.text = files.back().document.text;
  return scenario;
}

}  // namespace parktwin
