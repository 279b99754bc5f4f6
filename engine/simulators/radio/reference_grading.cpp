#include "engine/simulators/radio/reference_grading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "engine/core/random.h"
#include "engine/simulators/radio/reference/reference.h"
#include "engine/simulators/radio/row_evaluator.h"

namespace parktwin::radio {
namespace {

constexpr std::uint32_t places_stream = 0x67726164;  // apart from the streams of shadow fading
constexpr double nearest_m = 10.0;                   // nearer, the map takes the loss at 10 m

constexpr std::array<std::string_view, reference::path_kinds> kind_names = {"direct",          "ground",          "wall",       "two_walls",
                                                                            "wall_and_ground", "corner",          "roof_edge",  "two_edges",
                                                                            "edge_and_wall",   "edge_and_ground", "roof_string"};

const Transmitter* transmitter_of(const Mast& mast, std::uint16_t cell) {
  const auto found =
      std::find_if(mast.transmitters.begin(), mast.transmitters.end(), [cell](const Transmitter& t) { return t.cell == cell; });
  return found == mast.transmitters.end() ? nullptr : &*found;
}

MapCell map_cell(const GridFrame& frame, std::size_t at) {
  const auto columns = static_cast<std::size_t>(frame.columns);
  return {static_cast<std::int32_t>(at % columns), static_cast<std::int32_t>(at / columns)};
}

std::vector<std::size_t> drawn_cells(const Scene& scene, const Result& result, std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < result.place.values.size(); ++i) {
    if (result.place.values[i] != static_cast<std::uint8_t>(Place::outdoor) || result.best_server.values[i] == no_server) continue;
    const auto [column, row] = map_cell(result.place.frame, i);
    const Mast& mast = scene.transmitters.masts[scene.mast_of_cell[result.best_server.values[i]]];
    if (!mast.hall && mast.point.ignored == no_building &&
        distance(result.place.frame.centre(column, row), mast.point.position) >= nearest_m) {
      candidates.push_back(i);
    }
  }
  if (candidates.size() <= count) return candidates;
  const RandomSequence random(seed, places_stream, 0);
  std::set<std::size_t> drawn;
  for (std::uint32_t draw = 0; drawn.size() < count; ++draw) {
    drawn.insert(candidates[random.below(draw, static_cast<std::uint32_t>(candidates.size()))]);
  }
  return {drawn.begin(), drawn.end()};
}

// What the best server's traced paths alone bring to map cells, in dBm by cell.
std::map<std::size_t, float> traced_levels(const Scene& scene, const Result& result, const std::vector<std::size_t>& cells) {
  Scene traced = scene;
  traced.options.scattered_power = false;
  std::map<std::uint16_t, std::vector<std::size_t>> by_server;
  for (const std::size_t at : cells) by_server[result.best_server.values[at]].push_back(at);
  RowEvaluator evaluator(traced);
  std::map<std::size_t, float> levels;
  for (const auto& [server, members] : by_server) {
    std::vector<MapCell> chosen;
    for (const std::size_t at : members) chosen.push_back(map_cell(result.place.frame, at));
    evaluator.begin_cells(chosen);
    const std::size_t mast = scene.mast_of_cell[server];
    const std::size_t reached = evaluator.begin_mast(mast);
    PARKTWIN_CHECK(reached == chosen.size(), "a best server that does not reach");
    const auto found = evaluator.levels(*transmitter_of(scene.transmitters.masts[mast], server));
    for (std::size_t i = 0; i < members.size(); ++i) levels[members[i]] = found[i];
  }
  return levels;
}

struct Errors {
  std::vector<double> values_db;
  void add(double value_db) { values_db.push_back(value_db); }
  [[nodiscard]] std::string text() const {
    if (values_db.empty()) return "none";
    double sum = 0.0;
    double squares = 0.0;
    for (const double value : values_db) {
      sum += value;
      squares += value * value;
    }
    const auto n = static_cast<double>(values_db.size());
    auto sorted = values_db;
    std::sort(sorted.begin(), sorted.end());
    const auto quantile = [&](double share) { return sorted[static_cast<std::size_t>(share * (n - 1.0))]; };
    return fmt::format("{} places, mean {:.1f} dB, RMSE {:.1f} dB, 10 % below {:.1f} dB, 10 % above {:.1f} dB", values_db.size(), sum / n,
                       std::sqrt(squares / n), quantile(0.1), quantile(0.9));
  }
};

}  // namespace

