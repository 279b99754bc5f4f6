#pragma once
// What makes steps of business processes and the course of projects meaningless beyond the ranges of their single fields: two steps in one
// place of a process, a process with several purposes or one that identifiers do not serve, days that are none or come before the stage
// before them.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct ProcessFault {
  std::string_view table;  ///< process_steps or projects
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<ProcessFault> process_faults(const Park& park);

/// The stages of a project in their order, each with the day on which it was reached; empty days: not reached.
struct ProjectStage {
  std::string_view field;
  const std::string* day = nullptr;
};
[[nodiscard]] std::vector<ProjectStage> stages_of(const Project& project);

}  // namespace parktwin
