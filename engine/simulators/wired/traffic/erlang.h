#pragma once
// How many processors an edge server needs: Erlang's formulas for c servers with exponential times (Solution of some problems in the theory
// of probabilities, 1917). B by its recursion, C(c, a) = B / (1 − (a/c)(1 − B)).
#include <cstdint>

namespace parktwin::wired::traffic {

/// Share of customers that find all servers busy and leave. Preconditions: servers ≥ 0, load ≥ 0.
[[nodiscard]] double erlang_b(std::int32_t servers, double load_erlang);
/// Share of customers that have to wait; 1 when the load is not below the number of servers.
[[nodiscard]] double erlang_c(std::int32_t servers, double load_erlang);
/// Fewest servers, at least one, with which at most that share waits; above a million of load a number that is enough (load and five times
/// its root). Preconditions: 0 < share < 1, load ≥ 0.
[[nodiscard]] std::int32_t servers_needed(double load_erlang, double waiting_share);

}  // namespace parktwin::wired::traffic
