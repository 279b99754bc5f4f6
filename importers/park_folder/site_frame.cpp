#include "importers/park_folder/site_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::importers {
namespace {

/// All areas of the layer, in the frame.
bool read_boundary(const LayerSource& source, const std::filesystem::path& folder, const LocalFrame& frame, MultiPolygon& boundary,
                   Problems& problems) {
  VectorRequest request = request_for(source, folder, frame);
  const auto layer = read_vector_layer(request, problems);
  if (!layer) return false;
  bool good = true;
  for (const auto& feature : layer->features) {
    const auto& parts = feature.shape.area.polygons;
    boundary.polygons.insert(boundary.polygons.end(), parts.begin(), parts.end());
    good = good && !feature.misplaced;
  }
  if (good && boundary.polygons.empty()) {
    problems.add(request.file.string(), "layer " + layer->name, "holds no polygon, expected the area that counts as the park");
    good = false;
  }
  return good;
}

void shift(Ring& ring, Point origin) {
  for (Point& p : ring) p = to_centimetre({p.x - origin.x, p.y - origin.y});
}

Point south_west(const MultiPolygon& shape) {
  const Box box = bounds(shape);
  return {std::floor(box.low.x / 100.0) * 100.0, std::floor(box.low.y / 100.0) * 100.0};
}

void place_origin(SiteFrame& result, std::vector<Note>& notes) {
  result.frame.origin = south_west(result.site.boundary);
  result.site.origin_easting = Metres(result.frame.origin.x);
  result.site.origin_northing = Metres(result.frame.origin.y);
  for (auto& polygon : result.site.boundary.polygons) {
    shift(polygon.outer, result.frame.origin);
    for (auto& hole : polygon.holes) shift(hole, result.frame.origin);
  }
  notes.push_back(
      {NoteKind::information, "site",
       fmt::format("origin taken from the boundary: easting {} m, northing {} m", result.frame.origin.x, result.frame.origin.y)});
}

}  // namespace

VectorRequest request_for(const LayerSource& source, const std::filesystem::path& folder, const LocalFrame& frame) {
  VectorRequest request;
  request.file = folder / source.file;
  request.layer = source.layer;
  request.where = source.where;
  request.crs = source.crs;
  request.x_column = source.x_column;
  request.y_column = source.y_column;
  request.repair = source.repair;
  request.frame = frame;
  return request;
}

SiteFrame read_site(const ParkFile& file, const std::filesystem::path& folder, Problems& problems, std::vector<Note>& notes) {
  SiteFrame result;
  result.site = file.site;
  result.frame = {file.site.crs, {file.site.origin_easting.value(), file.site.origin_northing.value()}};
  if (!file.has_frame) return result;
  if (const auto fault = fault_of_park_crs(file.site.crs)) {
    problems.add(file.name, "site, field crs", *fault);
    return result;
  }
  if (result.site.crs_wkt.empty()) result.site.crs_wkt = well_known_text(result.site.crs);
  result.known = file.has_origin;
  if (file.boundary) result.bounded = read_boundary(*file.boundary, folder, result.frame, result.site.boundary, problems);
  if (!file.has_origin && result.bounded) {
    place_origin(result, notes);
    result.known = true;
  }
  if (!result.known || file.has_longitude_latitude) return result;
  if (const auto place = longitude_latitude(result.frame.crs, result.frame.origin)) {
    result.site.origin_longitude = Degrees(place->x);
    result.site.origin_latitude = Degrees(place->y);
  } else {
    problems.add(
        file.name, "site",
        fmt::format("the origin ({}, {}) is not on the Earth in {}", result.frame.origin.x, result.frame.origin.y, result.frame.crs));
    result.known = false;
  }
  return result;
}

}  // namespace parktwin::importers
