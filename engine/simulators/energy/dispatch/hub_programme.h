#pragma once
// A stretch of a hub's steps as a linear programme: balances of electricity, heat and cold, levels of stores, the greatest import of each
// billing period, backlog of flexible loads, and where asked units that are on or off. A year is one stretch; rolling windows and the
// months that give a year its first basis are others.
// The price of feeding in counts at most the price of buying in the same step, because one meter cannot do both at once; bills are settled
// at the true prices.
#include <optional>
#include <string>
#include <vector>

#include "engine/simulators/energy/dispatch/plan.h"

namespace parktwin::energy::dispatch {

/// What counts beside the bill.
struct CarbonTerms {
  double cny_per_kg = 0.0;
  std::optional<double> most_kg;  ///< over the stretch
};

/// Steps [first, first + steps) and the state they begin with.
struct Window {
  std::size_t first = 0;
  std::size_t steps = 0;
  bool ends = true;                              ///< flexible loads have nothing open after the last step
  std::vector<std::optional<double>> start_kwh;  ///< per store; none: its last level; empty: as the hub says
  std::vector<double> backlog_kwh;               ///< per flexible load, above 0 when served ahead; empty: none
  std::vector<double> interruptible_kwh;         ///< still allowed; empty: as the hub says
  double peak_so_far_kw = 0.0;                   ///< of the first step's billing period
  bool switched = false;                         ///< converters with a least load or a start cost are on or off
  std::vector<std::uint8_t> on_before;           ///< per converter; empty: off
  std::vector<std::vector<double>> target_kwh;   ///< per store and step, deviations cost; empty: none
  std::vector<double> end_kwh;                   ///< per store, what the last level lacks of it costs; empty: none
  double deviation_cny_per_kwh = 0.0;            ///< of targets and ends
};

/// Columns or rows of one meaning: one per step, one per billing period, or a single one.
struct Block {
  enum class Kind { step, period, single };
  std::string name;
  Kind kind = Kind::step;
  std::int32_t first = 0;
  std::size_t count = 0;
};

struct HubProgramme {
  LinearProgramme programme;
  std::vector<Block> columns;  ///< windows of one hub with the same kind of state have the same blocks in the same order
  std::vector<Block> rows;
  std::array<std::int32_t, carrier_count> balance = {-1, -1, -1};  ///< first row of each carrier; -1: the hub has none of it

  // First columns of the variables; -1: not there. Added capacities are single columns.
  std::int32_t import_kw = -1;
  std::int32_t export_kw = -1;
  std::int32_t green_kw = -1;
  std::int32_t rejected_kw = -1;
  std::int32_t peak_kw = -1;
  std::vector<std::int32_t> renewable_kw, added_kw;
  std::vector<std::int32_t> charge_kw, discharge_kw, level_kwh, added_kwh;
  std::vector<std::int32_t> input_kw, on, start;
  std::vector<std::int32_t> served_kw, backlog_kwh;
  std::vector<std::int32_t> interrupted_kw;
};

/// Precondition: faults(hub) is empty, the window lies within its steps.
[[nodiscard]] HubProgramme hub_programme(const Hub& hub, const CarbonTerms& carbon, const Window& window);

/// Whether the unit is one that is on or off.
[[nodiscard]] inline bool is_switched(const Converter& unit) { return unit.least_load > 0.0 || unit.start_cny > 0.0; }

/// Writes the window's steps [0, count) of a solution into the plan; returns the levels, backlogs and states after them in the window.
void take_over(const HubProgramme& built, const std::vector<double>& values, const Hub& hub, const Window& window, std::size_t count,
               Plan& plan);

}  // namespace parktwin::energy::dispatch
