#pragma once
// Which enterprise uses which building, where no source says so: buildings of sources with `match` against enterprises of sources with
// `match`. A pair counts when its confidence reaches `accept` and no other enterprise comes near it; what stays below is listed to be
// confirmed. Pairs a planner confirmed in a file come first and are no guesses.
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/note.h"
#include "engine/park/park.h"
#include "importers/recipe/import_report.h"
#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

/// Sets the enterprise of buildings that have none. Notes: every accepted pair is an assumption. Problems: the file of confirmed pairs.
[[nodiscard]] std::vector<MatchedBuilding> match_enterprises(const std::vector<ReadSource>& sources, const Recipe& recipe, Park& park,
                                                             std::vector<Note>& notes, Problems& problems);

}  // namespace parktwin::importers
