#include "engine/simulators/cloud/data_centre/data_centre.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/simulators/cloud/data_centre/cooling.h"

namespace parktwin::cloud::data_centre {
namespace {

constexpr double mild_outdoors_c = 15.0;  ///< stands for the weather of a park that has none
constexpr std::size_t hours_per_day = 24;

bool is_busy(std::size_t hour_of_day) { return hour_of_day >= 8 && hour_of_day < 20; }

/// ⌈p n⌉-th smallest.
template <class T>
T nearest_rank(const std::vector<T>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()) - 1e-9));
  return sorted[std::min(std::max<std::size_t>(rank, 1), sorted.size()) - 1];
}

struct Year {
  double peak_kw = 0.0;
  double energy_mwh = 0.0;
  double pue = 0.0;
  double pue_least = std::numeric_limits<double>::infinity();
  double pue_most = 0.0;
};

struct Hour {
  double servers_kw = 0.0;
  double all_kw = 0.0;
};

Hour hour_of(const DataCentre& centre, double employees, const Weather& weather, const Options& options, std::size_t hour) {
  const double utilisation = options.busy_utilisation * (is_busy(hour % hours_per_day) ? 1.0 : options.night_share);
  const double servers = servers_power_kw(centre, employees, utilisation, options);
  const double outdoors = weather.empty() ? mild_outdoors_c : weather.temperature_c[hour];
  return {servers, total_power_kw(centre, servers, outdoors, options)};
}

/// A year of hours with constant workloads.
Year year_of(const DataCentre& centre, double employees, const Weather& weather, const Options& options) {
  Year year;
  double servers_kwh = 0.0;
  double all_kwh = 0.0;
  for (std::size_t hour = 0; hour < hours_per_year; ++hour) {
    const auto [servers, all] = hour_of(centre, employees, weather, options, hour);
    servers_kwh += servers;
    all_kwh += all;
    year.peak_kw = std::max(year.peak_kw, all);
    if (servers > 0.0) {
      year.pue_least = std::min(year.pue_least, all / servers);
      year.pue_most = std::max(year.pue_most, all / servers);
    }
  }
  year.energy_mwh = 1e-3 * all_kwh;
  if (servers_kwh > 0.0) {
    year.pue = all_kwh / servers_kwh;
  } else {
    year.pue_least = 0.0;
  }
  return year;
}

/// Hosted employees of one centre, workloads grown.
class Load {
 public:
  Load(const HostedEmployees& hosted, double share, double growth_per_year)
      : hosted_(hosted), share_(share), growth_per_year_(growth_per_year) {}

  [[nodiscard]] double at(std::size_t month, std::size_t replica) const {
    return share_ * std::pow(1.0 + growth_per_year_, static_cast<double>(month) / 12.0) *
           hosted_.employees[month * hosted_.replicas + replica];
  }
  [[nodiscard]] double today() const { return hosted_.months() == 0 ? 0.0 : at(0, 0); }
  [[nodiscard]] std::vector<double> at_horizon_sorted() const {
    std::vector<double> all;
    for (std::size_t r = 0; r < hosted_.replicas; ++r) all.push_back(at(hosted_.months() - 1, r));
    if (all.empty()) all.push_back(0.0);
    std::sort(all.begin(), all.end());
    return all;
  }
  /// First month in which `exceeds` is true of the load, per replica, sorted; never: beyond the horizon.
  template <class Exceeds>
  [[nodiscard]] std::vector<std::int32_t> first_months(const Exceeds& exceeds) const {
    std::vector<std::int32_t> first(std::max<std::size_t>(1, hosted_.replicas), never);
    for (std::size_t r = 0; r < hosted_.replicas; ++r) {
      for (std::size_t month = 0; month < hosted_.months() && first[r] == never; ++month) {
        if (exceeds(at(month, r))) first[r] = static_cast<std::int32_t>(month);
      }
    }
    std::sort(first.begin(), first.end());
    return first;
  }

  static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

 private:
  const HostedEmployees& hosted_;
  double share_;
  double growth_per_year_;
};

std::optional<std::int32_t> reached(std::int32_t month) { return month == Load::never ? std::nullopt : std::optional<std::int32_t>(month); }

