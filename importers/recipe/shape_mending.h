#pragma once
// Outlines of one source put right one by one, each kind listed with counts, the first places and the area before and after: outlines that
// cross themselves, slivers, holes too small to be courtyards. What the reader of layers did already (repeated vertices, winding) is
// counted.
#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

void mend_shapes(ReadSource& source);

}  // namespace parktwin::importers
