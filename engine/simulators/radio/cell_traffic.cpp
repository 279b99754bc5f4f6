#include "engine/simulators/radio/cell_traffic.h"

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/cell_slices.h"
#include "engine/simulators/radio/link/cell_capacity.h"
#include "engine/simulators/radio/traffic_ground.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 256;

// Sum of 1/rate over map cells within reach, per radio cell.
struct Inverse {
  double sum_s_per_mbit = 0.0;
  std::uint64_t count = 0;

  void add(float rate_mbit_s) {
    if (!(rate_mbit_s > 0.0F)) return;
    sum_s_per_mbit += 1.0 / static_cast<double>(rate_mbit_s);
    ++count;
  }
  void add(const Inverse& other) {
    sum_s_per_mbit += other.sum_s_per_mbit;
    count += other.count;
  }
  [[nodiscard]] double harmonic_mean() const { return count == 0 ? 0.0 : static_cast<double>(count) / sum_s_per_mbit; }
};

std::vector<Inverse> inverses(const Result& result, const Grid<float>& rate_mbit_s) {
  const auto rows = static_cast<std::size_t>(result.best_server.frame.rows);
  const auto columns = static_cast<std::size_t>(result.best_server.frame.columns);
  std::vector<std::vector<Inverse>> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    auto& part = parts[begin / rows_per_chunk];
    part.resize(result.cells.size());
    for (std::size_t i = begin * columns; i < end * columns; ++i) {
      const std::uint16_t server = result.best_server.values[i];
      if (server != no_server) part[server].add(rate_mbit_s.values[i]);
    }
  });
  std::vector<Inverse> sums(result.cells.size());
  for (const auto& part : parts) {
    for (std::size_t cell = 0; cell < part.size(); ++cell) sums[cell].add(part[cell]);
  }
  return sums;
}

struct Direction {
  const Grid<float>& rate_mbit_s;
  double Demand::*demand;
  double CellFigures::*offered;
  double CellFigures::*carried;
  double CellFigures::*needed;
  const char* name;
};

// What one radio cell makes of its parts. Returns what is out of reach.
double share(const Direction& direction, std::span<const EnterpriseTraffic> traffic, std::span<const GroundPart> parts,
             CellFigures& figures) {
  std::vector<link::CellUser> users;
  double lost_mbit_s = 0.0;
  for (const auto& part : parts) {
    const EnterpriseTraffic& whose = traffic[part.traffic];
    if (whose.demand.*direction.demand <= 0.0) continue;
    const double each = whose.demand.*direction.demand / static_cast<double>(whose.ground.size());
    lost_mbit_s += each * static_cast<double>(part.out_of_reach);
    figures.*direction.offered += each * static_cast<double>(part.within_reach + part.out_of_reach);
    users.push_back({part.full_rate_mbit_s, each * static_cast<double>(part.within_reach)});
  }
  const auto capacity = link::cell_capacity(users, link::Sharing::equal);
  figures.*direction.needed = capacity.required_share;
  figures.saturated = figures.saturated || capacity.saturated;
  for (const double served : capacity.served_mbit_s) figures.*direction.carried += served;
  return lost_mbit_s;
}

std::vector<std::vector<GroundPart>> put(const Direction& direction, std::span<const EnterpriseTraffic> traffic, Result& result) {
  auto parts = ground_parts(traffic, result.best_server, direction.rate_mbit_s, result.cells.size());
  double lost_mbit_s = 0.0;
  for (const auto& whose : traffic) {
    if (whose.ground.empty()) lost_mbit_s += whose.demand.*direction.demand;
  }
  for (std::size_t cell = 0; cell < result.cells.size(); ++cell) lost_mbit_s += share(direction, traffic, parts[cell], result.cells[cell]);
  CellFigures nobody;
  lost_mbit_s += share(direction, traffic, parts.back(), nobody);
  if (lost_mbit_s > 0.0) {
    result.notes.push_back({NoteKind::warning, "connected assets",
                            fmt::format("{:.1f} Mbit/s of their {} traffic has no radio cell within reach.", lost_mbit_s, direction.name)});
  }
  return parts;
}

}  // namespace

void put_cell_traffic(const Park& park, const Grid<SurfaceCell>& surface, Result& result) {
  const auto down = inverses(result, result.throughput_down_mbit_s);
  const auto up = inverses(result, result.throughput_up_mbit_s);
  for (std::size_t cell = 0; cell < result.cells.size(); ++cell) {
    result.cells[cell].capacity_down_mbit_s = down[cell].harmonic_mean();
    result.cells[cell].capacity_up_mbit_s = up[cell].harmonic_mean();
  }
  const auto traffic = enterprise_traffic(park, surface, result.place);
  const auto parts_down = put({result.throughput_down_mbit_s, &Demand::down_mbit_s, &CellFigures::offered_down_mbit_s,
                               &CellFigures::carried_down_mbit_s, &CellFigures::needed_load_down, "downlink"},
                              traffic, result);
  const auto parts_up = put({result.throughput_up_mbit_s, &Demand::up_mbit_s, &CellFigures::offered_up_mbit_s,
                             &CellFigures::carried_up_mbit_s, &CellFigures::needed_load_up, "uplink"},
                            traffic, result);
  put_cell_slices(park, traffic, parts_down, parts_up, result);
}

}  // namespace parktwin::radio
