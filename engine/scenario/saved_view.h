#pragma once
// A view that a scenario keeps for showing its run: from where, of which map, with which words. A tour flies from one to the next in the
// order of the file; without any, programs choose views by themselves.
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/units.h"

namespace parktwin {

/// What lies on the ground of a picture.
enum class MapLayer { none, rsrp, sinr, best_server, unserved, rsrq, throughput_down };

constexpr auto names_of(MapLayer) {
  return std::to_array<EnumName<MapLayer>>({{MapLayer::none, "none"},
                                            {MapLayer::rsrp, "rsrp"},
                                            {MapLayer::sinr, "sinr"},
                                            {MapLayer::best_server, "best_server"},
                                            {MapLayer::unserved, "unserved"},
                                            {MapLayer::rsrq, "rsrq"},
                                            {MapLayer::throughput_down, "throughput_down"}});
}

/// Views every park has: all of it from the side, all of it from above, its middle.
enum class StandardView { overview, plan, centre };

constexpr auto names_of(StandardView) {
  return std::to_array<EnumName<StandardView>>(
      {{StandardView::overview, "overview"}, {StandardView::plan, "plan"}, {StandardView::centre, "centre"}});
}

/// Looks at a point on the ground.
struct ViewCamera {
  Point at;
  Metres distance;
  Degrees azimuth;  ///< the way one looks, clockwise from north
  Degrees pitch = Degrees(35.0);
};

template <class Visitor, DescribedAs<ViewCamera> Self>
void describe(Visitor&& visit, Self& camera) {
  visit(Field{.name = "at",
              .unit = "m",
              .meaning = "point on the ground in the middle of the picture, east and north of the origin",
              .required = true},
        camera.at);
  visit(
      Field{.name = "distance_m", .unit = "m", .meaning = "from there to the eye", .minimum = 20.0, .maximum = 100000.0, .required = true},
      camera.distance);
  visit(Field{"azimuth_deg", "degree", "direction one looks in, clockwise from north", -360.0, 360.0}, camera.azimuth);
  visit(Field{"pitch_deg", "degree", "how far below the horizon one looks", 5.0, 90.0}, camera.pitch);
}

struct SavedView {
  std::string name;
  std::string name_zh;
  std::string caption;
  std::string caption_zh;
  MapLayer layer = MapLayer::none;
  StandardView view = StandardView::overview;
  std::optional<ViewCamera> camera;  ///< takes the place of `view`
  bool underground = false;
  std::optional<double> seconds;  ///< that it is shown; none: as long as any view
};

template <class Visitor, DescribedAs<SavedView> Self>
void describe(Visitor&& visit, Self& view) {
  visit(Field{.name = "name", .unit = "", .meaning = "title in English", .required = true}, view.name);
  visit(Field{"name_zh", "", "title in Chinese"}, view.name_zh);
  visit(Field{"caption", "", "a sentence below the picture, in English"}, view.caption);
  visit(Field{"caption_zh", "", "the sentence in Chinese"}, view.caption_zh);
  visit(Field{"layer", "", "map on the ground"}, view.layer);
  visit(Field{"view", "", "from where, when no camera is given"}, view.view);
  visit(Field{"camera", "", "from where"}, view.camera);
  visit(Field{"underground", "", "ground and buildings transparent, so that ducts and cables show"}, view.underground);
  visit(Field{"seconds", "s", "how long it is shown; empty: as long as any view", 0.5, 600.0}, view.seconds);
}

}  // namespace parktwin
