#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "engine/plan/trench/trench.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double least_gain = 1e-9;
constexpr int rounds = 20;

/// Routes of some terminals, which together are a tree.
class Tree {
 public:
  explicit Tree(const TrenchProblem& problem) : problem_(&problem), neighbours_(problem), routes_(problem.terminals.size()) {}

  /// Cheapest ways to join each vertex to what there is, and the cost of a cable to where it joins included.
  [[nodiscard]] TrenchWays joins() const {
    std::vector<double> start(problem_->vertices, infinite);
    start[problem_->root] = 0.0;
    for (const auto& route : routes_) {
      std::uint32_t at = problem_->root;
      double cable = 0.0;
      for (const std::uint32_t e : route) {
        at = other_end(problem_->edges[e], at);
        cable += problem_->edges[e].cable_cost;
        start[at] = cable;
      }
    }
    std::vector<std::uint8_t> in_tree(problem_->vertices, 0);
    for (std::size_t v = 0; v < start.size(); ++v) in_tree[v] = start[v] < infinite ? 1 : 0;
    return trench_ways(*problem_, neighbours_, std::move(start), [&](std::uint32_t e, std::uint32_t from) {
      // A place in the tree keeps its own way: another one would close a ring.
      const bool into_tree = in_tree[other_end(problem_->edges[e], from)] != 0;
      return into_tree ? infinite : problem_->edges[e].trench_cost + problem_->edges[e].cable_cost;
    });
  }

  void join(std::size_t terminal, const TrenchWays& ways) {
    std::vector<std::uint32_t> outer;
    std::uint32_t at = problem_->terminals[terminal];
    while (ways.by[at] != no_edge) {
      outer.push_back(ways.by[at]);
      at = other_end(problem_->edges[ways.by[at]], at);
    }
    std::vector<std::uint32_t> route = way_in_tree(at);
    route.insert(route.end(), outer.rbegin(), outer.rend());
    routes_[terminal] = std::move(route);
  }

  void remove(std::size_t terminal) { routes_[terminal].clear(); }

  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& routes() const { return routes_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> way_in_tree(std::uint32_t vertex) const {
    if (vertex == problem_->root) return {};
    for (const auto& route : routes_) {
      std::uint32_t at = problem_->root;
      for (std::size_t i = 0; i < route.size(); ++i) {
        at = other_end(problem_->edges[route[i]], at);
        if (at == vertex) return {route.begin(), route.begin() + static_cast<std::ptrdiff_t>(i) + 1};
      }
    }
    return {};
  }

  const TrenchProblem* problem_;
  TrenchNeighbours neighbours_;
  std::vector<std::vector<std::uint32_t>> routes_;
};

enum class Order { cheapest_first, dearest_first };

void join_all(Tree& tree, const TrenchProblem& problem, std::vector<std::size_t> left, Order order) {
  while (!left.empty()) {
    const TrenchWays ways = tree.joins();
    const auto next = std::min_element(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
      const double cost_a = ways.cost[problem.terminals[a]];
      const double cost_b = ways.cost[problem.terminals[b]];
      return order == Order::cheapest_first ? cost_a < cost_b : cost_a > cost_b;
    });
    tree.join(*next, ways);
    left.erase(next);
  }
}

/// Sets of terminals to be taken out together: each alone, and those behind each edge of the tree.
std::vector<std::vector<std::size_t>> groups_of(const Tree& tree, const TrenchProblem& problem) {
  std::map<std::uint32_t, std::vector<std::size_t>> behind;
  std::set<std::vector<std::size_t>> groups;
  for (std::size_t t = 0; t < problem.terminals.size(); ++t) {
    groups.insert({t});
    for (const std::uint32_t e : tree.routes()[t]) behind[e].push_back(t);
  }
  for (auto& [edge, terminals] : behind) groups.insert(std::move(terminals));
  return {groups.begin(), groups.end()};
}

/// Takes terminals out and joins them again while that costs less.
double improve(Tree& tree, const TrenchProblem& problem) {
  double least = cost_of_routes(problem, tree.routes());
  for (int round = 0; round < rounds; ++round) {
    bool better = false;
    for (const auto& group : groups_of(tree, problem)) {
      for (const Order order : {Order::cheapest_first, Order::dearest_first}) {
        Tree other = tree;
        for (const std::size_t terminal : group) other.remove(terminal);
        join_all(other, problem, group, order);
        const double cost = cost_of_routes(problem, other.routes());
        if (cost < least - least_gain) {
          least = cost;
          tree = std::move(other);
          better = true;
        }
        if (group.size() == 1) break;
      }
    }
    if (!better) break;
  }
  return least;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> grow_trenches(const TrenchProblem& problem) {
  std::vector<std::size_t> all(problem.terminals.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::vector<std::uint32_t>> best;
  double least = infinite;
  for (const Order order : {Order::cheapest_first, Order::dearest_first}) {
    Tree tree(problem);
    join_all(tree, problem, all, order);
    const double cost = improve(tree, problem);
    if (cost >= least) continue;
    least = cost;
    best = tree.routes();
  }
  return best;
}

}  // namespace parktwin::plan