ResourceFigures resource_figures(const Park& park, Id<DataCentre> id, Resource resource, const Load& load, const Options& options) {
  const DataCentre& centre = (*park.data_centres)[id];
  const auto demand = [&](double employees) { return demand_for(centre, resource, employees, options); };
  const auto horizon = load.at_horizon_sorted();
  ResourceFigures figures;
  figures.centre = id;
  figures.resource = resource;
  figures.unit = unit_of(resource);
  figures.capacity = capacity_of(park, centre, resource);
  figures.demand_today = demand(load.today());
  figures.demand_p50 = demand(nearest_rank(horizon, 0.5));
  figures.demand_p90 = demand(nearest_rank(horizon, 0.9));
  const auto first = load.first_months([&](double employees) { return demand(employees) > figures.capacity; });
  const auto late = std::lower_bound(first.begin(), first.end(), Load::never);
  figures.runs_out_probability = static_cast<double>(late - first.begin()) / static_cast<double>(first.size());
  figures.runs_out_months_p10 = reached(nearest_rank(first, 0.1));
  figures.runs_out_months_p50 = reached(nearest_rank(first, 0.5));
  return figures;
}

CentreFigures centre_figures(const Park& park, Id<DataCentre> id, const Load& load, const Options& options) {
  const DataCentre& centre = (*park.data_centres)[id];
  const double later = nearest_rank(load.at_horizon_sorted(), 0.5);
  const Year now = year_of(centre, load.today(), *park.weather, options);
  const Year then = year_of(centre, later, *park.weather, options);
  CentreFigures figures;
  figures.centre = id;
  figures.in_operation = true;
  figures.node = centre.node;
  figures.bus = centre.bus;
  figures.employees_today = load.today();
  figures.power_today_kw = now.peak_kw;
  figures.power_horizon_kw = then.peak_kw;
  figures.energy_today_mwh = now.energy_mwh;
  figures.energy_horizon_mwh = then.energy_mwh;
  figures.pue_today = now.pue;
  figures.pue_horizon = then.pue;
  figures.pue_least = now.pue_least;
  figures.pue_most = now.pue_most;
  figures.traffic_today_mbps = demand_for(centre, Resource::uplink, load.today(), options);
  figures.traffic_horizon_mbps = demand_for(centre, Resource::uplink, later, options);
  return figures;
}

void note_place(const Park& park, const DataCentre& centre, std::vector<Note>& notes) {
  const std::string place = "data centre " + centre.id;
  if (!centre.bus.valid()) notes.push_back({NoteKind::warning, place, "No bus feeds it; its power belongs to no place of the grid."});
  if (!centre.node.valid()) {
    notes.push_back({NoteKind::warning, place, "It hangs on no node; its traffic enters the network nowhere."});
  } else if (!(*park.network_nodes)[centre.node].operational) {
    notes.push_back({NoteKind::warning, place, "Its network node is out of operation; its traffic reaches nobody."});
  }
}

}  // namespace

std::vector<double> hourly_power_kw(const DataCentre& centre, double employees, const Weather& weather, const Options& options) {
  std::vector<double> power(hours_per_year);
  for (std::size_t hour = 0; hour < power.size(); ++hour) power[hour] = hour_of(centre, employees, weather, options, hour).all_kw;
  return power;
}

Result simulate(const Park& park, const Options& options, const HostedEmployees& hosted) {
  Result result;
  double cores = 0.0;
  for (const auto& centre : *park.data_centres) cores += centre.operational ? capacity_of(park, centre, Resource::cores) : 0.0;
  for (std::size_t k = 0; k < park.data_centres->size(); ++k) {
    const Id<DataCentre> id(k);
    const DataCentre& centre = (*park.data_centres)[id];
    if (!centre.operational) {
      CentreFigures idle;
      idle.centre = id;
      result.centres.push_back(idle);
      continue;
    }
    const double share = cores > 0.0 ? capacity_of(park, centre, Resource::cores) / cores : 0.0;
    const Load load(hosted, share, options.growth_per_year);
    result.centres.push_back(centre_figures(park, id, load, options));
    for (const auto& [resource, name] : names_of(Resource{})) {
      result.resources.push_back(resource_figures(park, id, resource, load, options));
    }
    note_place(park, centre, result.notes);
  }
  if (result.resources.empty()) return result;
  result.notes.push_back(
      {NoteKind::assumption, "data centres",
       fmt::format("Workloads are assumed, not measured: {:g} virtual cores per employee at the deepest level, {:g} of the "
                   "public-cloud workloads hosted in the park, growing by {:g} a year.",
                   options.virtual_cores_per_employee, options.hosted_share, options.growth_per_year)});
  if (park.weather->empty()) {
    result.notes.push_back({NoteKind::warning, "data centres", "The park has no weather; cooling is that of 15 degrees all year."});
  }
  return result;
}

}  // namespace parktwin::cloud::data_centre
