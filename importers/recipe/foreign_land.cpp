#include "importers/recipe/foreign_land.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/shape_algebra.h"
#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {
namespace {

constexpr double smallest_part = 1.0;  // m2: less, beside a larger part, is a sliver of an outline that was repaired

std::optional<VectorLayer> open(const ForeignLayer& source, const Recipe& recipe, const LocalFrame& frame, Problems& problems) {
  VectorRequest request;
  request.file = located_source(recipe.file.parent_path(), source.file);
  request.layer = source.layer;
  request.where = source.where;
  request.crs = source.crs;
  request.frame = frame;
  request.repair = true;
  return read_vector_layer(request, problems);
}

/// A column of an open layer; reports one that is named but missing. An empty name gives empty texts.
class Column {
 public:
  Column(const VectorLayer& layer, const std::string& name, const std::string& file, Problems& problems) {
    if (name.empty()) return;
    column_ = layer.column(name);
    if (column_) return;
    std::string there;
    for (const auto& other : layer.available) there += (there.empty() ? "" : ", ") + other;
    problems.add(file, "layer " + layer.name, "found no column " + name + ", expected one of " + there);
  }
  [[nodiscard]] std::string text(const Feature& feature) const {
    if (!column_) return "";
    const auto& value = feature.attributes[*column_];
    if (const auto* text = std::get_if<std::string>(&value)) return trimmed(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return "";
  }
  [[nodiscard]] std::optional<double> number(const Feature& feature) const {
    if (!column_) return std::nullopt;
    const auto& value = feature.attributes[*column_];
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::nullopt;
  }

 private:
  static std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  }
  std::optional<std::size_t> column_;
};

/// Makes ids unique: a missing one becomes "<prefix>-<number>", a repeated one gets "-2", "-3" …
class UniqueIds {
 public:
  explicit UniqueIds(std::string prefix) : prefix_(std::move(prefix)) {}
  std::string next(std::string wanted, std::size_t number) {
    if (wanted.empty()) wanted = fmt::format("{}-{}", prefix_, number);
    std::replace(wanted.begin(), wanted.end(), ' ', '_');  // ids stand in lists separated by spaces
    std::string id = wanted;
    for (int copy = 2; !taken_.insert(id).second; ++copy) id = fmt::format("{}-{}", wanted, copy);
    if (id != wanted) ++changed_;
    return id;
  }
  [[nodiscard]] std::size_t changed() const { return changed_; }

 private:
  std::string prefix_;
  std::set<std::string> taken_;
  std::size_t changed_ = 0;
};

void note(ForeignLand& land, NoteKind kind, const std::string& place, std::size_t count, const std::string& what) {
  if (count > 0) land.notes.push_back({kind, place, fmt::format("{} {}", count, what)});
}

/// What is remembered of the parcels to find the owner of a building.
struct ParcelIndex {
  std::map<std::string, std::vector<std::size_t>> by_foreign_id;
};

Sector sector_of(const EnterpriseRule& rule, const std::string& value) {
  for (const auto& mapping : rule.sectors) {
    if (mapping.value == value) return mapping.sector;
  }
  return Sector::other;
}

ParcelIndex read_parcels(const Recipe& recipe, const LocalFrame& frame, ForeignLand& land, Problems& problems) {
  ParcelIndex index;
  const ParcelRule& rule = *recipe.parcels;
  const EnterpriseRule& owners_rule = *recipe.enterprises;
  const auto layer = open(rule.source, recipe, frame, problems);
  if (!layer) return index;
  const auto& file = rule.source.file;
  const Column id(*layer, rule.id_column, file, problems);
  const Column land_use(*layer, rule.land_use_column, file, problems);
  const Column owner(*layer, owners_rule.name_column, file, problems);
  const Column sector(*layer, owners_rule.sector_column, file, problems);
  const std::set<std::string> none(owners_rule.not_enterprises.begin(), owners_rule.not_enterprises.end());
  std::map<std::string, std::size_t> owners;
  UniqueIds ids("parcel");
  std::size_t without_area = 0;
  for (const auto& feature : layer->features) {
    if (feature.shape.area.polygons.empty()) {
      ++without_area;
      continue;
    }
    Parcel parcel;
    const auto foreign_id = id.text(feature);
    parcel.id = ids.next(foreign_id, feature.number);
    parcel.land_use = land_use.text(feature);
    parcel.shape = feature.shape.area;
    const auto name = owner.text(feature);
    if (!name.empty() && !none.contains(name)) {
      const auto [known, is_new] = owners.emplace(name, land.enterprises.size());
      if (is_new) {
        Enterprise enterprise;
        enterprise.id = fmt::format("E-{:03}", land.enterprises.size() + 1);
        enterprise.name = name;
        enterprise.required_down = owners_rule.required_down;
        enterprise.required_up = owners_rule.required_up;
        enterprise.required_availability = owners_rule.required_availability;
        land.enterprises.push_back(enterprise);
      }
      auto& enterprise = land.enterprises[known->second];
      if (enterprise.sector == Sector::other) enterprise.sector = sector_of(owners_rule, sector.text(feature));
      parcel.enterprise = Id<Enterprise>(known->second);
    }
    index.by_foreign_id[foreign_id].push_back(land.parcels.size());
    land.parcels.push_back(std::move(parcel));
  }
  note(land, NoteKind::assumption, "parcels", ids.changed(), "repeated ids got a running number");
  note(land, NoteKind::warning, "parcels", without_area, "features without an area were left out");
  note(land, NoteKind::warning, "parcels", layer->repaired, "invalid polygons were repaired");
  return index;
}

std::optional<std::size_t> parcel_of(const Polygon& footprint, const std::string& foreign_id, const ParcelIndex& index,
                                     const std::vector<Parcel>& parcels) {
  const auto named = index.by_foreign_id.find(foreign_id);
  if (!foreign_id.empty() && named != index.by_foreign_id.end() && named->second.size() == 1) return named->second.front();
  const Point middle = centroid(footprint);
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    if (contains(parcels[i].shape, middle)) return i;
  }
  return std::nullopt;
}

