#include "viz/scene/labels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "viz/scene/building_meshes.h"
#include "viz/scene/mesh_builder.h"
#include "viz/scene/wording.h"

namespace parktwin::viz {
namespace {

struct Candidate {
  Label label;
  double weight = 0.0;
};

Candidate candidate(const Position& at, std::string text, int rank, double weight) {
  Candidate result;
  result.label.position = at;
  result.label.text = std::move(text);
  result.label.rank = rank;
  result.weight = weight;
  return result;
}

void keep_largest(std::vector<Candidate>& candidates, std::size_t count, std::vector<Label>& labels) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  std::set<std::string> named;
  for (const Label& label : labels) named.insert(label.text);
  std::size_t kept = 0;
  for (Candidate& candidate : candidates) {
    if (kept == count) return;
    if (candidate.label.text.empty() || !named.insert(candidate.label.text).second) continue;
    labels.push_back(std::move(candidate.label));
    ++kept;
  }
}

Position above(const Building& building, const Ground& ground) {
  return position(centroid(building.footprint), levels_of(building, ground).roof + 6.0);
}

std::vector<Candidate> landmarks(const Park& park, const Ground& ground, Language language) {
  std::vector<Candidate> found;
  for (const Building& building : *park.buildings) {
    if (building.use != BuildingUse::data_centre && building.use != BuildingUse::public_service) continue;
    if (building.footprint.outer.empty()) continue;
    const double priority = building.use == BuildingUse::data_centre ? 1e9 : 0.0;
    found.push_back(candidate(above(building, ground), name_in(language, building.name, building.name_zh), label_rank::landmark,
                              priority + area(building.footprint) * building.floors));
  }
  return found;
}

/// Without the legal form: a label is not a letterhead.
std::string short_name(std::string name) {
  for (const std::string_view form : {" Co., Ltd.", ", Ltd.", " Ltd.", " Inc.", "股份有限公司", "有限责任公司", "有限公司"}) {
    if (name.size() > form.size() && name.ends_with(form)) return name.substr(0, name.size() - form.size());
  }
  return name;
}

std::vector<Candidate> enterprises(const Park& park, const Ground& ground, Language language) {
  std::vector<const Building*> seat(park.enterprises->size(), nullptr);
  std::vector<double> floor_area(park.enterprises->size(), 0.0);
  for (const Building& building : *park.buildings) {
    if (!building.enterprise.valid() || building.footprint.outer.empty()) continue;
    const std::size_t owner = building.enterprise.index();
    floor_area[owner] += area(building.footprint) * building.floors;
    if (seat[owner] == nullptr || area(building.footprint) > area(seat[owner]->footprint)) seat[owner] = &building;
  }
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < seat.size(); ++i) {
    const Enterprise& enterprise = park.enterprises->records()[i];
    if (seat[i] == nullptr) continue;
    found.push_back(candidate(above(*seat[i], ground), short_name(name_in(language, enterprise.name, enterprise.name_zh)),
                              label_rank::enterprise, std::max(floor_area[i], enterprise.floor_area.value())));
  }
  return found;
}

/// A land use whose parcels lie together makes a quarter, named at the parcel nearest to their middle.
std::vector<Candidate> quarters(const Park& park, const Ground& ground, Language language) {
  struct Together {
    double area = 0.0;
    Point moment;
  };
  std::map<std::string, Together> uses;
  double total = 0.0;
  for (const Parcel& parcel : *park.parcels) {
    if (parcel.shape.polygons.empty()) continue;
    const double size = area(parcel.shape);
    const Point middle = centroid(parcel.shape);
    Together& use = uses[parcel.land_use];
    use.area += size;
    use.moment = {use.moment.x + size * middle.x, use.moment.y + size * middle.y};
    total += size;
  }
  std::vector<Candidate> found;
  for (const auto& [name, use] : uses) {
    const auto words = quarter_phrase(name);
    if (!words || use.area < 0.03 * total) continue;
    const Point middle{use.moment.x / use.area, use.moment.y / use.area};
    double spread = 0.0;
    Point nearest{1e12, 1e12};
    for (const Parcel& parcel : *park.parcels) {
      if (parcel.land_use != name || parcel.shape.polygons.empty()) continue;
      const Point at = centroid(parcel.shape);
      spread += area(parcel.shape) * distance(at, middle) / use.area;
      if (distance(at, middle) < distance(nearest, middle)) nearest = at;
    }
    if (spread > std::sqrt(use.area)) continue;  // scattered over the park: not a quarter
    found.push_back(candidate(position(nearest, ground.height(nearest) + 45.0), words->in(language), label_rank::quarter, use.area));
  }
  return found;
}

std::vector<Candidate> land(const Park& park, const Ground& ground, Language language) {
  std::vector<Candidate> found;
  for (const Zone& zone : *park.zones) {
    const bool wanted = zone.kind == ZoneKind::water || zone.kind == ZoneKind::green || zone.kind == ZoneKind::square;
    if (!wanted || zone.shape.polygons.empty() || zone.shape.polygons.front().outer.empty()) continue;
    const Point middle = centroid(zone.shape);
    if (!contains(zone.shape, middle)) continue;
    const double preference = zone.kind == ZoneKind::water ? 3.0 : 1.0;
    found.push_back(candidate(position(middle, ground.height(middle) + 4.0), name_in(language, zone.name, zone.name_zh), label_rank::land,
                              preference * area(zone.shape)));
  }
  return found;
}

std::vector<Candidate> roads(const Park& park, const Ground& ground, Language language) {
  std::vector<Candidate> found;
  for (const Road& road : *park.roads) {
    if (road.road_class == RoadClass::local || road.path.points.empty()) continue;
    const double total = length(road.path);
    const Point at = point_along(road.path, total * 0.32);
    const double preference = road.road_class == RoadClass::motorway ? 10.0 : 1.0;
    found.push_back(
        candidate(position(at, ground.height(at) + 3.0), name_in(language, road.name, road.name_zh), label_rank::road, preference * total));
  }
  return found;
}

}  // namespace

std::vector<Label> labels_of(const Park& park, const Ground& ground, Language language) {
  std::vector<Label> labels;
  auto candidates = landmarks(park, ground, language);
  keep_largest(candidates, 3, labels);
  candidates = quarters(park, ground, language);
  keep_largest(candidates, 6, labels);
  candidates = enterprises(park, ground, language);
  keep_largest(candidates, 8, labels);
  candidates = land(park, ground, language);
  keep_largest(candidates, 5, labels);
  candidates = roads(park, ground, language);
  keep_largest(candidates, 7, labels);
  return labels;
}

}  // namespace parktwin::viz
