#include <bit>
#include <limits>

#include "engine/core/check.h"
#include "engine/plan/trench/trench.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Least cost to bring the cables of a set of terminals from a vertex to them, and how.
class Table {
 public:
  explicit Table(const TrenchProblem& problem)
      : problem_(problem),
        neighbours_(problem),
        sets_(std::size_t{1} << problem.terminals.size()),
        cost_(sets_, std::vector<double>(problem.vertices, infinite)),
        part_(sets_, std::vector<std::uint32_t>(problem.vertices, 0)),
        by_(sets_) {
    for (std::uint32_t set = 1; set < sets_; ++set) fill(set);
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> routes() const {
    std::vector<std::vector<std::uint32_t>> routes(problem_.terminals.size());
    if (!routes.empty()) follow(static_cast<std::uint32_t>(sets_ - 1), problem_.root, routes);
    return routes;
  }

 private:
  void fill(std::uint32_t set) {
    std::vector<double>& cost = cost_[set];
    if ((set & (set - 1)) == 0) {
      std::size_t terminal = 0;
      while ((set >> terminal & 1U) == 0) ++terminal;
      cost[problem_.terminals[terminal]] = 0.0;
    }
    // Each split once: the part with the lowest terminal.
    const std::uint32_t lowest = set & (~set + 1);
    for (std::uint32_t part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      if ((part & lowest) == 0) continue;
      const std::vector<double>& one = cost_[part];
      const std::vector<double>& rest = cost_[set ^ part];
      for (std::size_t v = 0; v < problem_.vertices; ++v) {
        const double sum = one[v] + rest[v];
        if (sum < cost[v]) {
          cost[v] = sum;
          part_[set][v] = part;
        }
      }
    }
    const auto cables = static_cast<double>(std::popcount(set));
    TrenchWays ways = trench_ways(problem_, neighbours_, std::move(cost), [&](std::uint32_t e, std::uint32_t) {
      return problem_.edges[e].trench_cost + cables * problem_.edges[e].cable_cost;
    });
    cost_[set] = std::move(ways.cost);
    by_[set] = std::move(ways.by);
  }

  void follow(std::uint32_t set, std::uint32_t vertex, std::vector<std::vector<std::uint32_t>>& routes) const {
    while (by_[set][vertex] != no_edge) {
      const std::uint32_t e = by_[set][vertex];
      for (std::size_t t = 0; t < routes.size(); ++t) {
        if ((set >> t & 1U) != 0) routes[t].push_back(e);
      }
      vertex = other_end(problem_.edges[e], vertex);
    }
    if ((set & (set - 1)) == 0) return;
    follow(part_[set][vertex], vertex, routes);
    follow(set ^ part_[set][vertex], vertex, routes);
  }

  const TrenchProblem& problem_;
  TrenchNeighbours neighbours_;
  std::size_t sets_;
  std::vector<std::vector<double>> cost_;
  std::vector<std::vector<std::uint32_t>> part_;
  std::vector<std::vector<std::uint32_t>> by_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> send_and_split(const TrenchProblem& problem) {
  PARKTWIN_CHECK(problem.terminals.size() < 20, "few terminals");
  return Table(problem).routes();
}

}  // namespace parktwin::plan
