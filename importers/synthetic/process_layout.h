#pragma once
// Business processes that run on identifiers along supply chains of the park, and projects that come to it. All of it is invented.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::synthetic {

/// Preconditions: enterprises, supply links and applications of identifiers are in the park.
[[nodiscard]] std::vector<ProcessStep> build_process_steps(const Park& park);
[[nodiscard]] std::vector<Project> build_projects(std::uint64_t seed, std::size_t enterprises);

}  // namespace parktwin::importers::synthetic
