#include "engine/simulators/radio/live_map.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "engine/simulators/radio/cell_figures.h"
#include "engine/simulators/radio/cell_traffic.h"
#include "engine/simulators/radio/inventory_notes.h"
#include "engine/simulators/radio/link_maps.h"
#include "engine/simulators/radio/location_shares.h"
#include "engine/simulators/radio/map_answers.h"
#include "engine/simulators/radio/mast_geometry.h"
#include "engine/simulators/radio/overlap_map.h"
#include "engine/simulators/radio/plant_figures.h"
#include "engine/simulators/radio/reference_grading.h"
#include "engine/simulators/radio/traffic_loads.h"
#include "engine/simulators/radio/validity.h"
#include "engine/simulators/radio/wifi_map.h"

namespace parktwin::radio {
namespace {

// The land as a whole: what is neither an antenna nor a carrier.
ContentHash ground_hash(const Park& park, const Options& options) {
  Hasher hasher;
  hasher.add(park.site->boundary);
  hasher.add(park.terrain);
  hasher.add(park.buildings);
  hasher.add(park.trees);
  hasher.add(options.resolution.value());
  return hasher.digest();
}

Result empty_result(const GridFrame& frame) {
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  Result result;
  result.rsrp_dbm = Grid<float>(frame, nothing);
  result.sinr_db = Grid<float>(frame, nothing);
  result.best_server = Grid<std::uint16_t>(frame, no_server);
  result.line_of_sight = Grid<std::uint8_t>(frame);
  result.place = Grid<std::uint8_t>(frame);
  result.shadowing_deviation_db = Grid<float>(frame, nothing);
  return result;
}

void mark_places(const MultiPolygon& boundary, const Grid<SurfaceCell>& surface, Grid<std::uint8_t>& place) {
  for_each_run(surface.frame, boundary, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
    for (std::size_t i = surface.frame.index(begin, row); i < surface.frame.index(end, row); ++i) {
      place.values[i] = static_cast<std::uint8_t>(surface.values[i].building == no_building ? Place::outdoor : Place::indoor);
    }
  });
}

std::vector<Note> notes_about(const Park& park, const Options& options, const Transmitters& transmitters, const GridFrame& frame) {
  std::vector<Note> notes = transmitters.notes;
  for (auto& note : inventory_notes(park, options, transmitters, frame)) notes.push_back(std::move(note));
  for (auto& note : validity_notes(park, options, transmitters)) notes.push_back(std::move(note));
  return notes;
}

// A radio cell's place in a scene; its index in the table is the key by which two scenes are compared.
struct Slot {
  std::size_t mast = no_mast;
  std::size_t transmitter = 0;
};

std::vector<Slot> slots_of(const Scene& scene, std::size_t count) {
  std::vector<Slot> slots(count);
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const auto& transmitters = scene.transmitters.masts[mast].transmitters;
    for (std::size_t i = 0; i < transmitters.size(); ++i) slots[transmitters[i].cell] = {mast, i};
  }
  return slots;
}

bool is_same_place(const Scene& a, std::size_t in_a, const Scene& b, std::size_t in_b) {
  return a.geometries[in_a] == b.geometries[in_b] && a.transmitters.masts[in_a].environment == b.transmitters.masts[in_b].environment;
}

// Same levels and same load on the same carrier. Frequencies and carriers are listed alike in both scenes.
bool is_same(const Scene& a, const Slot& in_a, const Scene& b, const Slot& in_b) {
  if (in_a.mast == no_mast || in_b.mast == no_mast || !is_same_place(a, in_a.mast, b, in_b.mast)) return false;
  const Transmitter& one = a.transmitters.masts[in_a.mast].transmitters[in_a.transmitter];
  const Transmitter& other = b.transmitters.masts[in_b.mast].transmitters[in_b.transmitter];
  return one.carrier == other.carrier && one.frequency == other.frequency &&
         a.transmitters.patterns[one.pattern] == b.transmitters.patterns[other.pattern] && one.law == other.law &&
         one.orientation == other.orientation && one.peak_dbm == other.peak_dbm && one.load == other.load && one.serves == other.serves;
}

