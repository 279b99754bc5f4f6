#include "engine/simulators/energy/dispatch/rounded_units.h"

#include <array>

namespace parktwin::energy::dispatch {
namespace {

constexpr double nearly = 1.0 - 1e-9;

/// What is left of the demand for heat and cold to take least outputs.
class Room {
 public:
  Room(const Hub& hub, std::size_t step) : step_(step) {
    for (std::size_t carrier = 1; carrier < carrier_count; ++carrier) left_kw_[carrier] = at(hub.demand_kw[carrier], step);
  }
  [[nodiscard]] bool takes(const Converter& unit) const {
    for (std::size_t carrier = 1; carrier < carrier_count; ++carrier) {
      if (least_kw(unit, carrier) > left_kw_[carrier]) return false;
    }
    return true;
  }
  void use(const Converter& unit) {
    for (std::size_t carrier = 1; carrier < carrier_count; ++carrier) left_kw_[carrier] -= least_kw(unit, carrier);
  }

 private:
  [[nodiscard]] double least_kw(const Converter& unit, std::size_t carrier) const {
    return unit.least_load * unit.most_input_kw * unit.output[carrier] * at(unit.performance, step_, 1.0);
  }
  std::size_t step_;
  std::array<double, carrier_count> left_kw_ = {};
};

}  // namespace

std::vector<std::vector<std::uint8_t>> rounded_units(const Hub& hub, const HubProgramme& built, const std::vector<double>& values,
                                                     bool cautious) {
  std::vector<std::vector<std::uint8_t>> on(hub.converters.size());
  for (std::size_t u = 0; u < on.size(); ++u) on[u].assign(is_switched(hub.converters[u]) ? hub.steps : 0, 0);
  for (std::size_t step = 0; step < hub.steps; ++step) {
    Room room(hub, step);
    for (std::size_t u = 0; u < on.size(); ++u) {
      if (on[u].empty()) continue;
      const Converter& unit = hub.converters[u];
      const double least = unit.least_load * unit.most_input_kw;
      const double input = values[static_cast<std::size_t>(built.input_kw[u]) + step];
      if (!(input > 0.0) || input < 0.5 * least) continue;
      const bool known_to_fit = input >= nearly * least && !cautious;
      if (!known_to_fit && !room.takes(unit)) continue;
      on[u][step] = 1;
      room.use(unit);
    }
  }
  return on;
}

void hold(const Hub& hub, const std::vector<std::vector<std::uint8_t>>& on, HubProgramme& built) {
  for (std::size_t u = 0; u < on.size(); ++u) {
    const Converter& unit = hub.converters[u];
    for (std::size_t step = 0; step < on[u].size(); ++step) {
      const std::size_t column = static_cast<std::size_t>(built.input_kw[u]) + step;
      built.programme.lower[column] = on[u][step] != 0 ? unit.least_load * unit.most_input_kw : 0.0;
      built.programme.upper[column] = on[u][step] != 0 ? unit.most_input_kw : 0.0;
    }
  }
}

}  // namespace parktwin::energy::dispatch
