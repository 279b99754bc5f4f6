#pragma once
// The park as one energy hub behind one meter, losses of the grid left out: what it consumes, generates, stores, moves and buys, in steps
// of a quarter-hour or of their means. Without prices a kWh bought costs 1, so that import becomes least. What no unit makes of heat comes
// from outside, of cold it is missing, both dearer than any unit.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/dispatch/hub.h"
#include "engine/simulators/energy/flexible_loads.h"
#include "engine/simulators/energy/green_power.h"
#include "engine/simulators/energy/options.h"
#include "engine/simulators/energy/tariff/price_year.h"

namespace parktwin::energy {

/// All heat and power plants as one unit that the dispatch is free to run.
struct FreePlants {
  double rated_kw = 0.0;  ///< of electricity
  double power_to_heat = 0.3;
  double efficiency = 0.85;  ///< electricity and heat over fuel
  double least_load = 0.0;   ///< share of the rating below which they are off
  double fuel_kg_per_kwh = 0.0;
};

/// What a tonne counts beside the bill, market-based.
struct CarbonPrice {
  double cny_per_t = 0.0;
  double grid_kg_per_kwh = 0.0;
  double gas_kg_per_kwh = 0.0;
};

struct HubInputs {
  const Park& park;
  std::span<const double> load_kw;            ///< per quarter-hour, flexible parts among it
  std::span<const double> generation_kw;      ///< likewise, all of it but free plants
  const tariff::PriceYear* prices = nullptr;  ///< null: none
  double demand_cny_per_kw_month = 0.0;
  double feed_in_cny_per_kwh = 0.0;
  StorageControl control = StorageControl::rule_based;
  std::span<const double> heat_kw{};  ///< wanted of units and stores per quarter-hour; empty: nothing
  std::span<const double> cold_kw{};
  double gas_cny_per_kwh = 0.35;
  std::span<const FlexibleGroup> flexible{};
  std::optional<FreePlants> plants{};
  CarbonPrice carbon{};
  GreenTerms green{};
};

/// Means of so many steps each.
[[nodiscard]] std::vector<double> coarsened(std::span<const double> values, std::size_t by);

[[nodiscard]] bool is_store(const ThermalUnit& unit);
[[nodiscard]] bool is_cold(const ThermalUnit& unit);
[[nodiscard]] bool works(const Storage& storage);
/// By a programme over hours instead of rules for quarter-hours.
[[nodiscard]] bool is_planned(StorageControl control);

inline constexpr const char* outside_heat = "heat from outside";
inline constexpr const char* missing_cold = "missing cold";
inline constexpr const char* plants_together = "heat and power plants";

/// What a storage or unit of the park is in the hub.
struct HubMember {
  std::string name;    ///< empty: not in it
  double share = 0.0;  ///< of what the hub's does
};

/// Keeps the series the hub refers to; stays where it is made.
class ParkHub {
 public:
  /// Steps are means of `by` quarter-hours. For programmes, storages and units that differ in size only are one in the hub, named after the
  /// first: in proportion they can do what it does, so that nothing is lost, and the programme has one answer where it would have many.
  ParkHub(const HubInputs& inputs, std::size_t by);
  ParkHub(const ParkHub&) = delete;
  ParkHub& operator=(const ParkHub&) = delete;

  dispatch::Hub hub;
  std::vector<HubMember> storages;  ///< of the park's table
  std::vector<HubMember> units;     ///< likewise

 private:
  void add_prices(const HubInputs& in, std::size_t by);
  void add_thermal(const HubInputs& in, std::size_t by);
  void add_plants(const FreePlants& plants);
  void add_flexible(const HubInputs& in, std::size_t by);
  void add(dispatch::Store store, HubMember& member);
  void add(dispatch::Converter unit, HubMember& member);
  void share_out();
  void add_last_resort(const char* name, dispatch::Carrier carrier);

  std::vector<double> load_, generation_, buy_, sell_, heat_, cold_, kg_;
  std::vector<std::vector<double>> flexible_;
  std::vector<std::int32_t> month_;
  bool joins_ = false;
};

}  // namespace parktwin::energy
