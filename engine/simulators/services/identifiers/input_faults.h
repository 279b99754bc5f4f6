#pragma once
// What is wrong with the input and the options of an identifier simulation: all faults at once, each with its field.
#include "engine/core/errors.h"
#include "engine/simulators/services/identifiers/identifiers.h"

namespace parktwin::services::identifiers {

[[nodiscard]] Problems input_faults(const Input& input, const Options& options);

}  // namespace parktwin::services::identifiers