// A mast of one scene and the mast of the other that shares a radio cell with it count together: what ranks below a cell is always of
// another mast.
Replacement replacement_between(const Scene& before, const Scene& after) {
  const std::size_t cells = std::max(before.load_of_cell.size(), after.load_of_cell.size());
  const auto old_slots = slots_of(before, cells);
  const auto new_slots = slots_of(after, cells);
  Replacement result;
  result.stays.resize(cells);
  std::vector<std::uint8_t> old_touched(before.transmitters.masts.size());
  std::vector<std::uint8_t> new_touched(after.transmitters.masts.size());
  for (std::size_t i = 0; i < cells; ++i) {
    result.stays[i] = is_same(before, old_slots[i], after, new_slots[i]) ? 1 : 0;
    if (result.stays[i] != 0) continue;
    if (old_slots[i].mast != no_mast) old_touched[old_slots[i].mast] = 1;
    if (new_slots[i].mast != no_mast) new_touched[new_slots[i].mast] = 1;
  }
  for (bool grows = true; grows;) {
    grows = false;
    for (std::size_t i = 0; i < cells; ++i) {
      if (result.stays[i] == 0 || old_touched[old_slots[i].mast] == new_touched[new_slots[i].mast]) continue;
      old_touched[old_slots[i].mast] = new_touched[new_slots[i].mast] = 1;
      grows = true;
    }
  }
  std::vector<std::uint8_t> paired(new_touched.size());
  for (std::size_t mast = 0; mast < old_touched.size(); ++mast) {
    if (old_touched[mast] == 0) continue;
    Replacement::MastPair pair{.before = mast, .after = no_mast, .same_place = false};
    for (std::size_t other = 0; other < new_touched.size() && pair.after == no_mast; ++other) {
      if (new_touched[other] != 0 && paired[other] == 0 && is_same_place(before, mast, after, other)) pair.after = other;
    }
    pair.same_place = pair.after != no_mast;
    if (pair.same_place) paired[pair.after] = 1;
    result.masts.push_back(pair);
  }
  for (std::size_t mast = 0; mast < new_touched.size(); ++mast) {
    if (new_touched[mast] != 0 && paired[mast] == 0) result.masts.push_back({.before = no_mast, .after = mast, .same_place = false});
  }
  return result;
}

}  // namespace

LiveMap::LiveMap(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed,
                 GeometryCache& cache, Progress& progress, Extent extent)
    : options_(options), seed_(seed), cache_(cache), extent_(extent) {
  begin(park, site_connected, progress);
}

void LiveMap::begin(const Park& park, std::span<const std::uint8_t> site_connected, Progress& progress) {
  PARKTWIN_CHECK(site_connected.size() == park.radio_sites->size(), "one backhaul state per radio site");
  PARKTWIN_CHECK(park.radio_cells->size() < no_server, "more radio cells than a map can name");
  PARKTWIN_CHECK(options_.resolution > Metres(0.0) && options_.maximum_distance > Metres(0.0), "resolution and distance must be positive");
  const auto former_obstacles = std::move(obstacles_);
  const auto former_keys = std::move(ground_keys_);
  park_ = park;
  connected_.assign(site_connected.begin(), site_connected.end());
  ground_ = ground_hash(park, options_);
  obstacles_ = std::make_shared<const Obstacles>(make_obstacles(park, map_frame(park, options_)));
  ground_keys_ = std::make_unique<const GroundKeys>(park, *obstacles_);
  result_ = empty_result(obstacles_->surface.frame);
  wifi_of_ = {};
  mark_places(park.site->boundary, obstacles_->surface, result_.place);
  auto transmitters = list_transmitters(park, obstacles_->surface, site_connected, options_.receiver_height, patterns_,
                                        options_.network_operator, site_law_of(options_));
  result_.notes = notes_about(park, options_, transmitters, obstacles_->surface.frame);
  scene_ = std::make_unique<Scene>(make_scene(park, options_, *obstacles_, std::move(transmitters), seed_, nullptr));
  map_ = std::make_unique<CoverageMap>(result_.place, scene_->transmitters.carriers.size());
  progress.begin("radio coverage", scene_->transmitters.masts.size() + map_->chunks());
  const bool follows = former_obstacles != nullptr && former_keys != nullptr;
  const std::optional<Land> former = follows ? std::optional<Land>({*former_obstacles, *former_keys}) : std::nullopt;
  put_geometries(*scene_, *ground_keys_, cache_, progress, former ? &*former : nullptr);
  map_->evaluate(*scene_, progress);
  map_->finish(*scene_, result_);
  counted_ = false;
}

