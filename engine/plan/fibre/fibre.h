#pragma once
// Fibre to places: which trenches are dug and which ducts that are there are used, so that all of them together cost least. A trench is
// dug once for all cables in it; each place has a cable of its own from the router or switch where its way begins.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/plan/fibre/route_graph.h"
#include "engine/plan/trench/trench.h"

namespace parktwin::plan {

/// Present value of a metre, outlay and running cost.
struct FibrePrices {
  double trench_cny_per_m = 0.0;
  double cable_cny_per_m = 0.0;
};

struct PlannedDuct {
  std::vector<Point> path;  ///< to the centimetre
  double length_m = 0.0;
  std::vector<std::uint32_t> cables;  ///< that lie in it
};

struct CourseStep {
  Id<Duct> standing;
  std::uint32_t planned = 0;  ///< number in the plan, where no standing duct is given
};

struct PlannedCable {
  Id<NetworkNode> source;
  std::vector<CourseStep> course;
  double length_m = 0.0;
};

struct FibrePlan {
  std::vector<PlannedDuct> ducts;
  std::vector<PlannedCable> cables;  ///< per place
  double trench_m = 0.0;
  double cable_m = 0.0;
  double in_standing_ducts_m = 0.0;  ///< of the cables
};

/// Ways to some places, of which later some are joined.
class FibreRoutes {
 public:
  FibreRoutes(const Park& park, const std::vector<Point>& places, const FibrePrices& prices);

  /// False where the park has no node to begin at: nothing can be joined.
  [[nodiscard]] bool possible() const { return graph_.vertices() > 0; }
  /// All places as terminals; the root joins the sources. Precondition: possible.
  [[nodiscard]] const TrenchProblem& problem() const { return problem_; }
  /// `routes`: of a plan of that problem with fewer terminals.
  [[nodiscard]] FibrePlan lay(const std::vector<std::vector<std::uint32_t>>& routes) const;

 private:
  RouteGraph graph_;
  TrenchProblem problem_;
};

}  // namespace parktwin::plan
