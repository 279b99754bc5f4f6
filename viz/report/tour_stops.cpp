#include "viz/report/tour_stops.h"

#include <cmath>

#include "viz/scene/land_meshes.h"
#include "viz/tour/stops.h"

namespace parktwin::viz::report {

Json tour_stops(const storage::SavedRun& run) {
  const Ground ground = ground_under(run.park);
  Json stops = Json::array();
  for (const tour::Stop& stop : tour::stops_of(run)) {
    const Pose& pose = stop.pose;
    const Layer layer = stop.layer == Layer::rsrq ? Layer::sinr : stop.layer;  // the page leaves RSRQ out
    stops.push_back({{"title", {{"en", stop.title_en}, {"zh", stop.title_zh}}},
                     {"text", {{"en", stop.text_en}, {"zh", stop.text_zh}}},
                     {"layer", std::string(name_of(layer))},
                     {"underground", stop.underground},
                     {"at", {std::round(pose.at.x), std::round(pose.at.y), std::round(ground.height(pose.at))}},
                     {"distance", std::round(pose.distance_m)},
                     {"azimuth", pose.azimuth_deg},
                     {"pitch", pose.pitch_deg}});
  }
  return stops;
}

}  // namespace parktwin::viz::report
