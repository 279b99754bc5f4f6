#pragma once
// The radio part of a plan: which sites, how they are aimed, and the fibre to them, at least cost. A selection of candidates by integer
// programming on sampled ground (selection/), then the map of all of them with interference (tuning.h). What is covered is asked of the
// radio simulator, never of a formula here. Ignores capacity and power supply of the sites.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/plan/fibre/fibre.h"
#include "engine/plan/pricing/pricing.h"
#include "engine/plan/radio/choices.h"
#include "engine/plan/radio/demand.h"
#include "engine/plan/selection/selection.h"

namespace parktwin::plan {

struct RadioQuestion {
  const Park& park;  ///< as it stands when nothing is built
  const radio::Options& radio;
  const PlanOptions& options;
  Pricing pricing;
  const std::vector<RadioDemand>& demands;
  const Results& standing;  ///< wired and radio, on the map of the search
  std::uint64_t seed = 1;
};

struct RadioPlan {
  bool found = false;
  std::string reason_en;  ///< why not
  std::string reason_zh;
  std::vector<PlannedSite> sites;
  std::vector<double> gains;              ///< per site: shares of all targets' ground that it serves alone beside what stands
  FibrePlan fibre;                        ///< cables in the order of the sites
  double bound_cny = 0.0;                 ///< no plan of these candidates that covers the sample costs less
  std::vector<double> reachable_percent;  ///< per demand, with all candidates, by the sample
  std::vector<double> searched_percent;   ///< per demand, with the plan, on the map of the search
};

class RadioPlanner {
 public:
  /// What the question refers to outlives this.
  RadioPlanner(const RadioQuestion& question, Progress& progress);

  /// `margin_percent` of the ground beyond each target.
  [[nodiscard]] RadioPlan plan(double margin_percent, Progress& progress);

  [[nodiscard]] std::size_t candidates() const { return candidates_.size(); }
  [[nodiscard]] std::int32_t rounds() const { return rounds_; }
  [[nodiscard]] const PlannedIds& ids() const { return ids_; }

 private:
  void find_places();
  [[nodiscard]] RadioPlan search(double margin_percent, Progress& progress);
  void take(const Selection& selection, RadioPlan& plan) const;
  void lay_fibre(RadioPlan& plan) const;
  void raise_needs(CoverProblem& problem, const radio::Result& map, double margin_share) const;
  void explain(const Selection& selection, double margin_percent, RadioPlan& plan) const;

  RadioQuestion question_;
  PlannedIds ids_;
  std::vector<PlannedSite> candidates_;
  std::vector<double> costs_;
  std::optional<FibreRoutes> routes_;
  std::optional<RadioChoices> choices_;
  std::int32_t rounds_ = 0;
};

}  // namespace parktwin::plan
