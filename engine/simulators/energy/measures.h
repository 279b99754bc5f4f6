#pragma once
// What measures against emissions save and cost. Each is evaluated by itself: the park's hub is carried through the year with it, with
// storages scheduled anew and losses of the grid as they were, then billed and accounted for; what differs from the year without it is its
// saving. Two measures together may save less than the sum. The curve is market-based, by which green power counts: what the options buy of
// it is bought in every year, at its premium on the bill; a measure of green power buys more, for its own price or that premium.
#include "engine/simulators/energy/emissions.h"
#include "engine/simulators/energy/generation/generation.h"
#include "engine/simulators/energy/green_power.h"
#include "engine/simulators/energy/purchase.h"

namespace parktwin::energy {

struct MeasureInputs {
  const Park& park;
  const Options& options;
  const Tables& tables;
  const Purchase& purchase;
  const weather::QuarterHours* weather = nullptr;
  const generation::Assumptions& assumptions;
  const Series& series;                    ///< of the year without measures
  EmissionInputs emissions;                ///< likewise
  std::span<const double> bought_heat_kw;  ///< demand for heat that plants do not cover
  std::span<const double> kg_per_kwh;      ///< by quarter-hour; empty: the factor of the year
  GreenTerms green;                        ///< of what is bought without measures
  double grid_kg_per_kwh = 0.0;            ///< market-based
};

/// In the order of the cost curve, then those without a place in it and why, in the order given.
[[nodiscard]] std::vector<MeasureOutcome> evaluate_measures(const MeasureInputs& inputs);

}  // namespace parktwin::energy
