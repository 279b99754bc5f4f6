#pragma once
// A scenario: which park, what is changed in it and in which year, how it is simulated, against which criteria it is judged. A strict YAML
// file, which may be based on others: their changes come first, its own park, options and the like take the place of theirs.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/change.h"
#include "engine/scenario/cost_options.h"
#include "engine/scenario/options.h"
#include "engine/scenario/phase.h"
#include "engine/scenario/plan_options.h"
#include "engine/scenario/saved_view.h"
#include "engine/scenario/source_file.h"

namespace parktwin {

struct Scenario {
  std::string name;
  std::string question;                               ///< what the planner wants to know
  std::filesystem::path park;                         ///< park folder or import recipe; relative paths are taken from the scenario file
  std::vector<std::string> criteria = {"miit-2021"};  ///< packs: names in the data folder, or paths
  std::string assessed_on;                            ///< YYYY-MM-DD, the day evidence must be valid; empty: the caller's today
  std::string tariff;                                 ///< a name in the data folder, or a path; empty: none
  std::string emission_factors;                       ///< likewise
  std::string hourly_grid_factors;                    ///< path of a CSV file; empty: none
  std::string meters;                                 ///< a path; empty: none
  std::uint64_t seed = 1;
  SimulationOptions options;
  std::vector<Change> changes;  ///< inherited ones first; in the order of the files, not of the years
  std::string text;             ///< the file as read
  CostOptions costs;
  PlanOptions plan;
  std::vector<Phase> phases;                    ///< by year
  std::vector<std::filesystem::path> based_on;  ///< directly
  std::vector<SavedView> views;
  std::vector<SourceFile> files;  ///< that it was read from: inherited ones first, its own last
};

/// Throws InputError with every problem of its files: syntax, unknown keys, wrong types, numbers out of range, circles of inheritance, an
/// option that two files it is based on give differently; each with file, line and column.
[[nodiscard]] Scenario read_scenario(const std::filesystem::path& file);

/// The park after the changes, those of earlier phases first. Parts that no change touches are shared with the given park.
/// Throws InputError naming the scenario's line for a change that does not fit the park (unknown or duplicate id, dangling reference), that
/// touches nothing, or that contradicts another one of its phase.
[[nodiscard]] Park apply(const Park& park, const std::vector<Change>& changes);

/// The park before the first phase and after each phase, by year. One without phases.
[[nodiscard]] std::vector<Park> apply_phases(const Park& park, const std::vector<Change>& changes);

/// JSON Schema (draft 2020-12) of scenario files, as text.
[[nodiscard]] std::string scenario_schema();

}  // namespace parktwin
