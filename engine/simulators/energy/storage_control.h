#pragma once
// When the park's batteries charge and discharge: not at all, by rules, or by a linear programme that knows the year (by hours, the mean of
// each hour held for its quarters). The park is one hub behind one meter, losses of the grid left out; without prices a kWh bought costs
// 1, so that import becomes least.
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
};

struct StorageSchedule {
  std::vector<std::vector<double>> kw;  ///< per storage and quarter-hour, discharging positive; empty: idle
  std::string failure;                  ///< why all stand idle although they should not
};

[[nodiscard]] StorageSchedule schedule_storages(const StorageInputs& inputs);

}  // namespace parktwin::energy
