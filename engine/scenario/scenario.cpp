#include "engine/scenario/scenario.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/calendar_date.h"
#include "engine/core/yaml_reader.h"
#include "engine/park/validate.h"
#include "engine/scenario/change_editor.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario_head.h"

namespace parktwin {
namespace {

void check_head(const YAML::Node& root, const ScenarioHead& head, const std::string& file, Problems& problems) {
  const auto refuse_empty = [&](const char* key, const std::string& value) {
    const YAML::Node node = root[key];
    if (node.IsDefined() && node.IsScalar() && value.empty())
      yaml::refuse(node, Field{key, "", ""}, "a text that is not empty", file, problems);
  };
  refuse_empty("name", head.name);
  refuse_empty("park", head.park);
  refuse_empty("criteria", head.criteria);
  if (!head.assessed_on.empty() && !is_calendar_date(head.assessed_on)) {
    yaml::refuse(root["assessed_on"], Field{"assessed_on", "", ""}, "a date YYYY-MM-DD", file, problems);
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

/// Position in ParkRecords of the records of a table, by the table's name in a park.
std::size_t type_of_table(const std::string& name) {
  std::size_t type = ParkRecords::size;
  const Park park;
  describe(
      [&]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          if (field.name == name) type = ParkRecords::ordinal<typename P::Content::Record>();
        }
      },
      park);
  return type;
}

/// Leads a finding of validate(), "radio_cells S-001-1, field load", back to the change that caused it.
std::string place_of_cause(const std::string& finding, const ChangeHistory& history) {
  const std::string separator = ", field ";
  const std::size_t space = finding.find(' ');
  const std::size_t comma = finding.rfind(separator);
  if (space == std::string::npos || comma == std::string::npos || comma < space) return "";
  const auto past = history.find({type_of_table(finding.substr(0, space)), finding.substr(space + 1, comma - space - 1)});
  if (past == history.end()) return "";
  const auto set = past->second.fields.find(finding.substr(comma + separator.size()));
  return set == past->second.fields.end() ? past->second.added : set->second;
}

void check_result(const Park& park, const std::string& file, const ChangeHistory& history, Problems& problems) {
  Problems findings;
  validate(park, file, findings);
  for (const Problem& finding : findings.list()) {
    const std::string cause = place_of_cause(finding.place, history);
    if (cause.empty()) {
      problems.add(finding.file, finding.place, finding.message);
    } else {
      problems.add(finding.file, cause, finding.place + ": " + finding.message);
    }
  }
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& file) {
  yaml::Document document = yaml::read_document(file);
  Problems problems;
  auto keys = yaml::field_names<ScenarioHead>();
  keys.push_back("changes");
  ScenarioHead head;
  Scenario scenario;
  if (yaml::check_keys(document.root, keys, document.file, problems)) {
    yaml::Reading reading;
    yaml::read_fields(document.root, head, document.file, problems, reading);
    check_head(document.root, head, document.file, problems);
    check_calibration(document.root, head.options.radio.calibration, document.file, problems);
    const YAML::Node& root = document.root;
    if (const YAML::Node changes = root["changes"]; changes.IsDefined()) scenario.changes = read_changes(changes, document.file, problems);
  }
  problems.throw_if_any();
  scenario.name = std::move(head.name);
  scenario.question = std::move(head.question);
  scenario.park = (file.parent_path() / head.park).lexically_normal();
  scenario.criteria = std::move(head.criteria);
  scenario.assessed_on = std::move(head.assessed_on);
  scenario.tariff = std::move(head.tariff);
  scenario.emission_factors = std::move(head.emission_factors);
  scenario.seed = head.seed;
  scenario.options = head.options;
  scenario.text = std::move(document.text);
  return scenario;
}

Park apply(const Park& park, const std::vector<Change>& changes) {
  if (changes.empty()) return park;
  Problems problems;
  ChangeEditor editor(park, problems);
  for (const Change& change : changes) editor.apply(change);
  problems.throw_if_any();
  Park changed = editor.finished();
  check_result(changed, changes.front().file, editor.history(), problems);
  problems.throw_if_any();
  return changed;
}

}  // namespace parktwin
