#pragma once
// Read sources brought together as tables of one park: the earlier source counts where two meet (the same id, or buildings that cover more
// than half of each other), the later one fills what the earlier lacks; references are resolved; rules fill what nobody gave, and every
// value that stands in for a missing one is named in the report.
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

/// Adds to the records the park has already, which come first and stay. Shapes are in the frame of the park.
void assemble(std::vector<ReadSource>& sources, const Recipe& recipe, const MultiPolygon& boundary, Park& park, std::vector<Note>& notes);

}  // namespace parktwin::importers
