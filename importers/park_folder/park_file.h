#pragma once
// park.yaml, typed: where each part of a park lives and which foreign column, value or default stands for which of our fields.
//
//   site: {name: …, crs: "EPSG:4549", origin_easting_m: …, …}     origin left out: south-west of the boundary, to full 100 m
//   boundary: {file: boundary.geojson}                            all areas of the layer together
//   terrain: {file: terrain.tif}                                  left out: flat at 0 m
//   weather: {file: weather.epw}                                 a typical year, hourly; left out: none
//   height_rules: {factory: {storey_m: 6, floors: 2}}             where heights are missing; overrides the usual ones
//   layers:
//     buildings: {file: city.gpkg, layer: houses, where: "kind <> 'ruin'", fields: {height_m: HOEHE}, defaults: {material: brick},
//                 values: {use: {"Werkhalle": factory}}}
//
// Zones may overlap: the first in the layer counts.
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/park/site.h"
#include "importers/park_folder/height_rules.h"

namespace parktwin::importers {

/// Where a layer lies and how OGR opens it.
struct LayerSource {
  std::string file;
  std::string layer;
  std::string where;
  std::string crs;
  std::string x_column;
  std::string y_column;
  bool repair = false;
};

template <class Visitor, DescribedAs<LayerSource> Self>
void describe(Visitor&& visit, Self& source) {
  visit(Field{.name = "file", .unit = "", .meaning = "file, relative to the folder of park.yaml", .required = true}, source.file);
  visit(Field{"layer", "", "layer of a file with several"}, source.layer);
  visit(Field{"where", "", "OGR attribute filter, such as \"height > 3\""}, source.where);
  visit(Field{"crs", "", "coordinate reference system where the file does not say it, or says it wrongly"}, source.crs);
  visit(Field{"x_column", "", "column with the easting or longitude, for CSV"}, source.x_column);
  visit(Field{"y_column", "", "column with the northing or latitude, for CSV"}, source.y_column);
  visit(Field{"repair", "", "make invalid areas valid instead of refusing them"}, source.repair);
}

/// A text of park.yaml and where it stands.
struct PlacedText {
  std::string text;
  std::string place;  ///< "line 3, column 5"
};

/// One entry of `layers`.
struct LayerSection {
  LayerSource source;
  std::map<std::string, PlacedText> fields;                         ///< our field -> their column
  std::map<std::string, PlacedText> defaults;                       ///< our field -> value where theirs is missing
  std::map<std::string, std::map<std::string, PlacedText>> values;  ///< our field -> their value -> ours
};

struct TerrainSection {
  std::string file;
  std::string crs;
  std::optional<Metres> cell_size;
  Metres margin = Metres(200.0);
  std::optional<Metres> lowest;
  std::string source;
  double filled_share = 0.0;
};

template <class Visitor, DescribedAs<TerrainSection> Self>
void describe(Visitor&& visit, Self& terrain) {
  visit(Field{"file", "", "raster of ground elevations in metres, relative to the folder of park.yaml"}, terrain.file);
  visit(Field{"crs", "", "coordinate reference system where the file does not say it"}, terrain.crs);
  visit(Field{"cell_size_m", "m", "resample to this cell size around the boundary; left out: take the cells of the file", 0.5, 1000},
        terrain.cell_size);
  visit(Field{"margin_m", "m", "when resampling, how far beyond the boundary", 0, 20000}, terrain.margin);
  visit(Field{"lowest_m", "m", "lower values are artefacts and are filled from their surroundings", -500, 9000}, terrain.lowest);
  visit(Field{"source", "", "where the elevation comes from"}, terrain.source);
  visit(Field{"filled_share", "1", "share of cells that were filled before the file was written", 0, 1}, terrain.filled_share);
}

struct WeatherSection {
  std::string file;
};

template <class Visitor, DescribedAs<WeatherSection> Self>
void describe(Visitor&& visit, Self& weather) {
  visit(Field{.name = "file", .unit = "", .meaning = "EPW file of a year, relative to the folder of park.yaml", .required = true},
        weather.file);
}

struct ParkFile {
  std::string name;        ///< the file as the user named it
  Site site;               ///< without boundary
  bool has_frame = false;  ///< CRS and origin are sound
  bool has_origin = false;
  bool has_longitude_latitude = false;
  std::optional<LayerSource> boundary;
  std::optional<TerrainSection> terrain;
  std::optional<WeatherSection> weather;
  HeightRules height_rules = usual_height_rules();
  std::map<std::string, LayerSection> layers;  ///< by the name of the part
  std::set<std::string> faulty_layers;         ///< sections with problems, left out of `layers`
};

/// Strict: unknown keys, wrong types, mapped fields that do not exist and defaults that do not fit are problems with line and column.
/// Throws InputError when the file is missing or no YAML at all.
[[nodiscard]] ParkFile read_park_file(const std::filesystem::path& file, Problems& problems);

/// Keys at the top of park.yaml.
inline constexpr std::array<std::string_view, 6> park_file_keys{"site", "boundary", "terrain", "weather", "height_rules", "layers"};
/// Keys of an entry of `layers` beside those of LayerSource.
inline constexpr std::array<std::string_view, 3> mapping_keys{"fields", "defaults", "values"};

}  // namespace parktwin::importers
