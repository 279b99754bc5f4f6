#include "engine/plan/centres/centres_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace parktwin::plan {
namespace {

using cloud::data_centre::capacity_of;
using cloud::data_centre::demand_for;
using cloud::data_centre::Options;
using cloud::data_centre::Resource;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double hundredth = 0.01;
constexpr double rounding = 1e-9;
constexpr double highest_medium_voltage_kv = 20.0;

double rounded_up(double value, double to) { return std::ceil(value / to - rounding) * to; }

double cores_of(const Park& park, const std::vector<DataCentre>& centres) {
  double cores = 0.0;
  for (const auto& centre : centres) cores += capacity_of(park, centre, Resource::cores);
  return cores;
}

class Extension {
 public:
  Extension(const Park& park, const std::vector<DataCentre>& centres, double employees, const Options& options, const CentrePrices& prices)
      : park_(park), centres_(centres), employees_(employees), options_(options), prices_(prices) {}

  /// What must go with that many servers in each, or nothing where cores or memory do not suffice.
  [[nodiscard]] CentresPlan with(const std::vector<std::int32_t>& servers) const {
    std::vector<DataCentre> built = centres_;
    for (std::size_t k = 0; k < built.size(); ++k) built[k].servers = servers[k];
    const double cores = cores_of(park_, built);
    CentresPlan plan;
    if (!(cores > 0.0)) return plan;
    for (std::size_t k = 0; k < built.size(); ++k) {
      const DataCentre& centre = built[k];
      const double hosted = employees_ * capacity_of(park_, centre, Resource::cores) / cores;
      const auto lacks = [&](Resource resource) {
        return demand_for(centre, resource, hosted, options_) > capacity_of(park_, centre, resource) * (1.0 + rounding);
      };
      if (lacks(Resource::cores) || lacks(Resource::memory)) return {};
      CentreSizes sizes{centre.servers, centre.racks, centre.storage_tb, std::nullopt};
      if (lacks(Resource::rack_power)) {
        if (!(centre.rack_power.value() > 0.0)) return {};
        sizes.racks = static_cast<std::int32_t>(
            std::ceil(demand_for(centre, Resource::rack_power, hosted, options_) / centre.rack_power.value() - rounding));
      }
      if (lacks(Resource::storage)) sizes.storage_tb = rounded_up(demand_for(centre, Resource::storage, hosted, options_), hundredth);
      if (lacks(Resource::uplink)) sizes.uplink_mbps = rounded_up(demand_for(centre, Resource::uplink, hosted, options_), 1.0);
      plan.cost_cny += cost(centres_[k], sizes);
      plan.sizes.push_back(sizes);
    }
    plan.found = true;
    return plan;
  }

  [[nodiscard]] double cost(const DataCentre& before, const CentreSizes& sizes) const {
    return prices_.server_cny * (sizes.servers - before.servers) + prices_.rack_cny * (sizes.racks - before.racks) +
           prices_.storage_cny_per_tb * (sizes.storage_tb - before.storage_tb) + (sizes.uplink_mbps ? prices_.uplink_cny : 0.0);
  }

  /// Servers of centre k with which it alone brings what all lack; none where that takes more than the table allows.
  [[nodiscard]] std::optional<std::int32_t> enough_alone(std::size_t k) const {
    constexpr std::int32_t most = 1000000;
    std::vector<std::int32_t> servers = as_it_is();
    const std::int32_t first = servers[k];
    for (std::int64_t more = 1; !with(servers).found; more *= 2) {
      if (first + more > most) return std::nullopt;
      servers[k] = first + static_cast<std::int32_t>(more);
    }
    std::int32_t low = first;
    std::int32_t high = servers[k];
    while (low < high) {
      servers[k] = low + (high - low) / 2;
      if (with(servers).found) {
        high = servers[k];
      } else {
        low = servers[k] + 1;
      }
    }
    return high;
  }

  [[nodiscard]] std::vector<std::int32_t> as_it_is() const {
    std::vector<std::int32_t> servers;
    for (const auto& centre : centres_) servers.push_back(centre.servers);
    return servers;
  }

 private:
  const Park& park_;
  const std::vector<DataCentre>& centres_;
  double employees_;
  const Options& options_;
  const CentrePrices& prices_;
};

void take_cheaper(CentresPlan plan, CentresPlan& best) {
  if (plan.found && (!best.found || plan.cost_cny < best.cost_cny)) best = std::move(plan);
}

/// All numbers of servers from `least` to `most`, as an odometer.
CentresPlan cheapest_of_all(const Extension& extension, const std::vector<std::int32_t>& least, const std::vector<std::int32_t>& most) {
  CentresPlan best;
  std::vector<std::int32_t> servers = least;
  while (true) {
    take_cheaper(extension.with(servers), best);
    std::size_t k = 0;
    while (k < servers.size() && servers[k] == most[k]) {
      servers[k] = least[k];
      ++k;
    }
    if (k == servers.size()) return best;
    ++servers[k];
  }
}

}  // namespace

