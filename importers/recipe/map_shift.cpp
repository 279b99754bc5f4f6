#include "importers/recipe/map_shift.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "importers/gdal_layers/chinese_map.h"
#include "importers/recipe/road_shift.h"

namespace parktwin::importers {
namespace {

constexpr double furthest_m = 1500.0;
constexpr double nearest_m = 20.0;  // less is within what maps differ by
constexpr double bin_m = 10.0;
constexpr int bins = 2 * static_cast<int>(furthest_m / bin_m);
constexpr std::size_t fewest = 10;  // landmarks of each map, and votes for a peak
constexpr std::size_t most_first = 3000;
constexpr std::size_t most_second = 20'000;
constexpr double least_share = 0.2;   // of the landmarks of the smaller map that must agree
constexpr double next_best = 0.7;     // of the peak's votes: above, another shift fits about as well
constexpr double alike_ratio = 1.25;  // of two areas

/// Those nearest to a place, for both maps the same neighbourhood.
std::vector<Landmark> around(std::vector<Landmark> landmarks, Point centre, std::size_t most) {
  std::stable_sort(landmarks.begin(), landmarks.end(),
                   [&](const Landmark& a, const Landmark& b) { return distance(a.place, centre) < distance(b.place, centre); });
  if (landmarks.size() > most) landmarks.resize(most);
  return landmarks;
}

bool alike(const Landmark& a, const Landmark& b) {
  return a.size == 0.0 || b.size == 0.0 || (a.size < alike_ratio * b.size && b.size < alike_ratio * a.size);
}

/// Votes for vectors from the first map to the second.
class Ballot {
 public:
  Ballot(const std::vector<Landmark>& first, std::vector<Landmark> second)
      : first_(first), second_(std::move(second)), votes_(bins * bins, 0) {
    std::stable_sort(second_.begin(), second_.end(), [](const Landmark& a, const Landmark& b) { return a.place.x < b.place.x; });
    each_pair([this](Point by) { ++votes_[index(cell(by.x), cell(by.y))]; });
  }

  /// Votes in the three by three bins around one.
  [[nodiscard]] std::size_t around_bin(int x, int y) const {
    std::size_t sum = 0;
    for (int i = std::max(0, x - 1); i <= std::min(bins - 1, x + 1); ++i) {
      for (int k = std::max(0, y - 1); k <= std::min(bins - 1, y + 1); ++k) sum += votes_[index(i, k)];
    }
    return sum;
  }

  struct Peak {
    int x = 0;
    int y = 0;
    std::size_t votes = 0;
  };
  /// The highest, further than two bins from another.
  [[nodiscard]] Peak peak(const Peak* other) const {
    Peak best;
    for (int x = 0; x < bins; ++x) {
      for (int y = 0; y < bins; ++y) {
        if (other != nullptr && std::abs(x - other->x) <= 3 && std::abs(y - other->y) <= 3) continue;
        const auto votes = around_bin(x, y);
        if (votes > best.votes) best = {x, y, votes};
      }
    }
    return best;
  }

  /// The median of the pairs around a bin.
  [[nodiscard]] Point median(const Peak& peak) const {
    std::vector<double> x;
    std::vector<double> y;
    each_pair([&](Point by) {
      if (std::abs(cell(by.x) - peak.x) > 1 || std::abs(cell(by.y) - peak.y) > 1) return;
      x.push_back(by.x);
      y.push_back(by.y);
    });
    const auto middle = [](std::vector<double>& values) {
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
      std::nth_element(values.begin(), at, values.end());
      return *at;
    };
    return {middle(x), middle(y)};
  }

 private:
  static int cell(double metres) { return static_cast<int>(std::floor((metres + furthest_m) / bin_m)); }
  static std::size_t index(int x, int y) { return static_cast<std::size_t>(x) * bins + static_cast<std::size_t>(y); }

  template <class Visit>
  void each_pair(const Visit& visit) const {
    for (const auto& a : first_) {
      auto b = std::lower_bound(second_.begin(), second_.end(), a.place.x - furthest_m,
                                [](const Landmark& landmark, double x) { return landmark.place.x < x; });
      for (; b != second_.end() && b->place.x - a.place.x < furthest_m; ++b) {
        const Point by{b->place.x - a.place.x, b->place.y - a.place.y};
        if (std::abs(by.y) < furthest_m && by.x >= -furthest_m && alike(a, *b)) visit(by);
      }
    }
  }

