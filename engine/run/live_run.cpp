#include "engine/run/live_run.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/run/cloud_access.h"
#include "engine/run/communication_loads.h"
#include "engine/run/data_centre_loads.h"
#include "engine/run/simulator_keys.h"
#include "engine/simulators/energy/energy.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/wired/live_network.h"

namespace parktwin {
namespace {

using EquipmentLoads = std::vector<energy::loads::EquipmentLoad>;

bool same(const EquipmentLoads& a, const EquipmentLoads& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.name == other.name && one.bus == other.bus && one.kw == other.kw && one.hours_kw == other.hours_kw;
  });
}

/// Of what a map or a network keeps for as long as it lives.
template <class Options>
ContentHash setting_of(const Options& options, std::uint64_t seed) {
  Hasher hasher;
  hasher.add(options);
  hasher.add(seed);
  return hasher.digest();
}

radio::Extent radio_extent(RunExtent extent) {
  if (extent == RunExtent::coverage) return radio::Extent::levels;
  return extent == RunExtent::judged ? radio::Extent::judged : radio::Extent::whole;
}

}  // namespace

struct LiveRun::Memory {
  radio::GeometryCache own_geometries;
  ContentHash wired, radio, traffic, bridges, energy, cloud, services;  // keys of what the results hold
  ContentHash network_setting, map_setting;
  std::optional<wired::LiveNetwork> network;
  std::optional<radio::LiveMap> map;
  std::vector<std::uint8_t> connected;
  EquipmentLoads loads;
  std::vector<double> access;
};

LiveRun::LiveRun(energy::Tables tables, radio::GeometryCache* geometries, RunExtent extent)
    : tables_(std::move(tables)), geometries_(geometries), extent_(extent), memory_(std::make_unique<Memory>()) {}

LiveRun::~LiveRun() = default;

const Results& LiveRun::update(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
                               const retrofit::Baseline* baseline) {
  simulated_.clear();
  try {
    follow(park, options, seed, progress, baseline);
  } catch (...) {
    memory_ = std::make_unique<Memory>();
    results_ = {};
    throw;
  }
  return results_;
}

Results LiveRun::take_results() {
  memory_ = std::make_unique<Memory>();
  return std::exchange(results_, {});
}

bool LiveRun::is_due(std::string_view simulator, ContentHash& known, const ContentHash& key, bool input_changed) {
  if (known == key && !input_changed) return false;
  known = key;
  simulated_.push_back(simulator);
  return true;
}

bool LiveRun::follow_wired(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress) {
  if (!is_due("wired", memory_->wired, keys::wired(park, options, seed), false)) return false;
  progress.begin("wired network", 1);
  const ContentHash setting = setting_of(options.wired, seed);
  if (memory_->network && std::exchange(memory_->network_setting, setting) == setting) {
    memory_->network->update(park);
  } else {
    memory_->network_setting = setting;
    memory_->network.emplace(park, options.wired, seed);
  }
  results_.wired = memory_->network->take_result();
  progress.advance();
  return true;
}

bool LiveRun::follow_radio(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress) {
  auto connected = retrofit::connected_sites(results_.wired.topology);
  const bool other_sites = connected != memory_->connected;
  memory_->connected = std::move(connected);
  if (!is_due("radio", memory_->radio, keys::radio(park, options, seed), other_sites)) return false;
  const ContentHash setting = setting_of(options.radio, seed);
  auto& map = memory_->map;
  if (map && std::exchange(memory_->map_setting, setting) == setting) {
    map->put_back(std::move(results_.radio));
    map->update(park, memory_->connected, progress);
  } else {
    memory_->map_setting = setting;
    results_.radio = {};
    auto& geometries = geometries_ == nullptr ? memory_->own_geometries : *geometries_;
    map.emplace(park, options.radio, memory_->connected, seed, geometries, progress, radio_extent(extent_));
  }
  results_.radio = map->take_result();
  return true;
}

void LiveRun::follow_cloud(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress) {
  const auto access = cloud_access(park, results_.wired.topology);
  const bool other_access = access.of_enterprise != std::exchange(memory_->access, access.of_enterprise);
  if (!is_due("cloud", memory_->cloud, keys::cloud(park, options, seed), other_access)) return;
  progress.begin("cloud", 1);
  results_.cloud = cloud::simulate(park, options.cloud, access, seed);
  progress.advance();
}

void LiveRun::follow_energy(const Park& park, const SimulationOptions& options, Progress& progress) {
  EquipmentLoads loads = communication_loads(park, results_.radio);
  DataCentreLoads centres = data_centre_loads(park, results_.cloud.data_centre, options.cloud.data_centre);
  loads.insert(loads.end(), centres.loads.begin(), centres.loads.end());
  const bool other_loads = !same(loads, std::exchange(memory_->loads, loads));
  if (!is_due("energy", memory_->energy, keys::energy(park, options), other_loads)) return;
  progress.begin("energy", 1);
  results_.energy = energy::simulate(park, options.energy, tables_, loads);
  results_.energy.notes.insert(results_.energy.notes.end(), centres.notes.begin(), centres.notes.end());
  progress.advance();
}

// The order of the simulators.
void LiveRun::follow(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
                     const retrofit::Baseline* baseline) {
  Memory& memory = *memory_;
  const bool other_wires = follow_wired(park, options, seed, progress);
  if (extent_ == RunExtent::coverage) {
    static_cast<void>(follow_radio(park, options, seed, progress));
    return;
  }
  follow_cloud(park, options, seed, progress);
  retrofit::BeforeAndAfter retrofit(baseline, park, options, seed);
  radio::GeometryCache* geometries = geometries_ == nullptr ? &memory.own_geometries : geometries_;
  retrofit.before_radio(results_.wired.topology, progress, geometries);
  const bool other_map = follow_radio(park, options, seed, progress);
  const auto inputs = retrofit::network_inputs(park, options, results_.radio);
  if (is_due("traffic", memory.traffic, keys::traffic(park, options), other_map)) {
    progress.begin("traffic", 1);
    results_.traffic = wired::traffic::simulate(park, options.traffic, inputs.access, inputs.hosted);
    progress.advance();
  }
  if (is_due("bridges", memory.bridges, keys::bridges(park, options), other_map || other_wires)) {
    results_.bridges = wired::tsn::bridge::simulate(park, options.bridges, results_.wired.tsn, inputs.ends);
  }
  progress.begin("retrofit", 1);
  results_.retrofit = retrofit.compare(results_, inputs);
  progress.advance();
  results_.needs = needs::judge(park, results_.wired, results_.radio, results_.traffic, results_.cloud.data_centre);
  follow_energy(park, options, progress);
  if (is_due("services", memory.services, keys::services(park, options, seed), false)) {
    progress.begin("services", 1);
    results_.services = services::simulate(park, options.services, seed);
    progress.advance();
  }
}

}  // namespace parktwin
