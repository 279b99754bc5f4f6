#include "importers/recipe/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/core/json_schema.h"
#include "engine/park/validate.h"
#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/raster.h"
#include "importers/gdal_layers/shape_algebra.h"
#include "importers/recipe/enterprise_matching.h"
#include "importers/recipe/fibre_siting.h"
#include "importers/recipe/foreign_land.h"
#include "importers/recipe/map_scale.h"
#include "importers/recipe/map_shift.h"
#include "importers/recipe/power_lines.h"
#include "importers/recipe/radio_siting.h"
#include "importers/recipe/recipe_file.h"
#include "importers/recipe/source_assembly.h"
#include "importers/recipe/source_schema.h"

namespace parktwin::importers {
namespace {

constexpr double origin_step = 1000.0;  // m: the local origin is a round coordinate

/// The local origin is south-west of the first parcel layer, on a round kilometre.
Point find_origin(const Recipe& recipe, Problems& problems) {
  Recipe parcels_only = recipe;
  parcels_only.buildings.reset();
  parcels_only.roads.reset();
  const auto land = read_foreign_land(parcels_only, {recipe.crs, {}}, problems);
  problems.throw_if_any();
  if (land.parcels.empty()) throw InputError(recipe.file.string(), "parcels", "found no parcel with an area, expected at least one");
  Box all = bounds(land.parcels.front().shape);
  for (const auto& parcel : land.parcels) {
    const Box box = bounds(parcel.shape);
    all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
  }
  return {std::floor(all.low.x / origin_step) * origin_step, std::floor(all.low.y / origin_step) * origin_step};
}

MultiPolygon areas_of(const VectorLayer& layer) {
  std::vector<MultiPolygon> shapes;
  for (const auto& feature : layer.features) shapes.push_back(feature.shape.area);
  return united(shapes);
}

MultiPolygon boundary_of(const ForeignLand& land, const Recipe& recipe) {
  std::vector<MultiPolygon> shapes;
  for (const auto& parcel : land.parcels) shapes.push_back(mended(parcel.shape));
  for (const auto& area : land.road_areas) shapes.push_back(area.shape);
  return to_centimetre(closed(united(shapes), recipe.boundary_closing.value()));
}

Site site_of(const Recipe& recipe, const LocalFrame& frame, MultiPolygon boundary) {
  Site site;
  site.name = recipe.name;
  site.name_zh = recipe.name_zh;
  site.crs = recipe.crs;
  site.crs_wkt = well_known_text(recipe.crs);
  site.origin_easting = Metres(frame.origin.x);
  site.origin_northing = Metres(frame.origin.y);
  if (const auto origin = longitude_latitude(recipe.crs, frame.origin)) {
    site.origin_longitude = Degrees(origin->x);
    site.origin_latitude = Degrees(origin->y);
  }
  site.data_date = recipe.data_date;
  site.note = recipe.note;
  site.boundary = std::move(boundary);
  return site;
}

Terrain read_terrain(const Recipe& recipe, const LocalFrame& frame, const Box& box, std::vector<Note>& notes, Problems& problems) {
  Terrain terrain;
  if (!recipe.terrain) return terrain;
  RasterRequest request;
  request.file = recipe.file.parent_path() / recipe.terrain->file;
  request.frame = frame;
  request.lowest = recipe.terrain->lowest_m;
  auto filled = read_raster(request, frame_covering(box, recipe.terrain->cell_size.value()), problems);
  if (!filled) return terrain;
  terrain.elevation_m = std::move(filled->grid);
  terrain.filled_share = filled->filled_share;
  terrain.source = recipe.terrain->file;
  notes.push_back({NoteKind::assumption, "terrain",
                   fmt::format("{:.1f} % of the cells had no believable elevation and were filled from their neighbours",
                               100.0 * terrain.filled_share)});
  return terrain;
}

void add_networks(const Recipe& recipe, const LocalFrame& frame, const ForeignLand& land, LoadedPark& loaded) {
  RadioSiting radio;
  if (recipe.radio_sites) radio = site_along(land.roads, *recipe.radio_sites);
  if (recipe.fibre) {
    const auto core = easting_northing(recipe.crs, {recipe.fibre->core_longitude.value(), recipe.fibre->core_latitude.value()});
    if (!core)
      throw InputError(recipe.file.string(), "fibre", "the core's longitude and latitude lie outside the coordinate reference system");
    const Point local{core->x - frame.origin.x, core->y - frame.origin.y};
    auto fibre = lay_fibre(land.roads, land.parcels, land.enterprises, radio.sites, local, *recipe.fibre);
    loaded.park.ducts = Part(Table<Duct>(std::move(fibre.ducts)));
    loaded.park.cables = Part(Table<Cable>(std::move(fibre.cables)));
    loaded.park.network_nodes = Part(Table<NetworkNode>(std::move(fibre.nodes)));
    loaded.park.network_links = Part(Table<NetworkLink>(std::move(fibre.links)));
    loaded.notes.insert(loaded.notes.end(), fibre.notes.begin(), fibre.notes.end());
  }
  loaded.park.antennas = Part(Table<Antenna>(std::move(radio.antennas)));
  loaded.park.radio_sites = Part(Table<RadioSite>(std::move(radio.sites)));
  loaded.park.radio_cells = Part(Table<RadioCell>(std::move(radio.cells)));
}

std::vector<ReadSource> read_sources(const Recipe& recipe, Problems& problems) {
  std::vector<ReadSource> sources;
  ForeignReadings readings;
  for (const auto& rule : recipe.sources) {
    if (auto source = read_source(rule, recipe, problems, readings)) sources.push_back(std::move(*source));
  }
  return sources;
}

/// The layer of the boundary, with a zero origin; without features where the recipe has none.
VectorLayer read_clip_area(const Recipe& recipe, Problems& problems) {
  if (!recipe.boundary) return {};
  VectorRequest request;
  request.file = located_source(recipe.file.parent_path(), recipe.boundary->file);
  request.layer = recipe.boundary->layer;
  request.where = recipe.boundary->where;
  request.crs = recipe.boundary->crs;
  request.frame = {recipe.crs, {}};
  request.repair = true;
  auto layer = read_vector_layer(request, problems);
  if (!layer) return {};
  if (areas_of(*layer).polygons.empty())
    problems.add(request.file.string(), "layer " + layer->name, "found no area, expected the boundary of the park");
  return std::move(*layer);
}

std::vector<Point> points_of(const VectorLayer& layer) {
  std::vector<Point> points;
  for (const auto& feature : layer.features) {
    points.insert(points.end(), feature.shape.points.begin(), feature.shape.points.end());
    for (const auto& line : feature.shape.lines) points.insert(points.end(), line.points.begin(), line.points.end());
    for (const auto& polygon : feature.shape.area.polygons) points.insert(points.end(), polygon.outer.begin(), polygon.outer.end());
  }
  return points;
}

Point origin_of(const std::vector<ReadSource>& sources, const VectorLayer& clip_area, const Recipe& recipe) {
  std::vector<Point> points = points_of(clip_area);
  for (const auto& source : sources) {
    if (!clip_area.features.empty()) break;
    const auto more = points_of(source.layer);
    points.insert(points.end(), more.begin(), more.end());
  }
  if (points.empty()) throw InputError(recipe.file.string(), "sources", "found no source with a place on the map, expected at least one");
  Point low = points.front();
  for (const Point p : points) low = {std::min(low.x, p.x), std::min(low.y, p.y)};
  return {std::floor(low.x / origin_step) * origin_step, std::floor(low.y / origin_step) * origin_step};
}

/// The park's own boundary: the one given, else what parcels and roads cover, else a hull around everything.
MultiPolygon whole_area(const Recipe& recipe, const ForeignLand& land, const std::vector<ReadSource>& sources, const VectorLayer& clip_area,
                        std::vector<Note>& notes) {
  if (!clip_area.features.empty()) return to_centimetre(areas_of(clip_area));
  if (recipe.parcels) return boundary_of(land, recipe);
  std::vector<Point> points;
  for (const auto& source : sources) {
    const auto more = points_of(source.layer);
    points.insert(points.end(), more.begin(), more.end());
  }
  notes.push_back({NoteKind::assumption, "site", "no boundary is given; a hull around all sources was taken"});
  return hull(points, std::max(1.0, recipe.boundary_closing.value()));
}

void refuse_guesses(const std::string& file, const std::vector<Note>& notes, Problems& problems) {
  for (const auto& note : notes) {
    if (note.kind == NoteKind::assumption) problems.add(file, note.place, note.text + "; strict import takes no guesses");
  }
}

}  // namespace

ImportedPark import_by_recipe(const std::filesystem::path& file, bool strict) {
  const auto recipe = read_recipe_file(file);
  Problems problems;
  auto sources = read_sources(recipe, problems);
  auto clip_area = read_clip_area(recipe, problems);
  if (!recipe.parcels) problems.throw_if_any();
  const LocalFrame frame{recipe.crs, recipe.parcels ? find_origin(recipe, problems) : origin_of(sources, clip_area, recipe)};
  for (auto& source : sources) shift(source.layer, frame.origin);
  connect_power_lines(sources);
  shift(clip_area, frame.origin);
  ForeignLand land = read_foreign_land(recipe, frame, problems);
  ImportedPark imported;
  auto& loaded = imported.loaded;
  loaded.notes = land.notes;
  warn_of_shifts(sources, frame, loaded.notes);
  auto boundary = whole_area(recipe, land, sources, clip_area, loaded.notes);
  loaded.park.terrain = Part(read_terrain(recipe, frame, bounds(boundary), loaded.notes, problems));
  problems.throw_if_any();
  if (auto text = scale_text(frame, bounds(boundary)); !text.empty())
    loaded.notes.push_back({NoteKind::information, "site", std::move(text)});
  loaded.park.site = Part(site_of(recipe, frame, std::move(boundary)));
  add_networks(recipe, frame, land, loaded);
  loaded.park.parcels = Part(Table<Parcel>(std::move(land.parcels)));
  loaded.park.enterprises = Part(Table<Enterprise>(std::move(land.enterprises)));
  loaded.park.buildings = Part(Table<Building>(std::move(land.buildings)));
  loaded.park.roads = Part(Table<Road>(std::move(land.roads)));
  loaded.park.zones = Part(Table<Zone>(std::move(land.road_areas)));
  assemble(sources, recipe, areas_of(clip_area), loaded.park, loaded.notes);
  imported.report.matches = match_enterprises(sources, recipe, loaded.park, loaded.notes, problems);
  for (auto& source : sources) imported.report.sources.push_back(std::move(source.report));
  if (strict) refuse_guesses(file.string(), loaded.notes, problems);
  validate(loaded.park, file.string(), problems);
  problems.throw_if_any();
  return imported;
}

LoadedPark read_recipe(const std::filesystem::path& file) { return import_by_recipe(file).loaded; }

std::string recipe_schema() {
  auto body = json_schema::schema_of<Recipe>();
  body["properties"]["sources"] = sources_schema();
  body["properties"]["missing"] = missing_schema();
  return json_schema::document("parktwin recipe", "Turns foreign layers into a park.", body).dump(2);
}

}  // namespace parktwin::importers
