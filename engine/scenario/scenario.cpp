#include "engine/scenario/scenario.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/power_faults.h"
#include "engine/park/validate.h"
#include "engine/scenario/change_editor.h"

namespace parktwin {
namespace {

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
ChangePlace place_of_cause(const std::string& finding, const ChangeHistory& history) {
  const std::string separator = ", field ";
  const std::size_t space = finding.find(' ');
  const std::size_t comma = finding.rfind(separator);
  if (space == std::string::npos || comma == std::string::npos || comma < space) return {};
  const auto past = history.find({type_of_table(finding.substr(0, space)), finding.substr(space + 1, comma - space - 1)});
  if (past == history.end()) return {};
  const auto set = past->second.fields.find(finding.substr(comma + separator.size()));
  return set == past->second.fields.end() ? past->second.added : set->second;
}

std::vector<std::string> places_of(const std::vector<PowerFault>& faults) {
  std::vector<std::string> places;
  for (const auto& fault : faults) places.push_back(fmt::format("{} {}, field {}", fault.table, fault.record, fault.field));
  return places;
}

/// Of the grid, those that the park did not have before its changes.
void check_grid(const Park& park, const Park& before, const std::string& file, Problems& findings) {
  const auto known = places_of(power_faults(before));
  const auto faults = power_faults(park);
  const auto places = places_of(faults);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    if (std::find(known.begin(), known.end(), places[i]) == known.end()) findings.add(file, places[i], faults[i].message);
  }
}

void check_result(const Park& park, const Park& before, const std::string& file, const ChangeHistory& history, Problems& problems) {
  Problems findings;
  validate(park, file, findings);
  check_grid(park, before, file, findings);
  for (const Problem& finding : findings.list()) {
    const ChangePlace cause = place_of_cause(finding.place, history);
    if (cause.empty()) {
      problems.add(finding.file, finding.place, finding.message);
    } else {
      problems.add(cause.file, cause.place, finding.place + ": " + finding.message);
    }
  }
}

}  // namespace

std::vector<Park> apply_phases(const Park& park, const std::vector<Change>& changes) {
  std::vector<const Change*> ordered;
  for (const Change& change : changes) ordered.push_back(&change);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Change* a, const Change* b) { return a->year < b->year; });
  std::vector<Park> parks;
  Problems problems;
  ChangeEditor editor(park, problems);
  std::int32_t year = 0;
  const auto end_phase = [&] {
    if (!problems.empty()) return;
    parks.push_back(editor.finished());
    if (!changes.empty()) check_result(parks.back(), park, changes.back().file, editor.history(), problems);
  };
  for (const Change* change : ordered) {
    if (change->year != year) {
      end_phase();
      editor.begin_phase();
      year = change->year;
    }
    editor.apply(*change);
  }
  end_phase();
  problems.throw_if_any();
  return parks;
}

Park apply(const Park& park, const std::vector<Change>& changes) {
  if (changes.empty()) return park;
  return std::move(apply_phases(park, changes).back());
}

}  // namespace parktwin
