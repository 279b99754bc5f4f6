#include "engine/simulators/radio/reference/reference.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "engine/core/check.h"
#include "engine/core/parallel.h"

namespace parktwin::radio::reference {
namespace {

// Distinct points in a fixed order, so that each looks around once.
std::vector<Vector3> distinct_ends(std::span<const Link> links) {
  const auto order = [](Vector3 v) { return std::tuple(v.x, v.y, v.z); };
  std::vector<Vector3> points;
  for (const auto& link : links) {
    points.push_back(link.transmitter);
    points.push_back(link.receiver);
  }
  std::sort(points.begin(), points.end(), [&](Vector3 a, Vector3 b) { return order(a) < order(b); });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

double amplitude_of(const Path& path, const DepartureGain& gain) { return gain ? std::pow(10.0, 0.05 * gain(path.ray.departure)) : 1.0; }

double decibels(double power) { return 10.0 * std::log10(std::max(power, 1e-40)); }

LinkResult summed(std::vector<Path> paths, const Options& options, const DepartureGain& gain) {
  LinkResult result;
  if (paths.empty()) {
    result.reason = "No way was found: an end is inside the ground or a building.";
    result.power_gain_db = decibels(0.0);
    result.coherent_gain_db = result.power_gain_db;
    return result;
  }
  Complex field = 0.0;
  for (const auto& path : paths) {
    ++result.counts[static_cast<std::size_t>(path.kind)];
    field += path.ray.gain * amplitude_of(path, gain);
    result.line_of_sight = result.line_of_sight || path.kind == PathKind::direct;
    result.converged = result.converged || path.kind != PathKind::roof_string;
  }
  if (!result.converged) result.reason = "Only the string over the roofs between both ends was found.";
  result.strongest = paths.front().kind;
  result.coherent_gain_db = decibels(std::norm(field));
  result.power_gain_db = power_gain_db(paths, options.limits.frequency, gain);
  if (options.keep_paths) result.paths = std::move(paths);
  return result;
}

}  // namespace

Scene::Scene(const Terrain& terrain, std::span<const Building> buildings) : mesh_(make_park_mesh(terrain, buildings)), rays_(mesh_) {}

double power_gain_db(std::span<const Path> paths, Hertz frequency, const DepartureGain& gain) {
  PARKTWIN_CHECK(!paths.empty(), "no path to sum");
  const double half_wave_m = 0.5 * wavelength_m(frequency);
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return paths[a].ray.length_m < paths[b].ray.length_m; });
  double power = 0.0;
  for (std::size_t i = 0; i < order.size();) {
    const double shortest_m = paths[order[i]].ray.length_m;
    Complex field = 0.0;
    for (; i < order.size() && paths[order[i]].ray.length_m - shortest_m < half_wave_m; ++i) {
      field += paths[order[i]].ray.gain * amplitude_of(paths[order[i]], gain);
    }
    power += std::norm(field);
  }
  return decibels(power);
}

std::vector<LinkResult> trace_links(const Scene& scene, std::span<const Link> links, const Options& options,
                                    std::span<const DepartureGain> gains) {
  PARKTWIN_CHECK(gains.empty() || gains.size() == links.size(), "one departure gain per link, or none");
  const auto points = distinct_ends(links);
  std::vector<Surroundings> seen(points.size());
  parallel_for(points.size(),
               [&](std::size_t i) { seen[i] = look_around(scene.mesh(), scene.rays(), points[i], options.limits.neighbourhood); });
  const auto seen_from = [&](Vector3 point) -> const Surroundings& {
    const auto order = [](Vector3 v) { return std::tuple(v.x, v.y, v.z); };
    const auto found = std::lower_bound(points.begin(), points.end(), point, [&](Vector3 a, Vector3 b) { return order(a) < order(b); });
    return seen[static_cast<std::size_t>(found - points.begin())];
  };
  std::vector<LinkResult> results(links.size());
  parallel_for(links.size(), [&](std::size_t i) {
    const Link& link = links[i];
    PARKTWIN_CHECK(length(link.receiver - link.transmitter) > 1.0, "ends of a link must be further apart than 1 m");
    const EndSights sights{seen_from(link.transmitter), seen_from(link.receiver)};
    auto paths = find_paths(scene.mesh(), scene.rays(), link, sights, options.limits);
    results[i] = summed(std::move(paths), options, gains.empty() ? DepartureGain{} : gains[i]);
  });
  return results;
}

}  // namespace parktwin::radio::reference
