#include "engine/plan/radio/tuning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace parktwin::plan {
namespace {

constexpr std::array<double, 4> tilt_steps_deg = {-2.0, 2.0, -4.0, 4.0};
constexpr std::array<double, 2> azimuth_steps_deg = {-20.0, 20.0};
constexpr double least_tilt_deg = 0.0;
constexpr double greatest_tilt_deg = 14.0;

std::vector<Sector> neighbours(const Sector& sector) {
  std::vector<Sector> others;
  for (const double step : tilt_steps_deg) {
    const double tilt = sector.downtilt_deg + step;
    if (tilt >= least_tilt_deg && tilt <= greatest_tilt_deg) others.push_back({sector.azimuth_deg, tilt});
  }
  for (const double step : azimuth_steps_deg) {
    others.push_back({std::fmod(sector.azimuth_deg + step + 360.0, 360.0), sector.downtilt_deg});
  }
  return others;
}

}  // namespace

double turn_sectors(std::vector<PlannedSite>& sites, Air& air, const std::vector<RadioDemand>& demands, double margin_share, int rounds,
                    Progress& progress) {
  double missing = shortfall(demands, air.with(sites), margin_share);
  for (int round = 0; round < rounds && missing > 0.0; ++round) {
    progress.begin("turning sectors", sites.size());
    bool changed = false;
    for (std::size_t i = 0; i < sites.size() && missing > 0.0; ++i) {
      for (std::size_t k = 0; k < sectors && missing > 0.0; ++k) {
        Sector best = sites[i].sector[k];
        for (const Sector& other : neighbours(best)) {
          sites[i].sector[k] = other;
          const double with_other = shortfall(demands, air.with(sites), margin_share);
          if (with_other >= missing) continue;
          missing = with_other;
          best = other;
          changed = true;
        }
        sites[i].sector[k] = best;
      }
      progress.advance();
    }
    if (!changed) break;
  }
  return missing;
}

void drop_superfluous_sites(std::vector<PlannedSite>& sites, std::vector<double>& costs, Air& air, const std::vector<RadioDemand>& demands,
                            double margin_share, Progress& progress) {
  std::vector<std::size_t> order(sites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
  std::vector<std::uint8_t> stays(sites.size(), 1);
  progress.begin("leaving sites out", sites.size());
  for (const std::size_t candidate : order) {
    stays[candidate] = 0;
    std::vector<PlannedSite> rest;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      if (stays[i] != 0) rest.push_back(sites[i]);
    }
    if (shortfall(demands, air.with(rest), margin_share) > 0.0) stays[candidate] = 1;
    progress.advance();
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (stays[i] == 0) continue;
    sites[kept] = sites[i];
    costs[kept++] = costs[i];
  }
  sites.resize(kept);
  costs.resize(kept);
}

}  // namespace parktwin::plan
