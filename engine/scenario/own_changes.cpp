#include "engine/scenario/own_changes.h"

#include <algorithm>
#include <iterator>

namespace parktwin {
namespace {

bool is_own(const Scenario& scenario, const Change& change) { return change.file == scenario.files.back().path; }

}  // namespace

bool changes_itself(const Scenario& scenario, std::int32_t year) {
  return std::any_of(scenario.changes.begin(), scenario.changes.end(),
                     [&](const Change& change) { return change.year <= year && is_own(scenario, change); });
}

std::vector<Change> inherited_changes(const Scenario& scenario, std::int32_t year) {
  std::vector<Change> inherited;
  std::copy_if(scenario.changes.begin(), scenario.changes.end(), std::back_inserter(inherited),
               [&](const Change& change) { return change.year <= year && !is_own(scenario, change); });
  return inherited;
}

}  // namespace parktwin
