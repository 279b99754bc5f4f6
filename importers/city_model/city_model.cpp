#include "importers/city_model/city_model.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "engine/core/parallel.h"
#include "importers/gdal_layers/shape_algebra.h"

namespace parktwin::importers {
namespace {

constexpr std::array<const char*, 7> own_columns{"id", "type", "parent", "lod", "ground_height", "roof_height", "height"};
/// Attributes of buildings and plants that the standard defines: columns whether a model has them or not.
constexpr std::array<const char*, 9> usual_columns{
    "name",         "class", "function", "usage", "yearOfConstruction", "measuredHeight", "storeysAboveGround", "attributes.height",
    "crownDiameter"};
constexpr double most_of_it = 0.5;
constexpr std::size_t grain = 64;

class LayerMaking {
 public:
  LayerMaking(std::vector<CityObject> objects, CityModel& model) : objects_(std::move(objects)), model_(model) {}

  void run() {
    footprints_.resize(objects_.size());
    parallel_chunks(objects_.size(), grain, [this](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (!objects_[i].surfaces.empty()) footprints_[i] = footprint_of(objects_[i].surfaces);
      }
    });
    for (std::size_t i = 0; i < objects_.size(); ++i) by_id_.emplace(objects_[i].id, i);
    name_columns();
    const auto replaced = replaced_by_parts();
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      const bool has_place = !footprints_[i].area.polygons.empty() || !objects_[i].points.empty();
      if (!has_place) {
        ++model_.without_geometry;
      } else if (replaced[i]) {
        ++model_.replaced_by_parts;
      } else {
        add(i);
      }
    }
  }

 private:
  static std::string column_name(const std::string& attribute) {
    const bool taken = std::find(own_columns.begin(), own_columns.end(), attribute) != own_columns.end();
    return taken ? "attributes." + attribute : attribute;
  }

  void name_columns() {
    auto& columns = model_.layer.columns;
    columns.assign(own_columns.begin(), own_columns.end());
    std::set<std::string> names(usual_columns.begin(), usual_columns.end());
    for (const auto& object : objects_) {
      for (const auto& [name, value] : object.attributes) names.insert(column_name(name));
    }
    columns.insert(columns.end(), names.begin(), names.end());
    for (std::size_t i = 0; i < columns.size(); ++i) positions_[columns[i]] = i;
    model_.layer.available = columns;
  }

  [[nodiscard]] const CityObject* parent_of(const CityObject& object) const {
    const auto found = by_id_.find(object.parent);
    return object.parent.empty() || found == by_id_.end() ? nullptr : &objects_[found->second];
  }

  [[nodiscard]] std::vector<bool> replaced_by_parts() const {
    std::unordered_map<std::size_t, std::vector<MultiPolygon>> parts;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      const auto* parent = parent_of(objects_[i]);
      if (parent == nullptr || parent == &objects_[i] || footprints_[i].area.polygons.empty() || !objects_[i].type.ends_with("Part"))
        continue;
      parts[static_cast<std::size_t>(parent - objects_.data())].push_back(footprints_[i].area);
    }
    std::vector<bool> replaced(objects_.size(), false);
    for (const auto& [whole, shapes] : parts) {
      const auto& outline = footprints_[whole].area;
      replaced[whole] = !outline.polygons.empty() && area(common(outline, united(shapes))) > most_of_it * area(outline);
    }
    return replaced;
  }

  void add(std::size_t i) {
    const CityObject& object = objects_[i];
    Feature feature;
    feature.number = model_.layer.features.size() + 1;
    feature.attributes = {object.id, object.type, object.parent.empty() ? Attribute() : Attribute(object.parent), object.lod};
    feature.attributes.resize(model_.layer.columns.size());
    if (!object.surfaces.empty()) {
      feature.attributes[4] = footprints_[i].low;
      feature.attributes[5] = footprints_[i].high;
      feature.attributes[6] = footprints_[i].high - footprints_[i].low;
      feature.shape.area = std::move(footprints_[i].area);
    }
    for (const auto point : object.points) feature.shape.points.push_back(to_centimetre(point));
    if (const auto* parent = parent_of(object)) take_attributes(*parent, feature);
    take_attributes(object, feature);
    model_.layer.features.push_back(std::move(feature));
  }

  void take_attributes(const CityObject& object, Feature& feature) const {
    for (const auto& [name, value] : object.attributes) {
      if (!std::holds_alternative<std::monostate>(value)) feature.attributes[positions_.at(column_name(name))] = value;
    }
  }

  std::vector<CityObject> objects_;
  CityModel& model_;
  std::vector<Footprint> footprints_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> positions_;
};

}  // namespace

void fill_layer(std::vector<CityObject> objects, CityModel& model) { LayerMaking(std::move(objects), model).run(); }

SurfaceMeaning surface_meaning(const std::string& type) {
  return type == "GroundSurface" ? SurfaceMeaning::ground : type.empty() ? SurfaceMeaning::none : SurfaceMeaning::other;
}

}  // namespace parktwin::importers