CentresPlan extend_centres(const Park& park, const std::vector<DataCentre>& centres, double employees, const Options& options,
                           const CentrePrices& prices, std::int64_t most_numbers) {
  const Extension extension(park, centres, employees, options, prices);
  const auto least = extension.as_it_is();
  std::vector<std::int32_t> most = least;
  double numbers = 1.0;
  CentresPlan best;
  for (std::size_t k = 0; k < centres.size(); ++k) {
    const auto enough = extension.enough_alone(k);
    if (!enough) continue;
    most[k] = *enough;
    auto alone = least;
    alone[k] = *enough;
    take_cheaper(extension.with(alone), best);
  }
  if (!best.found) {
    best.reason_en = "no number of servers suffices: cores or memory of a server, or the power of a rack, are too small";
    best.reason_zh = "增加服务器无法满足：单台核数、内存或机架功率过小";
    return best;
  }
  for (std::size_t k = 0; k < centres.size(); ++k) {
    // Beyond what suffices alone a server may still save storage elsewhere, up to what the servers themselves cost.
    if (prices.server_cny > 0.0)
      most[k] = std::max(most[k], least[k] + static_cast<std::int32_t>(std::min(1e6, best.cost_cny / prices.server_cny)));
    numbers *= static_cast<double>(most[k] - least[k] + 1);
  }
  if (numbers <= static_cast<double>(most_numbers)) {
    take_cheaper(cheapest_of_all(extension, least, most), best);
    best.bound_cny = best.cost_cny;
    return best;
  }
  double most_cores = 0.0;
  for (const auto& centre : centres) most_cores = std::max(most_cores, centre.cores_per_server * centre.virtual_cores_per_core);
  const double missing = demand_for(centres.front(), Resource::cores, employees, options) - cores_of(park, centres);
  best.bound_cny = std::min(best.cost_cny, prices.server_cny * std::max(0.0, std::ceil(missing / most_cores - rounding)));
  return best;
}

bool carry(const Park& park, const std::vector<DataCentre>& centres, double employees, const Options& options) {
  const double cores = cores_of(park, centres);
  if (!(cores > 0.0)) return false;
  return std::all_of(centres.begin(), centres.end(), [&](const DataCentre& centre) {
    const double hosted = employees * capacity_of(park, centre, Resource::cores) / cores;
    const auto resources = names_of(Resource{});
    return std::all_of(resources.begin(), resources.end(), [&](const auto& named) {
      return demand_for(centre, named.value, hosted, options) <= capacity_of(park, centre, named.value) * (1.0 + rounding);
    });
  });
}

DataCentre sized(DataCentre centre, const CentreSizes& sizes) {
  centre.servers = sizes.servers;
  centre.racks = sizes.racks;
  centre.storage_tb = sizes.storage_tb;
  if (sizes.uplink_mbps) centre.uplink = MegabitsPerSecond(*sizes.uplink_mbps);
  return centre;
}

double hosted_employees_of(const Park& park, const cloud::data_centre::Result& result, const Options& options, HostedAt at) {
  double employees = 0.0;
  for (const auto& centre : result.centres) {
    double of_centre = centre.employees_today;
    for (const auto& figures : result.resources) {
      if (figures.centre != centre.centre || figures.resource == Resource::rack_power) continue;
      const double each = demand_for((*park.data_centres)[figures.centre], figures.resource, 1.0, options);
      const double later = at == HostedAt::median ? figures.demand_p50 : figures.demand_p90;
      if (at != HostedAt::today && each > 0.0) of_centre = std::max(of_centre, later / each);
    }
    employees += of_centre;
  }
  return employees;
}

std::optional<DataCentre> first_centre(const Park& park, double employees, const Options& options) {
  DataCentre made;
  made.rack_power = Kilowatts(8.0);
  const double wanted = demand_for(made, Resource::uplink, employees, options);
  double best = -1.0;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = (*park.network_nodes)[Id<NetworkNode>(i)];
    if (!node.operational || (node.kind != NodeKind::core_router && node.kind != NodeKind::aggregation_switch)) continue;
    DataCentre here = made;
    here.node = Id<NetworkNode>(i);
    const double carried = std::min(wanted, cloud::data_centre::uplink_mbps(park, here));
    if (carried > best) {
      best = carried;
      made.node = here.node;
    }
  }
  if (!made.node.valid()) return std::nullopt;
  const Point place = (*park.network_nodes)[made.node].position;
  double nearest = infinite;
  for (std::size_t i = 0; i < park.buses->size(); ++i) {
    const Bus& bus = (*park.buses)[Id<Bus>(i)];
    const double away = std::hypot(bus.position.x - place.x, bus.position.y - place.y);
    if (bus.nominal_voltage.value() > highest_medium_voltage_kv || away >= nearest) continue;
    nearest = away;
    made.bus = Id<Bus>(i);
  }
  return made;
}

}  // namespace parktwin::plan
