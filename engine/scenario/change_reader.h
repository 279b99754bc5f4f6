#pragma once
// Reads the `changes` of a scenario file into typed changes. What a park is needed for (ids, references) is checked when they are applied.
#include <vector>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change.h"

namespace parktwin {

/// Reports every problem; a change with problems is left out.
[[nodiscard]] std::vector<Change> read_changes(const YAML::Node& list, const std::string& file, Problems& problems);

}  // namespace parktwin
