#pragma once
// A network before and after a scenario's own changes in short: what each retrofitted enterprise gains or loses, who else loses, and what
// is not compared.
#include <string>

#include "cli/session.h"
#include "engine/park/park.h"
#include "engine/run/retrofit.h"

namespace parktwin::cli {

/// Lines that end with a newline; empty when nothing was compared.
[[nodiscard]] std::string retrofit_table(const retrofit::Result& result, const Park& park, const Session& session);

}  // namespace parktwin::cli
