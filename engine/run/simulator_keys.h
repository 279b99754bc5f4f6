#pragma once
// What each simulator reads of a park and of its options, as one hash: while it stays, a result that was made with it stands. What a
// simulator takes from another one's result is not in it. Where a table has fields that a simulator is known not to read, such as the
// position of a radio site for the wired network, they do not count.
#include <cstdint>

#include "engine/core/hash.h"
#include "engine/park/park.h"
#include "engine/scenario/options.h"

namespace parktwin::keys {

[[nodiscard]] ContentHash wired(const Park& park, const SimulationOptions& options, std::uint64_t seed);
[[nodiscard]] ContentHash radio(const Park& park, const SimulationOptions& options, std::uint64_t seed);
[[nodiscard]] ContentHash traffic(const Park& park, const SimulationOptions& options);
[[nodiscard]] ContentHash bridges(const Park& park, const SimulationOptions& options);
[[nodiscard]] ContentHash energy(const Park& park, const SimulationOptions& options);
[[nodiscard]] ContentHash cloud(const Park& park, const SimulationOptions& options, std::uint64_t seed);
[[nodiscard]] ContentHash services(const Park& park, const SimulationOptions& options, std::uint64_t seed);

}  // namespace parktwin::keys
