#include "engine/simulators/energy/charging.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/core/parallel.h"
#include "engine/core/random.h"

namespace parktwin::energy {
namespace {

constexpr std::uint64_t charging_seed = 6;
constexpr std::uint32_t charging_stream = 0x6368;  // "ch"
constexpr double charger_reactive_ratio = 0.1;     ///< Q / P of chargers, assumption
constexpr double energy_spread = 0.5;              ///< sessions want between half and one and a half of the mean, assumption

/// When vehicles come and how long they may stay, in hours of the day.
struct Habit {
  double from_h = 0.0;
  double to_h = 24.0;
  double least_stay_h = 1.0;
  double most_stay_h = 2.0;
  bool rest_days = true;
};

Habit habit_of(ChargingUse use) {
  switch (use) {
    case ChargingUse::workplace:
      return {7.0, 10.0, 7.0, 9.0, false};
    case ChargingUse::public_place:
      return {8.0, 22.0, 1.0, 2.0, true};
    case ChargingUse::depot:
      return {17.0, 21.0, 9.0, 11.0, true};
  }
  return {};
}

struct Session {
  std::size_t first = 0;  ///< step of the year
  std::size_t last = 0;   ///< step after the last of its stay
  double kwh = 0.0;
};

/// Vehicles of a year at one station, by arrival; a fraction of a session a day is one now and then.
std::vector<Session> sessions_of(const ChargingStation& station, const loads::WorkingDays& days, std::uint32_t number) {
  const RandomSequence random(charging_seed, charging_stream, number);
  const Habit habit = habit_of(station.use);
  std::uint32_t draw = 0;
  std::vector<Session> sessions;
  for (std::size_t day = 0; day < days.days.size(); ++day) {
    if (!habit.rest_days && days.days[day] != loads::DayKind::working) continue;
    const auto count = static_cast<std::size_t>(station.sessions_per_day + random.uniform(draw++));
    for (std::size_t i = 0; i < count; ++i) {
      const double from = random.uniform(draw++, habit.from_h, habit.to_h);
      const double stay = random.uniform(draw++, habit.least_stay_h, habit.most_stay_h);
      const double share = random.uniform(draw++, 1.0 - energy_spread, 1.0 + energy_spread);
      const std::size_t first = day * loads::steps_per_day + static_cast<std::size_t>(from / loads::step_h);
      const auto length = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(stay / loads::step_h)));
      if (first >= loads::steps_per_year) continue;
      sessions.push_back({first, std::min(first + length, loads::steps_per_year), share * station.energy_per_session.value()});
    }
  }
  std::stable_sort(sessions.begin(), sessions.end(), [](const Session& a, const Session& b) { return a.first < b.first; });
  return sessions;
}

class Station {
 public:
  Station(const ChargingStation& station, std::span<const double> pressure)
      : station_(station), pressure_(pressure), kw_(loads::steps_per_year, 0.0) {}

  void run(const std::vector<Session>& sessions) {
    std::vector<std::size_t> free_from(static_cast<std::size_t>(station_.chargers), 0);
    for (const auto& session : sessions) {
      const auto charger = std::min_element(free_from.begin(), free_from.end());
      if (*charger > session.first) {
        ++figures_.turned_away;
        continue;
      }
      *charger = session.last;
      ++figures_.sessions;
      figures_.missed_mwh += charge(session) * 1e-3;
    }
    figures_.energy_mwh = std::accumulate(kw_.begin(), kw_.end(), 0.0) * loads::step_h * 1e-3;
    const auto peak = std::max_element(kw_.begin(), kw_.end());
    figures_.peak_kw = *peak;
    if (*peak > 0.0) figures_.peak_at = loads::time_of_step(static_cast<std::size_t>(peak - kw_.begin()));
  }
  ChargingFigures figures_;
  [[nodiscard]] std::vector<double> take() { return std::move(kw_); }

 private:
  /// Fills the steps of the stay in their order until the vehicle has what it wants; returns what it still lacks.
  double charge(const Session& session) {
    order_.resize(session.last - session.first);
    std::iota(order_.begin(), order_.end(), session.first);
    if (station_.controlled && !pressure_.empty()) {
      std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) { return pressure_[a] < pressure_[b]; });
    }
    double left = session.kwh;
    const double most = station_.charger_power.value() * loads::step_h;
    for (const std::size_t step : order_) {
      if (left <= 0.0) break;
      const double kwh = std::min(left, most);
      kw_[step] += kwh / loads::step_h;
      left -= kwh;
    }
    return std::max(0.0, left);
  }

  const ChargingStation& station_;
  std::span<const double> pressure_;
  std::vector<double> kw_;
  std::vector<std::size_t> order_;
};

}  // namespace

Charging charge(const Park& park, const loads::WorkingDays& days, std::span<const double> pressure) {
  const auto& stations = *park.charging_stations;
  Charging charging;
  charging.stations.resize(stations.size());
  charging.kw.resize(stations.size());
  parallel_for(stations.size(), [&](std::size_t i) {
    const ChargingStation& record = stations[Id<ChargingStation>(i)];
    Station station(record, pressure);
    station.run(sessions_of(record, days, static_cast<std::uint32_t>(i)));
    station.figures_.station = Id<ChargingStation>(i);
    charging.stations[i] = station.figures_;
    charging.kw[i] = station.take();
  });
  return charging;
}

void add_charging(const Park& park, Charging charging, loads::Loads& loads) {
  for (std::size_t i = 0; i < charging.kw.size(); ++i) {
    auto& kw = charging.kw[i];
    const double mean_kw = std::accumulate(kw.begin(), kw.end(), 0.0) / static_cast<double>(kw.size());
    if (!(mean_kw > 0.0)) continue;
    for (double& value : kw) value /= mean_kw;
    const auto number = static_cast<std::uint32_t>(loads.profiles.size());
    loads.profiles.push_back(std::move(kw));
    loads.profile_names.push_back("charging " + (*park.charging_stations)[Id<ChargingStation>(i)].id);
    const Id<Bus> bus = (*park.charging_stations)[Id<ChargingStation>(i)].bus;
    loads.consumers.push_back({{}, {}, bus, number, mean_kw, charger_reactive_ratio, false});
  }
  if (charging.kw.empty()) return;
  loads.notes.push_back({NoteKind::assumption, "charging stations",
                         "Vehicles come at random times of their use's hours, with half to one and a half of the mean energy."});
}

}  // namespace parktwin::energy
