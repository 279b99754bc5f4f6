#pragma once
// Checks what the types cannot: ranges of every described number, finite coordinates, valid polygons, references inside their tables,
// everything near the boundary. Used by importers after reading and by scenarios after applying changes.
#include "engine/core/errors.h"
#include "engine/park/park.h"

namespace parktwin {

/// Adds one problem per finding; `file` names the source in them, the place reads "buildings B-012, field height_m".
void validate(const Park& park, const std::string& file, Problems& problems);

}  // namespace parktwin
