#pragma once
// How far a run goes, for those who read a part of its results: a sweep over tilts asks for coverage a thousand times and for no bill.
#include <cstdint>

namespace parktwin {

/// Each makes what those before it make. coverage: the wired network and the maps of level, quality and Wi-Fi; judged: whatever verdicts
/// and other simulators read; whole: tables and gradings too. What is not made stays empty.
enum class RunExtent : std::uint8_t { coverage, judged, whole };

}  // namespace parktwin
