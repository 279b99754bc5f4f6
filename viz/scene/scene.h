#pragma once
// The park as neutral meshes, labels and a legend, in metres of the local frame (x east, y north, z up). OSG, glTF and the web draw it;
// nothing here knows them.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/grid.h"
#include "engine/park/park.h"
#include "engine/run/results.h"
#include "engine/scenario/saved_view.h"

namespace parktwin::viz {

struct Colour {
  float red = 0.0F;
  float green = 0.0F;
  float blue = 0.0F;
  float alpha = 1.0F;
};

struct Vertex {
  std::array<float, 3> position{};
  std::array<float, 3> normal{0.0F, 0.0F, 1.0F};
};

/// Triangles of one kind of thing. Colours with alpha below 1 are blended over what lies beneath, once per mesh. `record` names, per
/// triangle group, what was drawn (for picking): first triangle and record id.
struct Mesh {
  std::string name;  ///< "buildings", "roads" …
  std::vector<Vertex> vertices;
  std::vector<Colour> colours;  ///< one per vertex
  std::vector<std::uint32_t> triangles;
  struct Group {
    std::uint32_t first_triangle = 0;
    std::string record;
  };
  std::vector<Group> groups;
  bool shaded = true;  ///< lit by the sun; a draped map is not
  bool veil = false;   ///< transparent: of all veils only the nearest is blended over what is no veil
};

/// An image draped over the ground.
struct Drape {
  GridFrame frame;
  std::vector<std::array<std::uint8_t, 4>> pixels;  ///< RGBA, row 0 in the south
};

struct Label {
  std::array<float, 3> position{};
  std::string text;
  int rank = 0;  ///< 0 most important; renderers drop high ranks first
};

struct LegendEntry {
  Colour colour;
  std::string text;
};

struct Legend {
  std::string title;  ///< with the unit
  std::vector<LegendEntry> entries;
  bool continuous = false;  ///< a scale: colours blend from each entry to the next
};

struct Scene {
  std::string title;
  std::string subtitle;
  std::vector<Mesh> meshes;
  std::optional<Drape> drape;
  std::vector<Label> labels;
  std::vector<Legend> legends;
  std::array<float, 3> low{};  ///< bounds of the park
  std::array<float, 3> high{};
  Colour background;                              ///< what the ground fades into
  std::array<float, 3> to_sun{0.0F, 0.0F, 1.0F};  ///< unit vector; the mesh "shadows" is cast along it
  bool shadows_on_buildings = false;              ///< a renderer that can is to let them fall on roofs and walls too
};

enum class Language { en, zh };

constexpr auto names_of(Language) { return std::to_array<EnumName<Language>>({{Language::en, "en"}, {Language::zh, "zh"}}); }

using Layer = MapLayer;

/// Where the sun stands.
struct SunAngle {
  double azimuth_deg = 232.0;  ///< clockwise from north
  double elevation_deg = 46.0;
};

enum class Side { east, north, west, south };

constexpr auto names_of(Side) {
  return std::to_array<EnumName<Side>>({{Side::east, "east"}, {Side::north, "north"}, {Side::west, "west"}, {Side::south, "south"}});
}

/// Takes away that share of the park on that side, so that one looks at the cut.
struct Section {
  Side side = Side::south;
  double share = 0.5;
};

struct SceneOptions {
  Layer layer = Layer::rsrp;
  Language language = Language::en;
  bool underground = false;             ///< looks into the ground (underground.h)
  const Results* before = nullptr;      ///< the map shows what changed since these (difference.h)
  std::optional<Section> section = {};  ///< (section.h)
  SunAngle sun = {};                    ///< elevation above 0
  bool shadows_on_buildings = false;    ///< of the sun's true place, not of the light that shows shapes best
};

/// `results` may be null: then only layer none is drawn.
[[nodiscard]] Scene build_scene(const Park& park, const Results* results, const SceneOptions& options);

}  // namespace parktwin::viz
