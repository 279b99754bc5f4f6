#pragma once
// Objects of a 3D city model (CityJSON, CityGML) as a layer: one feature for each object that has a body, an outline or a place.
// Columns: id, type, parent, lod, ground_height, roof_height and height (metres, of the lowest and highest corner), then all attributes;
// attributes with one of these names are called "attributes.height" and so on, and the usual ones of the standard (function, measuredHeight
// …) are columns whether a model has them or not. A part takes the attributes of its parent that it lacks. Where the parts of a building
// cover most of it, they stand for it.
#include <map>
#include <string>
#include <vector>

#include "importers/city_model/footprint.h"
#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

struct CityObject {
  std::string id;
  std::string type;
  std::string parent;  ///< id; empty: none
  std::string lod;
  std::vector<CitySurface> surfaces;
  std::vector<Point> points;  ///< of objects that only have a place, such as trees
  std::map<std::string, Attribute> attributes;
};

struct CityModel {
  VectorLayer layer;
  std::string vertical_datum;  ///< what heights count from, where the model says it
  std::size_t of_extensions = 0;
  std::size_t without_geometry = 0;
  std::size_t replaced_by_parts = 0;
  std::size_t appearances = 0;  ///< textures and materials, which are not read
};

struct CityRequest {
  std::filesystem::path file;
  std::string crs;  ///< overrides what the file says; empty: as it says
  LocalFrame frame;
};

/// Adds the objects to the layer of the model, in their order, and counts those left out.
void fill_layer(std::vector<CityObject> objects, CityModel& model);

/// Kinds of surfaces as both formats name them.
[[nodiscard]] SurfaceMeaning surface_meaning(const std::string& type);

}  // namespace parktwin::importers
