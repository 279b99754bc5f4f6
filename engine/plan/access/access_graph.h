#pragma once
// From the ways of fibre to the splitter problem, and from its trees back to ducts, cables and places.
#include <map>
#include <utility>
#include <vector>

#include "engine/plan/access/newcomers.h"
#include "engine/plan/access/splitter_trees.h"
#include "engine/plan/fibre/fibre.h"
#include "engine/simulators/wired/optical/options.h"

namespace parktwin::plan {

struct AccessPrices {
  FibrePrices fibre;
  double splitter_cny = 0.0;
  double terminal_cny = 0.0;
};

class AccessGraph {
 public:
  AccessGraph(const Park& park, const Newcomers& newcomers, const AccessPrices& prices);

  /// False where the park has neither a line terminal nor a router or switch to buy one for.
  [[nodiscard]] bool possible() const { return graph_.vertices() > 0; }
  /// Without light: losses are those of the terminal's class.
  [[nodiscard]] const SplitterProblem& problem() const { return problem_; }
  /// What stands where a feeder begins: a line terminal, or what one is bought for.
  [[nodiscard]] Id<NetworkNode> source(const SplitterTree& tree) const;
  [[nodiscard]] Point place(std::uint32_t vertex) const { return places_.at(vertex); }
  [[nodiscard]] double metres(const std::vector<std::uint32_t>& edges) const;

  /// Ducts are made when a cable first lies in them. `start`: where the edges begin.
  [[nodiscard]] PlannedCable lay(const std::vector<std::uint32_t>& edges, std::uint32_t start, FibrePlan& fibre);

 private:
  /// Steps of an edge from its first vertex on.
  const std::vector<CourseStep>& steps_of(std::uint32_t edge, FibrePlan& fibre);

  RouteGraph graph_;
  SplitterProblem problem_;
  std::map<std::uint32_t, Point> places_;
  std::map<std::uint32_t, std::vector<CourseStep>> steps_;
};

}  // namespace parktwin::plan
