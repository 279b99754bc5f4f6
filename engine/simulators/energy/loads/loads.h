#pragma once
// Who consumes how much electricity at which bus in every quarter-hour: an enterprise its energy of the year, spread by its sector's
// profile and over its loads by their planned peaks; a load without known energy its planned peak at the profile's highest step.
// Enterprises with energy but without a load consume without a bus. What other simulators report runs
// evenly, or as the hours of the year that they give.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy::loads {

/// Name of the profile of equipment.
inline constexpr std::string_view equipment_profile = "equipment";

/// What communication equipment and other devices draw all year.
struct EquipmentLoad {
  std::string name;
  Id<Bus> bus;  ///< none: not at a bus of the park
  double kw = 0.0;
  std::vector<double> hours_kw = {};  ///< of each hour of the year; empty: kw in all of them
};

struct Consumer {
  Id<PowerLoad> load;  ///< none: equipment, or an enterprise without a load
  Id<Enterprise> enterprise;
  Id<Bus> bus;
  std::uint32_t profile = 0;  ///< in Loads::profiles
  double mean_kw = 0.0;
  double reactive_ratio = 0.0;  ///< Q / P, inductive positive
  bool by_peak = false;         ///< its energy follows from its planned peak
};

struct Loads {
  std::vector<std::vector<double>> profiles;  ///< means of 1, 35,040 steps
  std::vector<std::string> profile_names;     ///< sectors, "equipment", and names of equipment with hours of its own
  std::vector<Consumer> consumers;
  std::vector<double> heat_kw;  ///< demand for heat of all enterprises, per step
  std::vector<Note> notes;
  std::vector<double> cold_kw;  ///< demand for cold from the park's network, per step

  [[nodiscard]] double kw(const Consumer& consumer, std::size_t step) const { return consumer.mean_kw * profiles[consumer.profile][step]; }
};

/// `temperature_c`: per step, empty where no weather is known.
[[nodiscard]] Loads loads(const Park& park, const WorkingDays& days, std::span<const double> temperature_c,
                          const std::vector<EquipmentLoad>& equipment = {});

}  // namespace parktwin::energy::loads
