#include <algorithm>

#include "engine/core/check.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {
namespace {

constexpr std::size_t most_paths = 16;

/// Per element the paths that need it, one bit each.
std::vector<std::uint32_t> paths_by_element(const Network& network, const Elements& elements,
                                            std::span<const std::vector<std::size_t>> paths) {
  std::vector<std::uint32_t> needed_by(elements.availability.size(), 0);
  for (std::size_t p = 0; p < paths.size(); ++p) {
    const std::uint32_t bit = 1U << p;
    for (const std::size_t link : paths[p]) {
      needed_by[elements.of_link[link]] |= bit;
      needed_by[elements.of_node[network.links[link].from]] |= bit;
      needed_by[elements.of_node[network.links[link].to]] |= bit;
    }
  }
  return needed_by;
}

}  // namespace

Reliability reliability(const Network& network, const Elements& elements, std::span<const std::vector<std::size_t>> paths) {
  PARKTWIN_CHECK(!paths.empty() && paths.size() <= most_paths, "1 to 16 member paths");
  PARKTWIN_CHECK(elements.of_link.size() == network.links.size() && elements.of_node.size() == network.forwarding_ns.size(),
                 "each link and node belongs to an element");
  const auto needed_by = paths_by_element(network, elements, paths);
  // Probability that exactly these paths are whole, as far as the elements so far go.
  std::vector<double> whole(std::size_t{1} << paths.size(), 0.0);
  whole.back() = 1.0;
  std::vector<double> next(whole.size());
  for (std::size_t e = 0; e < needed_by.size(); ++e) {
    if (needed_by[e] == 0) continue;
    const double up = elements.availability[e];
    std::fill(next.begin(), next.end(), 0.0);
    for (std::size_t set = 0; set < whole.size(); ++set) {
      next[set] += up * whole[set];
      next[set & ~static_cast<std::size_t>(needed_by[e])] += (1.0 - up) * whole[set];
    }
    whole.swap(next);
  }
  Reliability result;
  result.unavailability = whole[0];
  for (std::size_t set = 1; set < whole.size(); ++set) result.availability += whole[set];
  return result;
}

}  // namespace parktwin::wired::tsn::schedule
