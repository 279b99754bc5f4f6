#pragma once
// Scenarios and new modes of a run in short: how many get what they need, and of the rest which need fails by how much.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/run/needs.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when the park has neither scenarios nor new modes.
[[nodiscard]] std::string needs_table(const needs::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