const LandUseHeight* rule_for(const BuildingRule& rules, const std::string& land_use) {
  for (const auto& rule : rules.heights) {
    if (rule.land_use.empty() || rule.land_use == land_use) return &rule;
  }
  return nullptr;
}

void apply_height(const BuildingRule& rules, const std::string& land_use, std::optional<double> measured, Building& building) {
  static const LandUseHeight otherwise;
  const auto* rule = rule_for(rules, land_use);
  const auto& chosen = rule != nullptr ? *rule : otherwise;
  building.use = chosen.use;
  building.floors = chosen.floors;
  building.height = measured ? Metres(*measured) : chosen.height;
  building.height_assumed = !measured;
}

void read_buildings(const Recipe& recipe, const BuildingRule& rules, const LocalFrame& frame, const ParcelIndex& index, ForeignLand& land,
                    Problems& problems) {
  const auto layer = open(rules.source, recipe, frame, problems);
  if (!layer) return;
  const Column id(*layer, rules.id_column, rules.source.file, problems);
  const Column parcel(*layer, rules.parcel_column, rules.source.file, problems);
  const Column height(*layer, rules.height_column, rules.source.file, problems);
  UniqueIds ids("building");
  std::size_t homeless = 0;
  std::size_t assumed = 0;
  std::size_t slivers = 0;
  for (const auto& feature : layer->features) {
    const auto& parts = feature.shape.area.polygons;
    const auto largest = std::max_element(parts.begin(), parts.end(), [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
    for (const auto& footprint : parts) {
      if (area(footprint) < smallest_part && &footprint != &*largest) {
        ++slivers;
        continue;
      }
      Building building;
      building.id = ids.next(id.text(feature), feature.number);
      building.footprint = footprint;
      std::string land_use;
      if (const auto found = parcel_of(footprint, parcel.text(feature), index, land.parcels)) {
        building.parcel = Id<Parcel>(*found);
        building.enterprise = land.parcels[*found].enterprise;
        land_use = land.parcels[*found].land_use;
      } else {
        ++homeless;
      }
      apply_height(rules, land_use, height.number(feature), building);
      assumed += building.height_assumed ? 1 : 0;
      land.buildings.push_back(std::move(building));
    }
  }
  note(land, NoteKind::assumption, "buildings", assumed, "heights by rule of their parcel's land use");
  note(land, NoteKind::information, "buildings", homeless, "buildings stand on no parcel");
  note(land, NoteKind::warning, "buildings", layer->repaired, "invalid footprints were repaired");
  note(land, NoteKind::warning, "buildings", slivers, "slivers under 1 m2 were left out");
}

void read_roads(const Recipe& recipe, const RoadRule& rule, const LocalFrame& frame, ForeignLand& land, Problems& problems) {
  const auto layer = open(rule.source, recipe, frame, problems);
  if (!layer) return;
  const Column name(*layer, rule.name_column, rule.source.file, problems);
  for (const auto& feature : layer->features) {
    for (const auto& line : feature.shape.lines) {
      Road road;
      road.id = fmt::format("R-{:03}", land.roads.size() + 1);
      road.name = name.text(feature);
      road.road_class = rule.road_class;
      road.width = rule.width;
      road.path = line;
      Zone area;
      area.id = fmt::format("Z-{:03}", land.roads.size() + 1);
      area.name = road.name;
      area.kind = ZoneKind::road;
      area.shape = to_centimetre(strip(line, rule.width.value()));
      land.roads.push_back(std::move(road));
      land.road_areas.push_back(std::move(area));
    }
  }
}

}  // namespace

ForeignLand read_foreign_land(const Recipe& recipe, const LocalFrame& frame, Problems& problems) {
  ForeignLand land;
  ParcelIndex index;
  if (recipe.parcels) index = read_parcels(recipe, frame, land, problems);
  if (recipe.buildings) read_buildings(recipe, *recipe.buildings, frame, index, land, problems);
  if (recipe.roads) read_roads(recipe, *recipe.roads, frame, land, problems);
  return land;
}

}  // namespace parktwin::importers
