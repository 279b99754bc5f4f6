#include "engine/simulators/energy/dispatch/load_rules.h"

#include <algorithm>
#include <cmath>

namespace parktwin::energy::dispatch {
namespace {

/// Energy that has to be, and may be, served by the end of each step.
struct Corridor {
  std::vector<double> wanted;
  std::vector<double> least;
  std::vector<double> most;
};

Corridor corridor_of(const Hub& hub, const FlexibleLoad& load) {
  const auto steps_of = [&hub](double hours) { return static_cast<std::size_t>(std::llround(hours / hub.step_h)); };
  const std::size_t delay = steps_of(load.delay_h);
  const std::size_t advance = steps_of(load.advance_h);
  Corridor made;
  double sum = 0.0;
  for (std::size_t i = 0; i < hub.steps; ++i) made.wanted.push_back(sum += load.demand_kw[i] * hub.step_h);
  made.least.resize(hub.steps);
  made.most.resize(hub.steps);
  double after = sum;  // nothing is open after the last step
  for (std::size_t i = hub.steps; i-- > 0;) {
    made.most[i] = made.wanted[std::min(i + advance, hub.steps - 1)];
    const double due = i >= delay ? made.wanted[i - delay] : 0.0;
    made.least[i] = i + 1 == hub.steps ? sum : std::max(due, after - load.most_kw * hub.step_h);
    after = made.least[i];
  }
  return made;
}

}  // namespace

std::vector<double> served_by_rule(const Hub& hub, const FlexibleLoad& load, double cheap_cny_per_kwh, double dear_cny_per_kwh) {
  std::vector<double> served(load.demand_kw.begin(), load.demand_kw.end());
  if (!(cheap_cny_per_kwh < dear_cny_per_kwh) || served.empty()) return served;
  const Corridor corridor = corridor_of(hub, load);
  const double planned_peak_kwh = *std::max_element(served.begin(), served.end()) * hub.step_h;
  double before = 0.0;
  for (std::size_t i = 0; i < hub.steps; ++i) {
    const double price = at(hub.grid.buy_cny_per_kwh, i);
    const double wanted = load.demand_kw[i] * hub.step_h;
    double kwh = std::min(planned_peak_kwh, std::max(wanted, corridor.wanted[i] - before));
    if (price <= cheap_cny_per_kwh) kwh = std::max(kwh, std::min(planned_peak_kwh, corridor.most[i] - before));
    if (price >= dear_cny_per_kwh) kwh = 0.0;
    kwh = std::min({kwh, load.most_kw * hub.step_h, corridor.most[i] - before});
    kwh = std::max({0.0, kwh, corridor.least[i] - before});
    before += kwh;
    served[i] = kwh / hub.step_h;
  }
  return served;
}

std::vector<double> interrupted_by_rule(const Hub& hub, const InterruptibleLoad& load) {
  std::vector<double> left(hub.steps, 0.0);
  double allowed = load.most_kwh;
  for (std::size_t i = 0; i < hub.steps; ++i) {
    if (!(at(hub.grid.buy_cny_per_kwh, i) > load.cny_per_kwh)) continue;
    const double kwh = std::min(load.share * at(load.demand_kw, i) * hub.step_h, allowed);
    allowed -= kwh;
    left[i] = kwh / hub.step_h;
  }
  return left;
}

}  // namespace parktwin::energy::dispatch
