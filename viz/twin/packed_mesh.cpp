#include "viz/twin/packed_mesh.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/check.h"
#include "viz/scene/colour_scale.h"
#include "viz/twin/byte_planes.h"

namespace parktwin::viz::twin {
namespace {

constexpr float ambient = 0.58F;
constexpr double steps = 65535.0;

using ColourPair = std::array<std::uint8_t, 8>;  ///< RGBA alone, RGBA under a map

std::array<std::uint8_t, 4> pixel_of(const Mesh* mesh, std::size_t vertex, const std::array<float, 3>& to_sun) {
  if (mesh == nullptr) return {0, 0, 0, 0};
  return to_bytes(mesh->shaded ? lit(mesh->colours[vertex], mesh->vertices[vertex].normal, to_sun) : mesh->colours[vertex]);
}

struct NumberedColours {
  std::vector<std::uint32_t> numbers;  ///< one per vertex
  std::vector<ColourPair> colours;
};

NumberedColours numbered(const Mesh* plain, const Mesh* muted, std::size_t count, const std::array<float, 3>& to_sun) {
  NumberedColours result;
  std::map<ColourPair, std::uint32_t> known;
  for (std::size_t i = 0; i < count; ++i) {
    const auto alone = pixel_of(plain, i, to_sun);
    const auto under = pixel_of(muted, i, to_sun);
    const ColourPair pair{alone[0], alone[1], alone[2], alone[3], under[0], under[1], under[2], under[3]};
    const auto [at, added] = known.emplace(pair, static_cast<std::uint32_t>(result.colours.size()));
    if (added) result.colours.push_back(pair);
    result.numbers.push_back(at->second);
  }
  PARKTWIN_CHECK(result.colours.size() <= 65536, "a mesh of the twin has more colours than its numbers reach");
  return result;
}

struct Axis {
  double origin = 0.0;
  double step = 1.0;
  std::vector<std::uint32_t> places;
  [[nodiscard]] double at(std::size_t vertex) const { return origin + step * places[vertex]; }
};

Axis on_steps(const std::vector<double>& values) {
  Axis axis;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  axis.origin = *low;
  if (*high > *low) axis.step = (*high - *low) / steps;
  axis.places.reserve(values.size());
  for (const double value : values) axis.places.push_back(static_cast<std::uint32_t>(std::lround((value - axis.origin) / axis.step)));
  return axis;
}

void add_positions(const Mesh& mesh, const Ground* ground, Packed& packed) {
  std::array<Axis, 3> axes;
  for (std::size_t k = 0; k < 3; ++k) {
    std::vector<double> values;
    values.reserve(mesh.vertices.size());
    for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
      double value = static_cast<double>(mesh.vertices[i].position[k]);
      // From the ground below the place as it will be read; to half a centimetre, so that equal heights stay equal.
      if (k == 2 && ground != nullptr) value = std::round((value - ground->height({axes[0].at(i), axes[1].at(i)})) * 200.0) / 200.0;
      values.push_back(value);
    }
    axes[k] = on_steps(values);
  }
  packed.head["draped"] = ground != nullptr;
  packed.head["origin"] = {axes[0].origin, axes[1].origin, axes[2].origin};
  packed.head["step"] = {axes[0].step, axes[1].step, axes[2].step};
  for (const Axis& axis : axes) add_planes(packed.bytes, differences(axis.places), 2);
}

/// Thousands of small things that nobody picks one by one.
bool is_one_object(const std::string& mesh) {
  return mesh == "trees" || mesh == "road_markings" || mesh == "zone_outlines" || mesh == "shadows";
}

}  // namespace

Colour lit(const Colour& colour, const std::array<float, 3>& normal, const std::array<float, 3>& to_sun) {
  const float diffuse = (1.0F - ambient) / std::max(to_sun[2], 0.1F);
  const float facing = std::max(0.0F, normal[0] * to_sun[0] + normal[1] * to_sun[1] + normal[2] * to_sun[2]);
  return shade(colour, ambient + diffuse * facing);
}

Packed packed_mesh(const Mesh* plain, const Mesh* muted, const std::array<float, 3>& to_sun, const Ground* ground) {
  PARKTWIN_CHECK(plain != nullptr || muted != nullptr, "a mesh of the twin is drawn in no way");
  const Mesh& mesh = plain != nullptr ? *plain : *muted;
  PARKTWIN_CHECK(!mesh.vertices.empty() && (muted == nullptr || muted->triangles == mesh.triangles),
                 "a mesh of the twin changes under a map");
  Packed packed;
  packed.head = {{"name", mesh.name}, {"plain", plain != nullptr}, {"muted", muted != nullptr}};
  packed.head["vertices"] = mesh.vertices.size();
  packed.head["triangles"] = mesh.triangles.size() / 3;
  add_positions(mesh, ground, packed);
  const NumberedColours colours = numbered(plain, muted, mesh.vertices.size(), to_sun);
  packed.head["colours"] = colours.colours.size();
  add_planes(packed.bytes, differences(colours.numbers), 2);
  add_planes(packed.bytes, differences(mesh.triangles), 3);
  packed.head["ids"] = Json::array();
  if (!is_one_object(mesh.name)) {
    std::vector<std::uint32_t> first;
    for (const Mesh::Group& group : mesh.groups) {
      packed.head["ids"].push_back(group.record);
      first.push_back(group.first_triangle);
    }
    add_planes(packed.bytes, differences(first), 3);
  }
  for (const ColourPair& pair : colours.colours) packed.bytes.append(pair.begin(), pair.end());
  return packed;
}

}  // namespace parktwin::viz::twin
