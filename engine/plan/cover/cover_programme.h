#pragma once
// The programme of a cover problem (cover.h): its first columns are the choices, in their order; further columns and rows may be added.
#include <vector>

#include "engine/core/programme/linear_programme.h"
#include "engine/plan/cover/cover.h"

namespace parktwin::plan {

[[nodiscard]] programme::LinearProgramme cover_programme(const CoverProblem& problem);

/// Choices that a solution takes; none of an empty one.
[[nodiscard]] std::vector<std::size_t> choices_in(const std::vector<double>& values, const CoverProblem& problem);

}  // namespace parktwin::plan