  const std::vector<Landmark>& first_;
  std::vector<Landmark> second_;
  std::vector<std::uint32_t> votes_;
};

/// Centres of areas, ends of lines, points.
std::vector<Landmark> landmarks_of(const VectorLayer& layer) {
  std::vector<Landmark> landmarks;
  for (const auto& feature : layer.features) {
    for (const auto& polygon : feature.shape.area.polygons) {
      if (area(polygon) > 1.0) landmarks.push_back({centroid(polygon), area(polygon)});
    }
    for (const auto& line : feature.shape.lines) {
      if (line.points.empty()) continue;
      landmarks.push_back({line.points.front(), 0.0});
      landmarks.push_back({line.points.back(), 0.0});
    }
    if (feature.shape.area.polygons.empty()) {
      for (const Point point : feature.shape.points) landmarks.push_back({point, 0.0});
    }
  }
  return landmarks;
}

/// Which of the shifted maps of China lies that far from WGS 84 here; none for no such.
std::string shifted_map(const LocalFrame& frame, Point place, Point by) {
  const auto here = longitude_latitude(frame.crs, {frame.origin.x + place.x, frame.origin.y + place.y});
  if (!here) return {};
  for (const auto map : {ChineseMap::gcj02, ChineseMap::bd09}) {
    const auto there = easting_northing(frame.crs, from_wgs84(map, *here));
    if (!there || !inside_china(*here)) continue;
    const Point expected{there->x - frame.origin.x - place.x, there->y - frame.origin.y - place.y};
    if (distance(expected, by) < 0.1 * distance(expected, {})) return name_of_map(map);
  }
  return {};
}

/// Says it in the report of the source that is held against another.
void warn(ReadSource& source, const std::string& there, const MapShift& shift, Point place, const char* about, const LocalFrame& frame,
          std::vector<Note>& notes) {
  std::string text =
      fmt::format("looks shifted by {}{:.0f} m to the {} against source {}", about, distance(shift.by, {}), wind(shift.by), there);
  if (const auto map = shifted_map(frame, place, shift.by); !map.empty()) text += fmt::format(", as {} is; say crs: {}", map, map);
  const Point back{-shift.by.x, -shift.by.y};
  if (const auto map = shifted_map(frame, place, back); !map.empty()) text += fmt::format(", as if {} were {}", there, map);
  source.report.add(Finding::warning, "landmarks agree that it " + text, "", shift.matched);
  notes.push_back({NoteKind::warning, source.rule.name, text});
}

/// Roads against the first source of buildings.
void warn_of_shifted_roads(std::vector<ReadSource>& sources, const LocalFrame& frame, std::vector<Note>& notes) {
  const auto first =
      std::find_if(sources.begin(), sources.end(), [](const ReadSource& source) { return source.rule.table == "buildings"; });
  if (first == sources.end()) return;
  std::vector<Point> buildings;
  for (const auto& feature : first->layer.features) {
    for (const auto& polygon : feature.shape.area.polygons) buildings.push_back(centroid(polygon));
  }
  for (auto& source : sources) {
    if (source.rule.table != "roads") continue;
    std::vector<LineString> roads;
    for (const auto& feature : source.layer.features) roads.insert(roads.end(), feature.shape.lines.begin(), feature.shape.lines.end());
    const auto shift = shift_of_roads(buildings, roads);
    if (shift) warn(source, first->rule.name, *shift, buildings.front(), "about ", frame, notes);
  }
}

}  // namespace

std::optional<MapShift> shift_between(const std::vector<Landmark>& first, const std::vector<Landmark>& second) {
  if (first.size() < fewest || second.size() < fewest) return std::nullopt;
  Point centre;
  for (const auto& landmark : first) {
    centre.x += landmark.place.x / static_cast<double>(first.size());
    centre.y += landmark.place.y / static_cast<double>(first.size());
  }
  const auto near = around(first, centre, most_first);
  auto other = around(second, centre, most_second);
  const auto smaller = static_cast<double>(std::min(near.size(), other.size()));
  const Ballot ballot(near, std::move(other));
  const auto peak = ballot.peak(nullptr);
  if (peak.votes < fewest || static_cast<double>(peak.votes) < least_share * smaller) return std::nullopt;
  if (static_cast<double>(ballot.peak(&peak).votes) > next_best * static_cast<double>(peak.votes)) return std::nullopt;
  const Point by = ballot.median(peak);
  if (distance(by, {}) < nearest_m) return std::nullopt;
  return MapShift{by, peak.votes};
}

std::string wind(Point direction) {
  constexpr std::array<const char*, 8> winds{"east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"};
  const double eighths = std::atan2(direction.y, direction.x) / (3.14159265358979323846 / 4.0);
  return winds[static_cast<std::size_t>(std::lround(eighths) + 8) % 8];
}

void warn_of_shifts(std::vector<ReadSource>& sources, const LocalFrame& frame, std::vector<Note>& notes) {
  std::map<std::string, std::pair<const ReadSource*, std::vector<Landmark>>> first_of;
  for (auto& source : sources) {
    auto landmarks = landmarks_of(source.layer);
    if (landmarks.size() < fewest) continue;
    const auto [first, is_new] = first_of.try_emplace(source.rule.table, &source, std::vector<Landmark>{});
    if (is_new) {
      first->second.second = std::move(landmarks);
      continue;
    }
    const auto shift = shift_between(first->second.second, landmarks);
    if (!shift) continue;
    warn(source, first->second.first->rule.name, *shift, landmarks.front().place, "", frame, notes);
  }
  warn_of_shifted_roads(sources, frame, notes);
}

}  // namespace parktwin::importers
