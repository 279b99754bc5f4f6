#include "engine/simulators/radio/cell_traffic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/link/cell_capacity.h"

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

struct Demand {
  double down_mbit_s = 0.0;
  double up_mbit_s = 0.0;
};

// By enterprise, only those with any.
std::map<std::size_t, Demand> demands_of(const Park& park) {
  std::map<std::size_t, Demand> demands;
  for (const auto& assets : *park.connected_assets) {
    if (assets.bearer != AssetBearer::nr) continue;
    const Demand demand{assets.count * assets.rate_down.value(), assets.count * assets.rate_up.value()};
    if (demand.down_mbit_s <= 0.0 && demand.up_mbit_s <= 0.0) continue;
    auto& sum = demands[assets.enterprise.index()];
    sum.down_mbit_s += demand.down_mbit_s;
    sum.up_mbit_s += demand.up_mbit_s;
  }
  return demands;
}

using CellsOfEnterprise = std::map<std::size_t, std::vector<std::size_t>>;

CellsOfEnterprise built_ground(const Park& park, const Grid<SurfaceCell>& surface, const Result& result,
                               const std::map<std::size_t, Demand>& demands) {
  CellsOfEnterprise ground;
  const auto& buildings = park.buildings->records();
  for (std::size_t i = 0; i < surface.values.size(); ++i) {
    const std::int32_t building = surface.values[i].building;
    if (building == no_building || result.place.values[i] == static_cast<std::uint8_t>(Place::outside)) continue;
    const auto enterprise = buildings[static_cast<std::size_t>(building)].enterprise;
    if (enterprise.valid() && demands.contains(enterprise.index())) ground[enterprise.index()].push_back(i);
  }
  return ground;
}

// Map cells of each enterprise with a demand, ascending; roofs overlap as in the surface, parcels go to the first.
CellsOfEnterprise ground_of_demands(const Park& park, const Grid<SurfaceCell>& surface, const Result& result,
                                    const std::map<std::size_t, Demand>& demands) {
  CellsOfEnterprise ground = built_ground(park, surface, result, demands);
  const auto spreads_over = [&](const Parcel& parcel) {
    return parcel.enterprise.valid() && demands.contains(parcel.enterprise.index()) && !ground.contains(parcel.enterprise.index());
  };
  const auto& parcels = park.parcels->records();
  if (std::none_of(parcels.begin(), parcels.end(), spreads_over)) return ground;
  const auto holder = first_holders(surface.frame, *park.parcels, spreads_over);
  for (std::size_t i = 0; i < holder.size(); ++i) {
    if (holder[i] == held_by_none || result.place.values[i] == static_cast<std::uint8_t>(Place::outside)) continue;
    ground[parcels[static_cast<std::size_t>(holder[i])].enterprise.index()].push_back(i);
  }
  return ground;
}

// One enterprise on one radio cell: its map cells within reach and those without.
struct Presence {
  Inverse rate;
  std::uint64_t out_of_reach = 0;
};

struct Direction {
  const Grid<float>& rate_mbit_s;
  double Demand::*demand;
  double CellFigures::*offered;
  double CellFigures::*carried;
  double CellFigures::*needed;
  const char* name;
};

class Sharing {
 public:
  Sharing(const std::map<std::size_t, Demand>& demands, const CellsOfEnterprise& ground, Result& result)
      : demands_(demands), ground_(ground), result_(result) {}

  void put(const Direction& direction) {
    std::vector<std::vector<link::CellUser>> users(result_.cells.size());
    double lost_mbit_s = 0.0;
    for (const auto& [enterprise, demand] : demands_) {
      const double wanted = demand.*direction.demand;
      if (wanted <= 0.0) continue;
      const auto cells = ground_.find(enterprise);
      if (cells == ground_.end()) {
        lost_mbit_s += wanted;
        continue;
      }
      std::map<std::uint16_t, Presence> presences;
      for (const std::size_t i : cells->second) {
        const std::uint16_t server = result_.best_server.values[i];
        auto& presence = presences[server];
        if (server != no_server && direction.rate_mbit_s.values[i] > 0.0F) {
          presence.rate.add(direction.rate_mbit_s.values[i]);
        } else {
          ++presence.out_of_reach;
        }
      }
      for (const auto& [server, presence] : presences) {
        const double each = wanted / static_cast<double>(cells->second.size());
        lost_mbit_s += each * static_cast<double>(presence.out_of_reach);
        if (server == no_server) continue;
        result_.cells[server].*direction.offered += each * static_cast<double>(presence.rate.count + presence.out_of_reach);
        users[server].push_back({presence.rate.harmonic_mean(), each * static_cast<double>(presence.rate.count)});
      }
    }
    for (std::size_t cell = 0; cell < users.size(); ++cell) share(direction, users[cell], result_.cells[cell]);
    if (lost_mbit_s > 0.0) {
      result_.notes.push_back(
          {NoteKind::warning, "connected assets",
           fmt::format("{:.1f} Mbit/s of their {} traffic has no radio cell within reach.", lost_mbit_s, direction.name)});
    }
  }

 private:
  static void share(const Direction& direction, const std::vector<link::CellUser>& users, CellFigures& figures) {
    const auto capacity = link::cell_capacity(users, link::Sharing::equal);
    figures.*direction.needed = capacity.required_share;
    figures.saturated = figures.saturated || capacity.saturated;
    for (const double served : capacity.served_mbit_s) figures.*direction.carried += served;
  }

  const std::map<std::size_t, Demand>& demands_;
  const CellsOfEnterprise& ground_;
  Result& result_;
};

}  // namespace

void put_cell_traffic(const Park& park, const Grid<SurfaceCell>& surface, Result& result) {
  const auto down = inverses(result, result.throughput_down_mbit_s);
  const auto up = inverses(result, result.throughput_up_mbit_s);
  for (std::size_t cell = 0; cell < result.cells.size(); ++cell) {
    result.cells[cell].capacity_down_mbit_s = down[cell].harmonic_mean();
    result.cells[cell].capacity_up_mbit_s = up[cell].harmonic_mean();
  }
  const auto demands = demands_of(park);
  if (demands.empty()) return;
  const auto ground = ground_of_demands(park, surface, result, demands);
  Sharing sharing(demands, ground, result);
  sharing.put({result.throughput_down_mbit_s, &Demand::down_mbit_s, &CellFigures::offered_down_mbit_s, &CellFigures::carried_down_mbit_s,
               &CellFigures::needed_load_down, "downlink"});
  sharing.put({result.throughput_up_mbit_s, &Demand::up_mbit_s, &CellFigures::offered_up_mbit_s, &CellFigures::carried_up_mbit_s,
               &CellFigures::needed_load_up, "uplink"});
}

}  // namespace parktwin::radio
