#include "viz/video/film.h"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "engine/core/check.h"
#include "viz/osg/still.h"
#include "viz/scene/land_meshes.h"
#include "viz/tour/camera_path.h"
#include "viz/tour/timeline.h"

namespace parktwin::viz {

struct Film::Set {
  const storage::SavedRun& run;
  std::vector<tour::Stop> stops;
  FilmOptions options;
  std::vector<tour::Frame> frames;
  Ground ground;
  std::map<std::pair<Layer, bool>, std::unique_ptr<Still>> stages;  ///< by layer and whether one looks underground
  std::optional<std::size_t> at_rest;                               ///< stop of the two pictures below
  Picture bare;
  Picture worded;
  Picture shown;

  Still& stage_of(const tour::Stop& stop);
  void rest(std::size_t number);
  Picture flying(const tour::Stop& stage, const Pose& pose, PixelPoint middle);
  void fly(const tour::Frame& frame);
};

Still& Film::Set::stage_of(const tour::Stop& stop) {
  auto& stage = stages[{stop.layer, stop.underground}];
  if (!stage) {
    RenderOptions render;
    render.width = options.width;
    render.height = options.height;
    render.labels = false;
    stage = std::make_unique<Still>(build_scene(run.park, &run.results, {stop.layer, options.language, stop.underground}), render);
  }
  return *stage;
}

void Film::Set::rest(std::size_t number) {
  if (at_rest == number) return;
  const tour::Stop& stop = stops[number];
  Still& stage = stage_of(stop);
  bare = flying(stop, stop.pose, stage.free_middle());
  const bool chinese = options.language == Language::zh;
  stage.set_words(true, chinese ? stop.title_zh : stop.title_en, chinese ? stop.text_zh : stop.text_en);
  worded = stage.draw();
  stage.set_words(false, "", "");
  at_rest = number;
}

Picture Film::Set::flying(const tour::Stop& stop, const Pose& pose, PixelPoint middle) {
  Still& stage = stage_of(stop);
  stage.look_at(pose, ground.height(pose.at), middle);
  return stage.draw();
}

void Film::Set::fly(const tour::Frame& frame) {
  const tour::Stop& from = stops[frame.stop];
  const tour::Stop& to = stops[frame.stop + 1];
  const double share = *frame.flight;
  const Pose pose = tour::CameraPath(from.pose, to.pose).at(share);
  const PixelPoint begin = stage_of(from).free_middle();
  const PixelPoint end = stage_of(to).free_middle();
  const double smooth = share * share * (3.0 - 2.0 * share);
  const PixelPoint middle{std::lerp(begin.x, end.x, smooth), std::lerp(begin.y, end.y, smooth)};
  const bool one_stage = &stage_of(from) == &stage_of(to);
  if (one_stage || frame.next_map == 0.0) {
    shown = flying(from, pose, middle);
  } else if (frame.next_map == 1.0) {
    shown = flying(to, pose, middle);
  } else {
    // Of two panels one over the other none could be read: the weaker picture goes without.
    const bool leaving = frame.next_map < 0.5;
    stage_of(leaving ? to : from).show_head_up(false);
    shown = mixed(flying(from, pose, middle), flying(to, pose, middle), frame.next_map);
    stage_of(leaving ? to : from).show_head_up(true);
  }
}

Film::Film(const storage::SavedRun& run, std::vector<tour::Stop> stops, const FilmOptions& options) {
  PARKTWIN_CHECK(!stops.empty(), "a film without a view");
  auto frames = tour::timeline(stops, options.frames_per_second, options.seconds_per_stop);
  set_ = std::make_unique<Set>(Set{run, std::move(stops), options, std::move(frames), ground_under(run.park), {}, {}, {}, {}, {}});
}

Film::~Film() = default;

std::size_t Film::frames() const { return set_->frames.size(); }

const Picture& Film::frame(std::size_t number) {
  const tour::Frame& frame = set_->frames.at(number);
  if (frame.flight) {
    set_->fly(frame);
    return set_->shown;
  }
  set_->rest(frame.stop);
  if (frame.words == 0.0) return set_->bare;
  if (frame.words == 1.0) return set_->worded;
  set_->shown = mixed(set_->bare, set_->worded, frame.words);
  return set_->shown;
}

Picture mixed(const Picture& a, const Picture& b, double share) {
  PARKTWIN_CHECK(a.rgb.size() == b.rgb.size(), "pictures of two sizes");
  Picture made{a.width, a.height, std::vector<std::uint8_t>(a.rgb.size())};
  const auto of_b = static_cast<unsigned>(std::lround(share * 256.0));
  for (std::size_t i = 0; i < made.rgb.size(); ++i) {
    made.rgb[i] = static_cast<std::uint8_t>((a.rgb[i] * (256U - of_b) + b.rgb[i] * of_b + 128U) >> 8U);
  }
  return made;
}

}  // namespace parktwin::viz
