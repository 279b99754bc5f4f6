#include <fmt/format.h>

#include "importers/epw/epw.h"
#include "importers/gdal_layers/raster.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/park_folder/layer_text.h"
#include "importers/park_folder/park_folder.h"
#include "importers/park_folder/staged_folder.h"

namespace parktwin::importers {
namespace {

template <class T>
bool has_geometry() {
  bool found = false;
  const T record{};
  describe([&found]<class M>(const Field&, const M&) { found = found || GeometryMember<M>; }, record);
  return found;
}

std::string boundary_text(const Site& site, const LocalFrame& frame) {
  const CoordinateText coordinates(frame);
  return collection_head("boundary", frame.crs) +
         fmt::format("{{\"type\": \"Feature\", \"properties\": {{}}, \"geometry\": {}}}", coordinates.geometry(site.boundary)) +
         std::string(collection_foot);
}

std::string site_text(const Park& park) {
  std::string text = "site:\n";
  const std::string& known_text = park.site->crs_wkt;
  describe(
      [&]<class M>(const Field& field, const M& member) {
        // Readers derive the well-known text from the CRS.
        if (field.name == "crs_wkt" && (known_text.empty() || known_text == well_known_text(park.site->crs))) return;
        if constexpr (!GeometryMember<M>) text += fmt::format("  {}: {}\n", field.name, json_text(park, member));
      },
      *park.site);
  return text;
}

std::string terrain_text(const Terrain& terrain) {
  std::string text = "terrain:\n";
  if (!terrain.elevation_m.empty()) text += "  file: terrain.tif\n";
  text += fmt::format("  source: {}\n  filled_share: {}\n", json_string(terrain.source), terrain.filled_share);
  return text;
}

}  // namespace

void write_park_folder(const Park& park, const std::filesystem::path& folder) {
  StagedFolder staged(folder, "park.yaml");
  const Site& site = *park.site;
  const LocalFrame frame{site.crs, {site.origin_easting.value(), site.origin_northing.value()}};
  std::string yaml = "# A park for parktwin: what it is, and which file holds which part. Coordinates are metres in the CRS below.\n";
  yaml += site_text(park);
  staged.write("boundary.geojson", boundary_text(site, frame));
  yaml += "boundary: {file: boundary.geojson}\n";
  if (!park.terrain->elevation_m.empty()) write_raster(park.terrain->elevation_m, frame, staged.path() / "terrain.tif");
  yaml += terrain_text(*park.terrain);
  if (!park.weather->empty()) {
    staged.write("weather.epw", epw_text(*park.weather));
    yaml += "weather: {file: weather.epw}\n";
  }
  yaml += "layers:\n";
  bool any = false;
  describe(
      [&]<class P>(const Field& field, const P& part) {
        if constexpr (RecordTable<typename P::Content>) {
          using Record = typename P::Content::Record;
          if (part->empty()) return;
          const std::string table(field.name);
          const std::string name = table + (has_geometry<Record>() ? ".geojson" : ".csv");
          staged.write(name, has_geometry<Record>() ? geojson_text(park, table, *part, frame) : csv_text(park, *part));
          yaml += fmt::format("  {}: {{file: {}}}\n", table, name);
          any = true;
        }
      },
      park);
  if (!any) yaml.resize(yaml.size() - std::string_view("layers:\n").size());
  staged.write("park.yaml", yaml);
  staged.commit();
}

}  // namespace parktwin::importers
