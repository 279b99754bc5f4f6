#include "viz/tour/stops.h"

#include "viz/scene/land_meshes.h"
#include "viz/scene/wording.h"
#include "viz/tour/automatic_stops.h"
#include "viz/tour/standard_pose.h"

namespace parktwin::viz::tour {
namespace {

Stop stop_of(const SavedView& view, const Park& park, const Ground& ground) {
  Stop stop;
  stop.title_en = name_in(Language::en, view.name, view.name_zh);
  stop.title_zh = name_in(Language::zh, view.name, view.name_zh);
  stop.text_en = name_in(Language::en, view.caption, view.caption_zh);
  stop.text_zh = name_in(Language::zh, view.caption, view.caption_zh);
  stop.layer = view.layer;
  stop.underground = view.underground;
  stop.seconds = view.seconds;
  stop.pose = view.camera ? Pose{view.camera->at, view.camera->distance.value(), view.camera->azimuth.value(), view.camera->pitch.value()}
                          : standard_pose(park, ground, view.view);
  return stop;
}

}  // namespace

std::vector<Stop> stops_of(const storage::SavedRun& run) {
  if (run.views.empty()) return automatic_stops(run);
  const Ground ground = ground_under(run.park);
  std::vector<Stop> stops;
  for (const SavedView& view : run.views) stops.push_back(stop_of(view, run.park, ground));
  return stops;
}

}  // namespace parktwin::viz::tour
