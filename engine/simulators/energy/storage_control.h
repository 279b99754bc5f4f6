#pragma once
// When the park's batteries charge and discharge: not at all, by rules, or by a linear programme that knows the year (by hours, the mean of
// each hour held for its quarters); and, in the same hub, what boilers, heat pumps, chillers and stores of heat and cold do for the heat
// and cold wanted of them. The park is one hub behind one meter, losses of the grid left out; without prices a kWh bought costs 1, so that
// import becomes least. What no unit makes of heat comes from outside, of cold it is missing.
#include <span>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/options.h"
#include "engine/simulators/energy/tariff/price_year.h"

namespace parktwin::energy {

struct StorageInputs {
  const Park& park;
  std::span<const double> load_kw;            ///< per quarter-hour
  std::span<const double> generation_kw;      ///< likewise, all of it
  const tariff::PriceYear* prices = nullptr;  ///< null: none
  double demand_cny_per_kw_month = 0.0;
  double feed_in_cny_per_kwh = 0.0;
  StorageControl control = StorageControl::rule_based;
  std::span<const double> heat_kw{};  ///< wanted of units and stores per quarter-hour; empty: nothing
  std::span<const double> cold_kw{};
  double gas_cny_per_kwh = 0.35;
};

struct StorageSchedule {
  std::vector<std::vector<double>> kw;  ///< per storage and quarter-hour, discharging positive; empty: idle
  std::string failure;                  ///< why all stand idle although they should not
  // Per thermal unit and quarter-hour; empty: the park has none.
  std::vector<std::vector<double>> unit_kw;        ///< heat or cold made, of stores given, negative: taken
  std::vector<std::vector<double>> unit_input_kw;  ///< gas or electricity used
  std::vector<double> outside_heat_kw;             ///< per quarter-hour
  std::vector<double> missing_cold_kw;
};

[[nodiscard]] StorageSchedule schedule_storages(const StorageInputs& inputs);

}  // namespace parktwin::energy
