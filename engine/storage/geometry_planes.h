#pragma once
// The planes and detours of a site's geometry as arrays of a file: their names, units and meaning in one list that writer and reader walk.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::storage {

/// Value = stored number × step, in units.
struct Plane {
  const char* name;
  const char* units;
  double step;
  const char* meaning;
};

/// Calls visit(Plane, array of one number per cell of the window) for each plane.
template <class Geometry, class Visitor>
void for_each_plane(Geometry& geometry, Visitor&& visit) {
  visit(Plane{"edge_1", "1", 1.0, "first edge: bit 15 set where the antenna is out of sight; else 256 (Fresnel parameter at 1 GHz + 1)"},
        geometry.edge[0]);
  visit(Plane{"edge_2", "1", 1.0, "second edge, as edge_1"}, geometry.edge[1]);
  visit(Plane{"edge_3", "1", 1.0, "third edge, as edge_1"}, geometry.edge[2]);
  visit(Plane{"departure", "1", static_cast<double>(radio::departure_step), "slope towards the first edge"}, geometry.departure);
  visit(Plane{"spreading", "dB", static_cast<double>(radio::spreading_step_db), "spreading correction of the edges"}, geometry.spreading);
  visit(Plane{"vegetation", "m", static_cast<double>(radio::vegetation_step_m), "way through crowns"}, geometry.vegetation);
  visit(Plane{"detour", "1", 1.0, "0, or 1 + position in the group detours"}, geometry.detour);
}

/// Calls visit(Plane, member) for each field of a detour.
template <class Visitor>
void for_each_detour_field(Visitor&& visit) {
  using radio::Detour;
  visit(Plane{"kind", "1", 1.0, "0 corner, 1 facade"}, &Detour::kind);
  visit(Plane{"material", "1", 1.0, "of the facade: concrete, brick, metal, standard_glass, coated_glass"}, &Detour::material);
  visit(Plane{"x_m", "m", 1.0, "corner, or the antenna's image"}, &Detour::x_m);
  visit(Plane{"y_m", "m", 1.0, "corner, or the antenna's image"}, &Detour::y_m);
  visit(Plane{"way_m", "m", 1.0, "ground distance from the antenna to the corner"}, &Detour::way_m);
  visit(Plane{"normal_x", "1", 1.0, "facade's normal, or direction to the corner"}, &Detour::normal_x);
  visit(Plane{"normal_y", "1", 1.0, "facade's normal, or direction to the corner"}, &Detour::normal_y);
}

/// The number in the file that stands for a detour's field: enumerations in one byte.
template <class Member>
struct stored {
  using type = Member;
};
template <class Member>
requires std::is_enum_v<Member>
struct stored<Member> {
  using type = std::uint8_t;
};

}  // namespace parktwin::storage