bool LiveMap::can_follow(const Park& park, const Transmitters& transmitters) const {
  return !options_.shadow_fading && transmitters.carriers == scene_->transmitters.carriers &&
         transmitters.frequencies == scene_->transmitters.frequencies && ground_hash(park, options_) == ground_;
}

void LiveMap::update(const Park& park, std::span<const std::uint8_t> site_connected, Progress& progress) {
  PARKTWIN_CHECK(site_connected.size() == park.radio_sites->size(), "one backhaul state per radio site");
  PARKTWIN_CHECK(park.radio_cells->size() < no_server, "more radio cells than a map can name");
  auto transmitters = list_transmitters(park, obstacles_->surface, site_connected, options_.receiver_height, patterns_,
                                        options_.network_operator, site_law_of(options_));
  if (!can_follow(park, transmitters)) return begin(park, site_connected, progress);
  result_.notes = notes_about(park, options_, transmitters, obstacles_->surface.frame);
  auto scene = std::make_unique<Scene>(make_scene(park, options_, *obstacles_, std::move(transmitters), seed_, scene_.get()));
  progress.begin("radio coverage", scene->transmitters.masts.size());
  put_geometries(*scene, *ground_keys_, cache_, progress);
  map_->replace(*scene_, *scene, replacement_between(*scene_, *scene), result_);
  scene_ = std::move(scene);
  map_->finish(*scene_, result_);
  park_ = park;
  connected_.assign(site_connected.begin(), site_connected.end());
  counted_ = false;
}

const GroundHolders& LiveMap::holders() {
  Hasher hasher;
  hasher.add(ground_.high);
  hasher.add(ground_.low);
  hasher.add(park_.zones);
  hasher.add(park_.parcels);
  const ContentHash key = hasher.digest();
  if (holders_ == nullptr || key != holders_of_) {
    holders_ = std::make_unique<const GroundHolders>(map_holders(park_, *obstacles_));
    holders_of_ = key;
  }
  return *holders_;
}

void LiveMap::put_tables() {
  put_location_shares(options_, result_);
  put_answers(park_, *scene_, holders(), result_);
  if (options_.count_overlap) count_overlap(*scene_, result_);
  put_plant_figures(park_, options_, obstacles_->surface, result_);
  if (options_.mode == PropagationMode::reference && !options_.shadow_fading) {
    result_.graded = grade_map(park_, *scene_, result_, static_cast<std::size_t>(options_.reference_points), seed_);
    for (auto& note : grading_notes(result_.graded)) result_.notes.push_back(std::move(note));
  }
}

const Result& LiveMap::result() {
  if (counted_) return result_;
  const Park typed = park_;
  TrafficLoads loads;
  if (options_.load_from_traffic) {
    loads = traffic_loads(park_, *scene_, result_);
    Progress untold;
    update(with_loads(park_, loads.load), std::vector<std::uint8_t>(connected_), untold);
  }
  if (extent_ != Extent::levels) {
    put_link_maps(park_, options_, result_);
    put_cell_figures(park_, connected_, result_);
    if (options_.load_from_traffic) put_traffic_loads(typed, loads, result_);
    put_cell_traffic(park_, obstacles_->surface, result_);
  }
  if (wifi_of_ != park_.network_nodes.content_hash()) {
    result_.wifi = map_wifi(park_, options_, *obstacles_, result_.place, *ground_keys_, cache_);
    wifi_of_ = park_.network_nodes.content_hash();
  }
  if (extent_ == Extent::whole) put_tables();
  counted_ = true;
  return result_;
}

Result LiveMap::take_result() {
  static_cast<void>(result());
  return std::move(result_);
}

}  // namespace parktwin::radio
