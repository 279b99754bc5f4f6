#pragma once
// Tells one way of tracing geometries from another: the hash of what two antennas see on a small course with hills, roofs above and below
// them, a courtyard, overlapping buildings and trees. Geometries kept in a file are of use only to a program that would trace the same
// ones; a changed algorithm changes the hash without anybody raising a number.
#include "engine/core/hash.h"

namespace parktwin::radio {

/// Traces the course: some milliseconds.
[[nodiscard]] ContentHash trace_fingerprint();

}  // namespace parktwin::radio
