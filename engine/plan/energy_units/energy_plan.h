#pragma once
// Which roofs get photovoltaics, which battery and how much green power, so that the criteria's clauses on energy and carbon are met at the
// least cost of electricity, gas, annuities and green power over the account. Sizes come from the programme of the hub with perfect
// foresight (engine/simulators/energy/sizing.h). Own sun that is used and green power are worth the same to the clauses, so where one of
// them needs green power the programme counts its premium on every kWh drawn; the share is then the least with which a whole year meets the
// clauses. Bound: the programme's Lagrangian with that premium as multiplier (Geoffrion 1974), sizes not rounded.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/criteria/pack.h"
#include "engine/criteria/verdict.h"
#include "engine/plan/pricing/pricing.h"
#include "engine/run/live_run.h"
#include "engine/scenario/joint_plan_options.h"

namespace parktwin::plan {

struct EnergyQuestion {
  const Park& park;
  const SimulationOptions& options;
  const EnergyPlanOptions& limits;
  const Pricing& pricing;
  const criteria::Pack& asked;  ///< its clauses on energy and carbon alone
  std::string assessed_on;
  std::uint64_t seed = 1;
};

struct EnergyPlan {
  bool found = false;
  std::string reason_en;
  std::string reason_zh;
  std::vector<criteria::Verdict> standing;
  std::vector<criteria::Verdict> reached;
  std::vector<Generator> roofs;
  std::optional<Storage> battery;
  std::optional<double> green_share;  ///< least share of green power; none: as the scenario has it
  double before_cny = 0.0;            ///< a year of electricity and gas, by the hub
  double after_cny = 0.0;             ///< the same with what is built, annuities and green power
  double bound_cny = 0.0;             ///< no sizes make it less
  std::optional<double> emissions_t;  ///< of a year as reached, scopes 1 and 2 by market
  double years_factor = 0.0;          ///< present value of one yuan in each year of the account

  [[nodiscard]] double value_cny() const { return years_factor * (after_cny - before_cny); }
  [[nodiscard]] double least_value_cny() const { return years_factor * (bound_cny - before_cny); }
};

/// Metrics of clauses that this part plans for.
[[nodiscard]] bool is_of_energy(const std::string& metric);

/// `live` is updated with the park several times.
[[nodiscard]] EnergyPlan plan_energy(const EnergyQuestion& question, LiveRun& live, Progress& progress);

/// Items of a scenario's list of changes.
[[nodiscard]] std::string roof_text(const Park& park, const Generator& roof);
[[nodiscard]] std::string battery_text(const Park& park, const Storage& battery);

}  // namespace parktwin::plan
