#include "engine/simulators/wired/traffic/erlang.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"

namespace parktwin::wired::traffic {
namespace {

constexpr double largest_exact = 1e6;
constexpr double most = std::numeric_limits<std::int32_t>::max();

double next_b(double b, std::int32_t servers, double load) { return load * b / (servers + load * b); }

double c_of(double b, std::int32_t servers, double load) { return load >= servers ? 1.0 : b / (1.0 - load / servers * (1.0 - b)); }

}  // namespace

double erlang_b(std::int32_t servers, double load_erlang) {
  PARKTWIN_CHECK(servers >= 0 && load_erlang >= 0.0, "servers and load are not negative");
  double b = 1.0;
  for (std::int32_t i = 1; i <= servers; ++i) b = next_b(b, i, load_erlang);
  return b;
}

double erlang_c(std::int32_t servers, double load_erlang) { return c_of(erlang_b(servers, load_erlang), servers, load_erlang); }

std::int32_t servers_needed(double load_erlang, double waiting_share) {
  PARKTWIN_CHECK(waiting_share > 0.0 && waiting_share < 1.0 && load_erlang >= 0.0, "share or load out of range");
  if (load_erlang > largest_exact) return static_cast<std::int32_t>(std::min(std::ceil(load_erlang + 5.0 * std::sqrt(load_erlang)), most));
  double b = 1.0;
  for (std::int32_t servers = 1;; ++servers) {
    b = next_b(b, servers, load_erlang);
    if (c_of(b, servers, load_erlang) <= waiting_share) return servers;
  }
}

}  // namespace parktwin::wired::traffic
