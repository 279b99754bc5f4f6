#pragma once
// A scenario: which park, what is changed in it, how it is simulated, against which criteria it is judged. One strict YAML file.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/scenario/change.h"
#include "engine/scenario/options.h"

namespace parktwin {

struct Scenario {
  std::string name;
  std::string question;        ///< what the planner wants to know
  std::filesystem::path park;  ///< park folder or import recipe; relative paths are taken from the scenario file
  std::string criteria = "miit-2021";
  std::string assessed_on;       ///< YYYY-MM-DD, the day evidence must be valid; empty: the caller's today
  std::string tariff;            ///< a name in the data folder, or a path from the scenario file; empty: none
  std::string emission_factors;  ///< likewise
  std::uint64_t seed = 1;
  SimulationOptions options;
  std::vector<Change> changes;
  std::string text;  ///< the file as read
};

/// Throws InputError with every problem of the file: syntax, unknown keys, wrong types, numbers out of range, each with line and column.
[[nodiscard]] Scenario read_scenario(const std::filesystem::path& file);

/// The park after the changes, in order. Parts that no change touches are shared with the given park.
/// Throws InputError naming the scenario's line for a change that does not fit the park: unknown or duplicate id, dangling reference.
[[nodiscard]] Park apply(const Park& park, const std::vector<Change>& changes);

/// JSON Schema (draft 2020-12) of scenario files, as text.
[[nodiscard]] std::string scenario_schema();

}  // namespace parktwin
