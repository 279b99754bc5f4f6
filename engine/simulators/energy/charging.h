#pragma once
// Charging stations as loads. Sessions of a day come at random times of their use's hours (assumptions: workplaces 7:00 to 10:00 for up to
// nine hours on working days, public places 8:00 to 22:00 for two, depots 17:00 to 21:00 until 6:00), with energies around the mean,
// drawn by counter from the seed of the station's place in its table. Uncontrolled vehicles draw full power from their arrival; controlled
// ones take the cheapest or least loaded quarter-hours of their stay. A vehicle that finds no free charger leaves.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/energy/loads/loads.h"

namespace parktwin::energy {

struct ChargingFigures {
  Id<ChargingStation> station;
  std::int32_t sessions = 0;
  std::int32_t turned_away = 0;
  double energy_mwh = 0.0;
  double missed_mwh = 0.0;  ///< wanted by vehicles that left before they were full
  double peak_kw = 0.0;
  std::string peak_at;
};

template <class Visitor, DescribedAs<ChargingFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"station", "", "charging station"}, figures.station);
  visit(Field{"sessions", "", "vehicles charged in the year"}, figures.sessions);
  visit(Field{"turned_away", "", "vehicles that found no free charger"}, figures.turned_away);
  visit(Field{"energy_mwh", "MWh", "charged"}, figures.energy_mwh);
  visit(Field{"missed_mwh", "MWh", "still wanted when vehicles left"}, figures.missed_mwh);
  visit(Field{"peak_kw", "kW", "greatest mean power of a quarter-hour"}, figures.peak_kw);
  visit(Field{"peak_at", "", "when"}, figures.peak_at);
}

struct Charging {
  std::vector<ChargingFigures> stations;
  std::vector<std::vector<double>> kw;  ///< per station and step
};

/// `pressure`: per step, what controlled vehicles avoid: a price, or the park's load less its generation.
[[nodiscard]] Charging charge(const Park& park, const loads::WorkingDays& days, std::span<const double> pressure);

/// Adds the stations to the consumers of the grid.
void add_charging(const Park& park, Charging charging, loads::Loads& loads);

}  // namespace parktwin::energy
