#pragma once
// Decisions day by day with a horizon: with the future known, for units that are switched on and off; or with a forecast made of what was
// metered until then. A forecast decides what stores aim at; within the day all else answers to what really is demanded, and stores leave
// their aim where a balance or a peak is worth it. Prices are known.
#include <array>
#include <string>

#include "engine/core/programme/mixed_programme.h"
#include "engine/simulators/energy/dispatch/hub_programme.h"

namespace parktwin::energy::dispatch {

using programme::MixedOptions;
using programme::MixedSolution;

/// perfect: the future as it will be; persistence: as the day before; last_week: as a week before. Steps without a past stand as they are.
enum class Forecast { perfect, persistence, last_week };

constexpr auto names_of(Forecast) {
  return std::to_array<EnumName<Forecast>>(
      {{Forecast::perfect, "perfect"}, {Forecast::persistence, "persistence"}, {Forecast::last_week, "last_week"}});
}

struct RollingOptions {
  Forecast forecast = Forecast::persistence;
  double horizon_h = 48.0;
  double decision_h = 24.0;
  bool switched = false;  ///< units with a least load or a start cost are on or off
  MixedOptions mixed;
};

struct Rolling {
  Plan plan;
  Outcome outcome = Outcome::optimal;
  std::string failure;  ///< empty: all windows were solved
  std::int64_t iterations = 0;
};

/// Stores begin at their initial share, else at their least level, and aim to end there. Precondition: faults(hub) is empty and nothing is
/// to be sized.
[[nodiscard]] Rolling rolling(const Hub& hub, const CarbonTerms& carbon, const RollingOptions& options);

/// The step whose value stands for `step` when only steps before `now` are known; `step` itself where nothing is.
[[nodiscard]] std::size_t forecast_source(Forecast forecast, std::size_t step, std::size_t now, double step_h);

}  // namespace parktwin::energy::dispatch
