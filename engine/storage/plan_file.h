#pragma once
// plan.json back: phases, bill of quantities and cash flow of a saved run.
#include <filesystem>

#include "engine/criteria/plan_record.h"

namespace parktwin::storage {

/// Throws InputError: missing, not JSON, or not the record that plan_json writes.
[[nodiscard]] criteria::PlanRecord read_plan(const std::filesystem::path& file);

}  // namespace parktwin::storage
