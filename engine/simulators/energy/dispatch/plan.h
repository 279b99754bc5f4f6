#pragma once
// What every unit of a hub does in every step: what a programme or a rule decides, and what is settled afterwards.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/dispatch/hub.h"

namespace parktwin::energy::dispatch {

/// Per step, or per unit and step, in the order of the hub.
struct Plan {
  std::vector<double> import_kw;
  std::vector<double> export_kw;
  std::vector<double> green_kw;  ///< of the import
  std::vector<double> rejected_kw;
  std::vector<std::vector<double>> renewable_kw;
  std::vector<std::vector<double>> charge_kw;
  std::vector<std::vector<double>> discharge_kw;
  std::vector<std::vector<double>> level_kwh;  ///< at the end of the step
  std::vector<std::vector<double>> input_kw;   ///< of converters
  std::vector<std::vector<double>> served_kw;  ///< of flexible loads
  std::vector<std::vector<double>> interrupted_kw;
  std::vector<double> start_kwh;              ///< of each store before the first step
  std::vector<double> added_kw;               ///< of each renewable
  std::vector<double> added_kwh;              ///< of each store
  std::vector<std::int64_t> starts;           ///< of each converter; counted where units are switched
  std::vector<std::vector<std::uint8_t>> on;  ///< of each converter; empty where units are not switched
};

/// All zero, in the hub's shape.
[[nodiscard]] inline Plan empty_plan(const Hub& hub) {
  const std::vector<double> none(hub.steps, 0.0);
  Plan plan;
  plan.import_kw = plan.export_kw = plan.green_kw = plan.rejected_kw = none;
  plan.renewable_kw.assign(hub.renewables.size(), none);
  plan.charge_kw = plan.discharge_kw = plan.level_kwh = std::vector<std::vector<double>>(hub.stores.size(), none);
  plan.input_kw.assign(hub.converters.size(), none);
  plan.served_kw.assign(hub.flexible.size(), none);
  plan.interrupted_kw.assign(hub.interruptible.size(), none);
  plan.start_kwh.assign(hub.stores.size(), 0.0);
  plan.added_kw.assign(hub.renewables.size(), 0.0);
  plan.added_kwh.assign(hub.stores.size(), 0.0);
  plan.starts.assign(hub.converters.size(), 0);
  return plan;
}

}  // namespace parktwin::energy::dispatch
