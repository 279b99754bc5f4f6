#include "importers/openstreetmap/power_network.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace parktwin::importers {
namespace {

/// A place to the centimetre and a voltage (V, -1 when it is not known): where lines can meet.
using Meeting = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

Meeting meeting_at(Point p, const std::optional<double>& kv) {
  return {std::llround(p.x * 100.0), std::llround(p.y * 100.0), kv ? std::llround(*kv * 1e3) : -1};
}

double distance_to(const Shape& shape, Point p) {
  double nearest = INFINITY;
  if (contains(shape.area, p)) return 0.0;
  for (const Point own : shape.points) nearest = std::min(nearest, distance(own, p));
  for (const auto& polygon : shape.area.polygons) {
    LineString outline{polygon.outer};
    if (outline.points.empty()) continue;
    outline.points.push_back(outline.points.front());
    nearest = std::min(nearest, distance(outline, p));
  }
  return nearest;
}

class Connecting {
 public:
  Connecting(const std::vector<PowerWay>& ways, const std::vector<PowerStation>& stations, double reach_m, const std::string& prefix)
      : ways_(ways), stations_(stations), reach_m_(reach_m), prefix_(prefix) {
    for (const auto& way : ways) {
      if (way.path.points.size() < 2) continue;
      ends_.insert(meeting_at(way.path.points.front(), way.nominal_kv));
      ends_.insert(meeting_at(way.path.points.back(), way.nominal_kv));
    }
  }

  PowerNetwork run() {
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      const auto& points = ways_[i].path.points;
      std::size_t begin = 0;
      for (std::size_t k = 1; k < points.size(); ++k) {
        if (k + 1 < points.size() && !ends_.contains(meeting_at(points[k], ways_[i].nominal_kv))) continue;
        add(i, {points.begin() + static_cast<std::ptrdiff_t>(begin), points.begin() + static_cast<std::ptrdiff_t>(k) + 1});
        begin = k;
      }
    }
    return std::move(result_);
  }

 private:
  void add(std::size_t way, std::vector<Point> points) {
    PowerStretch stretch{way, {std::move(points)}, {}, {}};
    stretch.from = bus_at(stretch.path.points.front(), ways_[way].nominal_kv);
    stretch.to = bus_at(stretch.path.points.back(), ways_[way].nominal_kv);
    if (stretch.from == stretch.to) {
      if (result_.within_one.empty() || result_.within_one.back() != way) result_.within_one.push_back(way);
    } else {
      result_.stretches.push_back(std::move(stretch));
    }
  }

  std::string bus_at(Point place, const std::optional<double>& kv) {
    const auto meeting = meeting_at(place, kv);
    const auto known = buses_.find(meeting);
    if (known != buses_.end()) return known->second;
    const PowerStation* nearest = nullptr;
    double best = reach_m_;
    for (const auto& station : stations_) {
      const double away = distance_to(station.shape, place);
      if (away > best || (nearest != nullptr && away == best)) continue;
      nearest = &station;
      best = away;
    }
    std::string bus;
    if (nearest == nullptr) {
      bus = fmt::format("{}{}", prefix_, result_.buses.size() + 1);
      result_.buses.push_back({bus, place, kv});
    } else if (!kv || !nearest->nominal_kv || std::abs(*kv - *nearest->nominal_kv) < 0.05 * *kv) {
      bus = nearest->bus;
    } else {
      bus = level_of(*nearest, place, *kv);
    }
    buses_[meeting] = bus;
    return bus;
  }

  std::string level_of(const PowerStation& station, Point place, double kv) {
    const auto bus = fmt::format("{}-{:g}kV", station.bus, kv);
    if (levels_.insert(bus).second) result_.buses.push_back({bus, station.shape.points.empty() ? place : station.shape.points.front(), kv});
    return bus;
  }

  const std::vector<PowerWay>& ways_;
  const std::vector<PowerStation>& stations_;
  double reach_m_;
  const std::string& prefix_;
  std::set<Meeting> ends_;
  std::map<Meeting, std::string> buses_;
  std::set<std::string> levels_;
  PowerNetwork result_;
};

}  // namespace

PowerNetwork connected(const std::vector<PowerWay>& ways, const std::vector<PowerStation>& stations, double reach_m,
                       const std::string& prefix) {
  return Connecting(ways, stations, reach_m, prefix).run();
}

}  // namespace parktwin::importers
