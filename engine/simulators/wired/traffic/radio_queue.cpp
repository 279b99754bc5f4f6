#include "engine/simulators/wired/traffic/radio_queue.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "engine/simulators/wired/traffic/demand.h"

namespace parktwin::wired::traffic {
namespace {

/// Share of its time that a class asks of a cell.
struct Need {
  Arrivals up;
  double down = 0.0;
};

using Needs = std::array<Need, class_count>;
using Order = std::array<std::size_t, class_count>;

/// Mbit/s of one device from which it counts as one that asks much.
constexpr double much_mbit_s = 1.0;

Order by_urgency(const std::vector<Profile>& profiles) {
  Order order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const bool much = profiles[i].samples_per_s * profiles[i].sample_bytes * 8e-6 > much_mbit_s;
    return std::tuple(much, profiles[i].target_ms, profiles[i].sample_bytes, i);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

double passed(double need, double free) { return need > free ? free / need : 1.0; }

/// Work of classes up to this one that a sample finds, drawn out by what more urgent ones bring meanwhile.
Moments wait_of(const Arrivals& with, const Arrivals& before, double buffer_s) {
  if (with.utilisation >= 1.0) return {buffer_s, 0.0};
  const double free = 1.0 - with.utilisation;
  const double left = 1.0 - before.utilisation;
  const double work_s = with.second_s / (2.0 * free);
  const double mean_s = work_s / left;
  if (mean_s >= buffer_s) return {buffer_s, 0.0};
  const double work_squared = 2.0 * work_s * work_s + with.third_s2 / (3.0 * free);
  const double squared = work_squared / (left * left) + before.second_s * work_s / (left * left * left);
  return {mean_s, squared - mean_s * mean_s};
}

std::array<CellService, class_count> services_of(const Needs& needs, const Order& order, const CellState& cell, double buffer_s) {
  std::array<CellService, class_count> services;
  Arrivals up;
  double down = std::min(cell.busy_down, 1.0);
  for (const std::size_t source : order) {
    const Need& need = needs[source];
    CellService& service = services[source];
    const double free = 1.0 - up.utilisation;
    service.passed_up = passed(need.up.utilisation, free);
    service.passed_down = passed(need.down, 1.0 - down);
    Arrivals with = up;
    with += need.up;
    if (service.passed_up < 1.0) with.utilisation = 1.0;
    service.wait = wait_of(with, up, buffer_s);
    if (free > 0.0) {
      service.stretch = 1.0 / free;
      service.scatter_s = up.second_s / (free * free * free);
    }
    up = with;
    down = service.passed_down < 1.0 ? 1.0 : down + need.down;
  }
  return services;
}

}  // namespace

CellService CellQueues::service_of(const Flow& flow) const {
  return flow.cell.valid() ? services[flow.cell.index()][static_cast<std::size_t>(flow.source)] : CellService();
}

CellQueues cell_queues(const std::vector<Flow>& flows, const std::vector<Profile>& profiles, const RadioAccess& radio,
                       const Options& options) {
  CellQueues queues;
  queues.loads.resize(radio.cells.size());
  std::vector<Needs> needs(radio.cells.size());
  for (const Flow& flow : flows) {
    if (!flow.cell.valid()) continue;
    const auto source = static_cast<std::size_t>(flow.source);
    CellLoad& load = queues.loads[flow.cell.index()];
    Need& need = needs[flow.cell.index()][source];
    load.up_mbit_s += flow.up_mbit_s;
    load.down_mbit_s += flow.down_mbit_s;
    need.up.add(flow.samples_per_s, wire_bits(profiles[source].sample_bytes) * 1e-6 / flow.radio_up_mbit_s);
    need.down += flow.down_mbit_s / flow.radio_down_mbit_s;
  }
  const Order order = by_urgency(profiles);
  for (std::size_t i = 0; i < radio.cells.size(); ++i) {
    CellLoad& load = queues.loads[i];
    load.cell = Id<RadioCell>(i);
    for (const Need& need : needs[i]) {
      load.up_utilisation += need.up.utilisation;
      load.down_utilisation += need.down;
    }
    if (radio.cells[i].busy_down < 1.0) load.down_utilisation /= 1.0 - radio.cells[i].busy_down;
    queues.services.push_back(services_of(needs[i], order, radio.cells[i], options.buffer_ms * 1e-3));
  }
  return queues;
}

}  // namespace parktwin::wired::traffic
