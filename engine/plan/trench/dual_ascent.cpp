#include "engine/plan/trench/dual_ascent.h"

#include <algorithm>
#include <limits>

#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double rounding = 1e-12;

class Ascent {
 public:
  Ascent(const TrenchProblem& problem, std::span<const double> edge_costs)
      : problem_(problem), neighbours_(problem), forth_(edge_costs.begin(), edge_costs.end()), back_(forth_) {}

  /// Places from which the terminal is reached along arcs that are free.
  [[nodiscard]] std::vector<std::uint8_t> component(std::uint32_t vertex) const {
    std::vector<std::uint8_t> inside(problem_.vertices, 0);
    std::vector<std::uint32_t> open = {vertex};
    inside[vertex] = 1;
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (const std::uint32_t e : neighbours_.at(at)) {
        const std::uint32_t from = other_end(problem_.edges[e], at);
        if (inside[from] != 0 || entering(e, at) > rounding) continue;
        inside[from] = 1;
        open.push_back(from);
      }
    }
    return inside;
  }

  /// Pays for the cheapest arc into the component: what every arc into it pays.
  double pay(const std::vector<std::uint8_t>& inside) {
    double least = std::numeric_limits<double>::infinity();
    for_each_entering(inside, [&](double& left) { least = std::min(least, left); });
    for_each_entering(inside, [&](double& left) { left -= least; });
    return least;
  }

  [[nodiscard]] std::size_t entering_count(const std::vector<std::uint8_t>& inside) const {
    return static_cast<std::size_t>(std::count_if(problem_.edges.begin(), problem_.edges.end(),
                                                  [&](const TrenchEdge& edge) { return inside[edge.from] != inside[edge.to]; }));
  }

 private:
  [[nodiscard]] double entering(std::uint32_t e, std::uint32_t to) const { return problem_.edges[e].to == to ? forth_[e] : back_[e]; }

  template <class Visit>
  void for_each_entering(const std::vector<std::uint8_t>& inside, Visit&& visit) {
    for (std::size_t e = 0; e < problem_.edges.size(); ++e) {
      const TrenchEdge& edge = problem_.edges[e];
      if (inside[edge.from] == inside[edge.to]) continue;
      visit(inside[edge.to] != 0 ? forth_[e] : back_[e]);
    }
  }

  const TrenchProblem& problem_;
  TrenchNeighbours neighbours_;
  std::vector<double> forth_;  ///< what is left to pay of the arc from `from` to `to`
  std::vector<double> back_;
};

}  // namespace

DualAscent ascend(const TrenchProblem& problem, std::span<const double> edge_costs) {
  DualAscent result;
  Ascent ascent(problem, edge_costs);
  std::vector<std::uint32_t> active;
  for (std::uint32_t t = 0; t < problem.terminals.size(); ++t) active.push_back(t);
  // The component with the fewest arcs first: it takes least from the others.
  while (!active.empty()) {
    std::vector<std::uint8_t> best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    std::uint32_t chosen = 0;
    std::vector<std::uint32_t> still;
    for (const std::uint32_t t : active) {
      auto inside = ascent.component(problem.terminals[t]);
      if (inside[problem.root] != 0) continue;
      still.push_back(t);
      const std::size_t count = ascent.entering_count(inside);
      if (count >= fewest) continue;
      fewest = count;
      chosen = t;
      best = std::move(inside);
    }
    active = std::move(still);
    if (active.empty()) break;
    result.bound += ascent.pay(best);
    result.cuts.push_back({chosen, std::move(best)});
  }
  return result;
}

}  // namespace parktwin::plan
