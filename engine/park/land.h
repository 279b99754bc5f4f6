#pragma once
// The land: terrain, zones (public areas and water), roads, parcels, trees.
#include <array>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/grid.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Enterprise;

/// Ground elevation above the vertical datum; empty means flat at 0 m.
struct Terrain {
  Grid<float> elevation_m;
  double filled_share = 0.0;  ///< share of cells without a believable measurement (no-data, sea), filled on import
  std::string source;
};

template <class Visitor, DescribedAs<Terrain> Self>
void describe(Visitor&& visit, Self& terrain) {
  visit(Field{"elevation_m", "m", "ground elevation"}, terrain.elevation_m);
  visit(Field{"filled_share", "1", "share of cells filled on import", 0, 1}, terrain.filled_share);
  visit(Field{"source", "", "where the elevation comes from"}, terrain.source);
}

enum class ZoneKind { road, square, green, car_park, water };

constexpr auto names_of(ZoneKind) {
  return std::to_array<EnumName<ZoneKind>>({{ZoneKind::road, "road"},
                                            {ZoneKind::square, "square"},
                                            {ZoneKind::green, "green"},
                                            {ZoneKind::car_park, "car_park"},
                                            {ZoneKind::water, "water"}});
}

/// An area of one use that is not an enterprise's parcel. Zones do not overlap each other by intent; where they do, the first counts.
struct Zone {
  std::string id;
  std::string name;
  std::string name_zh;
  ZoneKind kind = ZoneKind::green;
  bool is_public = true;  ///< counts as public area (公共区域)
  MultiPolygon shape;
};

template <class Visitor, DescribedAs<Zone> Self>
void describe(Visitor&& visit, Self& zone) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, zone.id);
  visit(Field{"name", "", "name in English"}, zone.name);
  visit(Field{"name_zh", "", "name in Chinese"}, zone.name_zh);
  visit(Field{"kind", "", "road, square, green, car_park or water"}, zone.kind);
  visit(Field{"public", "", "counts as public area"}, zone.is_public);
  visit(Field{.name = "shape", .unit = "", .meaning = "area", .required = true}, zone.shape);
}

enum class RoadClass { motorway, arterial, local };

constexpr auto names_of(RoadClass) {
  return std::to_array<EnumName<RoadClass>>(
      {{RoadClass::motorway, "motorway"}, {RoadClass::arterial, "arterial"}, {RoadClass::local, "local"}});
}

/// A street's centre line. Its surface is a zone of kind road.
struct Road {
  std::string id;
  std::string name;
  std::string name_zh;
  RoadClass road_class = RoadClass::local;
  Metres width = Metres(20.0);
  LineString path;
};

template <class Visitor, DescribedAs<Road> Self>
void describe(Visitor&& visit, Self& road) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, road.id);
  visit(Field{"name", "", "name in English"}, road.name);
  visit(Field{"name_zh", "", "name in Chinese"}, road.name_zh);
  visit(Field{"class", "", "motorway, arterial or local"}, road.road_class);
  visit(Field{"width_m", "m", "width between property lines", 1, 200}, road.width);
  visit(Field{.name = "path", .unit = "", .meaning = "centre line", .required = true}, road.path);
}

/// A plot of land and who uses it.
struct Parcel {
  std::string id;
  std::string land_use;
  Id<Enterprise> enterprise;
  MultiPolygon shape;
};

template <class Visitor, DescribedAs<Parcel> Self>
void describe(Visitor&& visit, Self& parcel) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, parcel.id);
  visit(Field{"land_use", "", "use of the land"}, parcel.land_use);
  visit(Field{"enterprise", "", "enterprise that uses it"}, parcel.enterprise);
  visit(Field{.name = "shape", .unit = "", .meaning = "area", .required = true}, parcel.shape);
}

struct Tree {
  std::string id;
  Metres height = Metres(8.0);
  Metres crown_diameter = Metres(5.0);
  Point position;
};

template <class Visitor, DescribedAs<Tree> Self>
void describe(Visitor&& visit, Self& tree) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, tree.id);
  visit(Field{"height_m", "m", "height above ground", 0.5, 80}, tree.height);
  visit(Field{"crown_diameter_m", "m", "diameter of the crown", 0.5, 40}, tree.crown_diameter);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, tree.position);
}

}  // namespace parktwin
