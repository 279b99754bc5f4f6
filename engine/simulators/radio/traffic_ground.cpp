#include "engine/simulators/radio/traffic_ground.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/park/ground_holders.h"

namespace parktwin::radio {
namespace {

void add(Demand& sum, const Demand& demand) {
  sum.down_mbit_s += demand.down_mbit_s;
  sum.up_mbit_s += demand.up_mbit_s;
}

// The first that takes enterprise and element; else the entry behind the last.
std::size_t slice_of(const std::vector<NetworkSlice>& slices, const ConnectedAssets& assets) {
  const auto found = std::find_if(slices.begin(), slices.end(), [&](const NetworkSlice& slice) {
    const auto& whose = slice.enterprises;
    return (whose.empty() || std::find(whose.begin(), whose.end(), assets.enterprise) != whose.end()) &&
           (slice.element.empty() || slice.element == assets.element);
  });
  return static_cast<std::size_t>(found - slices.begin());
}

// By enterprise, only those with any.
std::map<std::size_t, EnterpriseTraffic> demands_of(const Park& park) {
  std::map<std::size_t, EnterpriseTraffic> demands;
  const auto& slices = park.network_slices->records();
  for (const auto& assets : *park.connected_assets) {
    if (assets.bearer != AssetBearer::nr) continue;
    const Demand demand{assets.count * assets.rate_down.value(), assets.count * assets.rate_up.value()};
    if (demand.down_mbit_s <= 0.0 && demand.up_mbit_s <= 0.0) continue;
    EnterpriseTraffic& traffic = demands[assets.enterprise.index()];
    traffic.enterprise = assets.enterprise;
    add(traffic.demand, demand);
    traffic.of_slice.resize(slices.size() + 1);
    add(traffic.of_slice[slice_of(slices, assets)], demand);
  }
  return demands;
}

// Roofs overlap as in the surface, parcels go to the first.
void put_ground(const Park& park, const Grid<SurfaceCell>& surface, const Grid<std::uint8_t>& place,
                std::map<std::size_t, EnterpriseTraffic>& demands) {
  const auto& buildings = park.buildings->records();
  for (std::size_t i = 0; i < surface.values.size(); ++i) {
    const std::int32_t building = surface.values[i].building;
    if (building == no_building || place.values[i] == static_cast<std::uint8_t>(Place::outside)) continue;
    const auto enterprise = buildings[static_cast<std::size_t>(building)].enterprise;
    if (!enterprise.valid()) continue;
    const auto found = demands.find(enterprise.index());
    if (found != demands.end()) found->second.ground.push_back(i);
  }
  const auto spreads_over = [&](const Parcel& parcel) {
    const auto found = parcel.enterprise.valid() ? demands.find(parcel.enterprise.index()) : demands.end();
    return found != demands.end() && found->second.ground.empty();
  };
  const auto& parcels = park.parcels->records();
  if (std::none_of(parcels.begin(), parcels.end(), spreads_over)) return;
  const auto holder = first_holders(surface.frame, *park.parcels, spreads_over);
  for (std::size_t i = 0; i < holder.size(); ++i) {
    if (holder[i] == held_by_none || place.values[i] == static_cast<std::uint8_t>(Place::outside)) continue;
    demands[parcels[static_cast<std::size_t>(holder[i])].enterprise.index()].ground.push_back(i);
  }
}

}  // namespace

std::vector<EnterpriseTraffic> enterprise_traffic(const Park& park, const Grid<SurfaceCell>& surface, const Grid<std::uint8_t>& place) {
  auto demands = demands_of(park);
  if (!demands.empty()) put_ground(park, surface, place, demands);
  std::vector<EnterpriseTraffic> result;
  for (auto& [enterprise, traffic] : demands) result.push_back(std::move(traffic));
  return result;
}

std::vector<std::vector<GroundPart>> ground_parts(std::span<const EnterpriseTraffic> traffic, const Grid<std::uint16_t>& best_server,
                                                  const Grid<float>& rate_mbit_s, std::size_t radio_cells) {
  std::vector<std::vector<GroundPart>> parts(radio_cells + 1);
  std::vector<double> sums_s_per_mbit(parts.size());  // of 1/rate within reach
  for (std::size_t k = 0; k < traffic.size(); ++k) {
    std::fill(sums_s_per_mbit.begin(), sums_s_per_mbit.end(), 0.0);
    for (const std::size_t i : traffic[k].ground) {
      const std::uint16_t server = best_server.values[i];
      const std::size_t at = server == no_server ? radio_cells : server;
      if (parts[at].empty() || parts[at].back().traffic != k) parts[at].push_back({.traffic = k});
      GroundPart& part = parts[at].back();
      if (server != no_server && rate_mbit_s.values[i] > 0.0F) {
        sums_s_per_mbit[at] += 1.0 / static_cast<double>(rate_mbit_s.values[i]);
        ++part.within_reach;
      } else {
        ++part.out_of_reach;
      }
    }
    for (std::size_t at = 0; at < radio_cells; ++at) {
      if (parts[at].empty() || parts[at].back().traffic != k || parts[at].back().within_reach == 0) continue;
      parts[at].back().full_rate_mbit_s = static_cast<double>(parts[at].back().within_reach) / sums_s_per_mbit[at];
    }
  }
  return parts;
}

}  // namespace parktwin::radio