std::vector<GradedPlace> grade_map(const Park& park, const Scene& scene, const Result& result, std::size_t count, std::uint64_t seed) {
  const GridFrame& frame = result.place.frame;
  const reference::Scene exact(*park.terrain, park.buildings->records());
  std::vector<GradedPlace> places;
  std::map<double, std::vector<std::size_t>> by_frequency;
  std::vector<reference::Link> links;
  std::vector<reference::DepartureGain> gains;
  const auto drawn = drawn_cells(scene, result, count, seed);
  const auto levels = traced_levels(scene, result, drawn);
  for (const std::size_t at : drawn) {
    const auto [column, row] = map_cell(frame, at);
    const std::size_t number = scene.mast_of_cell[result.best_server.values[at]];
    const Mast& mast = scene.transmitters.masts[number];
    const Transmitter* const transmitter = transmitter_of(mast, result.best_server.values[at]);
    PARKTWIN_CHECK(transmitter != nullptr, "a server that is not on the air");
    const SiteGeometry& geometry = *scene.geometries[number];
    GradedPlace place;
    place.position = frame.centre(column, row);
    place.cell = Id<RadioCell>(transmitter->cell);
    const std::uint8_t crowns = geometry.vegetation[geometry.window.index(column, row)];
    const float crowns_db =
        scene.options.mode == PropagationMode::site_general ? 0.0F : scene.tables[transmitter->frequency]->vegetation_db[crowns];
    place.map_dbm = static_cast<double>(levels.at(at) + crowns_db);
    const auto& pattern = scene.transmitters.patterns[transmitter->pattern];
    place.reference_dbm = transmitter->peak_dbm - pattern->peak_dbi();  // so far: what an isotropic antenna would send
    by_frequency[scene.transmitters.frequencies[transmitter->frequency].value()].push_back(places.size());
    links.push_back({reference::at_height(mast.point.position, mast.point.elevation_m),
                     reference::at_height(place.position, static_cast<double>(scene.ground->device_m[at]))});
    gains.emplace_back([pattern, orientation = transmitter->orientation](const reference::Vector3& unit) {
      return pattern->gain_dbi(direction_to(orientation, {unit.x, unit.y, unit.z}));
    });
    places.push_back(place);
  }
  for (const auto& [frequency, members] : by_frequency) {
    std::vector<reference::Link> some;
    std::vector<reference::DepartureGain> their_gains;
    for (const std::size_t i : members) {
      some.push_back(links[i]);
      their_gains.push_back(gains[i]);
    }
    reference::Options options;
    options.limits.frequency = Hertz(frequency);
    const auto traced = reference::trace_links(exact, some, options, their_gains);
    for (std::size_t k = 0; k < members.size(); ++k) {
      GradedPlace& place = places[members[k]];
      place.line_of_sight = traced[k].line_of_sight;
      place.reference_dbm += traced[k].power_gain_db;
      place.strongest = kind_names[static_cast<std::size_t>(traced[k].strongest)];
    }
  }
  return places;
}

std::vector<Note> grading_notes(const std::vector<GradedPlace>& places) {
  if (places.empty()) return {};
  Errors all;
  Errors seen;
  Errors hidden;
  for (const auto& place : places) {
    const double error_db = place.map_dbm - place.reference_dbm;
    all.add(error_db);
    (place.line_of_sight ? seen : hidden).add(error_db);
  }
  return {{NoteKind::information, "map against exact rays",
           fmt::format("Map minus reference: {}. In sight: {}. Out of sight: {}.", all.text(), seen.text(), hidden.text())}};
}

}  // namespace parktwin::radio
