#include "viz/window/desk.h"

#include <algorithm>
#include <utility>

#include "engine/core/errors.h"
#include "viz/scene/land_meshes.h"
#include "viz/window/wording.h"
#include "viz/window/year_time.h"

namespace parktwin::viz::window {
namespace {

double longer_side(const Scene& scene) { return std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]); }

std::vector<bool> parts_at_first() {
  std::vector<bool> shown;
  for (const Part& part : drawn_parts()) shown.push_back(part.at_first);
  return shown;
}

constexpr double message_lasts_s = 6.0;

}  // namespace

Desk::Desk(DeskInputs inputs, int width, int height)
    : inputs_(std::move(inputs)),
      width_(width),
      height_(height),
      display_(inputs_.display),
      base_(display_.state),
      edits_(base_->park),
      ground_(std::make_shared<const Ground>(ground_under(base_->park))),
      navigator_(inputs_.start(inputs_.first_view), ground_height(), longer_side(display_.scene)),
      layer_(display_.layer),
      parts_(parts_at_first()),
      phase_(inputs_.phase),
      shown_phase_(inputs_.phase),
      time_step_(has_year(base_->results.get()) ? peak_step(*base_->results) : 0),
      drawing_([this](const std::string& message) {
        loading_ = false;
        phase_ = shown_phase_;
        say(message);
      }),
      simulating_([this](const std::string& message) {
        following_ = false;
        say(filled(word::no_what_if, inputs_.language, message));
      }) {
  set_views(read_views(inputs_.views_file));
  view_at_ = views_.size();
}

GroundHeight Desk::ground_height() const {
  return [this](double east, double north) { return ground_->height({east, north}); };
}

Desk::~Desk() {
  if (run_) run_->stop();
}

void Desk::say(const std::string& text) {
  message_ = text;
  message_seconds_ = message_lasts_s;
  changed_ = true;
}

bool Desk::take_change() { return std::exchange(changed_, false); }

std::optional<std::filesystem::path> Desk::take_picture_wish() { return std::exchange(picture_wish_, std::nullopt); }

void Desk::resize(int width, int height) {
  if (width <= 0 || height <= 0) return;
  width_ = width;
  height_ = height;
  changed_ = true;
}

void Desk::advance(double seconds) {
  if (drawing_.take_over()) changed_ = true;
  if (simulating_.take_over()) changed_ = true;
  if (moving()) {
    navigator_.move(steering(), seconds);
    changed_ = true;
  }
  if (message_seconds_ > 0.0) {
    message_seconds_ -= seconds;
    if (message_seconds_ <= 0.0) {
      message_.clear();
      changed_ = true;
    }
  }
}

void Desk::finish_work() {
  while (drawing_.busy() || simulating_.busy()) {
    simulating_.wait();
    simulating_.take_over();
    drawing_.wait();
    drawing_.take_over();
  }
  changed_ = true;
}

void Desk::run(Command command, int argument) {
  changed_ = true;
  switch (command) {
    case Command::none:
      return;
    case Command::help:
      show_help_ = !show_help_;
      return;
    case Command::layer_list:
      show_layers_ = !show_layers_;
      return;
    case Command::layer:
      return choose_layer(argument);
    case Command::part:
      return toggle_part(argument);
    case Command::home:
      return navigator_.go_to(inputs_.start(Start::overview));
    case Command::plan:
      return navigator_.go_to(inputs_.start(Start::plan));
    case Command::centre:
      return navigator_.go_to(inputs_.start(Start::centre));
    case Command::orbit:
    case Command::fly:
    case Command::walk:
      return set_motion(command);
    case Command::save_view:
      return save_view();
    case Command::next_view:
      return go_to_saved(1);
    case Command::previous_view:
      return go_to_saved(-1);
    case Command::measure:
      return measure();
    case Command::switch_off:
      return switch_selected();
    case Command::nudge_north:
    case Command::nudge_south:
    case Command::nudge_east:
    case Command::nudge_west:
      return nudge(command);
    case Command::undo:
      return undo();
    case Command::screenshot:
      picture_wish_ = free_picture_beside(inputs_.picture_beside);
      return;
    case Command::phase_back:
      return request_phase(phase_ == 0 ? 0 : phase_ - 1);
    case Command::phase_on:
      return request_phase(phase_ + 1);
    case Command::time_panel:
      show_time_ = !show_time_;
      return;
    case Command::time_back:
      return step_time(-1);
    case Command::time_on:
      return step_time(1);
    case Command::link:
      return switch_link(argument);
    case Command::cancel:
      return cancel();
    case Command::quit:
      open_ = false;
      return;
    case Command::phase_slider:
    case Command::time_slider:
      return;  // set by dragging
  }
}

void Desk::set_motion(Command command) {
  const Motion motion = command == Command::fly ? Motion::fly : command == Command::walk ? Motion::walk : Motion::orbit;
  navigator_.set_motion(motion);
  say((motion == Motion::fly ? word::fly_mode : motion == Motion::walk ? word::walk_mode : word::orbit_mode).in(inputs_.language));
}

void Desk::choose_layer(int position) {
  constexpr auto layers = names_of(Layer{});
  if (position < 0 || position >= static_cast<int>(layers.size())) return;
  if (!shown_state()->results || shown_state()->results->radio.rsrp_dbm.empty()) return;
  layer_ = layers[static_cast<std::size_t>(position)].value;
  request_display();
}

void Desk::toggle_part(int position) {
  if (position < 0 || position >= static_cast<int>(parts_.size())) return;
  const auto part = static_cast<std::size_t>(position);
  parts_[part] = !parts_[part];
}

void Desk::cancel() {
  if (show_help_) {
    show_help_ = false;
  } else if (measuring_ || !measured_.empty()) {
    measuring_ = false;
    measured_.clear();
    message_.clear();
  } else if (selected_) {
    select(std::nullopt);
  } else if (motion() != Motion::orbit) {
    set_motion(Command::orbit);
  }
}

void Desk::measure() {
  measuring_ = true;
  measured_.clear();
  say(word::measure_first.in(inputs_.language));
}

void Desk::set_views(const std::vector<SavedView>& saved) {
  views_ = inputs_.run_views;
  views_.insert(views_.end(), saved.begin(), saved.end());
}

void Desk::save_view() {
  const Language language = inputs_.language;
  try {
    // Read again: another window, or an editor, may have added to the file.
    auto views = read_views(inputs_.views_file);
    const std::string number = std::to_string(inputs_.run_views.size() + views.size() + 1);
    SavedView& saved = views.emplace_back();
    saved.name = filled(word::view_name, Language::en, number);
    saved.name_zh = filled(word::view_name, Language::zh, number);
    saved.layer = layer_;
    saved.camera = camera_of(navigator_.view(), ground_height());
    write_views(views, inputs_.views_file);
    set_views(views);
    view_at_ = views_.size() - 1;
    say(filled(word::saved_view, language, inputs_.views_file.string()));
  } catch (const std::exception& error) {
    say(filled(word::not_saved, language, error.what()));
  }
}

void Desk::go_to_saved(int step) {
  if (views_.empty()) return say(word::no_saved_views.in(inputs_.language));
  const std::size_t count = views_.size();
  view_at_ = view_at_ >= count ? (step > 0 ? 0 : count - 1)
                               : (view_at_ + count + static_cast<std::size_t>(step + static_cast<int>(count))) % count;
  const SavedView& saved = views_[view_at_];
  navigator_.go_to(saved.camera ? viewpoint_of(*saved.camera, ground_height()) : inputs_.start(saved.view));
  if (saved.layer != layer_ && shown_state()->results) {
    layer_ = saved.layer;
    request_display();
  }
  say(name_in(inputs_.language, saved.name, saved.name_zh));
}

void Desk::step_time(int step) {
  if (!has_year(base_->results.get())) return;
  show_time_ = true;
  const auto steps = static_cast<std::int64_t>(steps_of(*base_->results));
  const std::int64_t by = step * (fast_ ? static_cast<std::int64_t>(steps_per_day) : 1);
  time_step_ = static_cast<std::size_t>(std::clamp<std::int64_t>(static_cast<std::int64_t>(time_step_) + by, 0, steps - 1));
}

void Desk::request_phase(std::size_t phase) {
  if (phase == phase_ || phase >= inputs_.phases.size() || !inputs_.load_phase) return;
  phase_ = phase;
  loading_ = true;
  drawing_.post("phase", [this, phase, layer = layer_, language = inputs_.language]() -> Background::Takeover {
    auto display = std::make_shared<Display>(make_display(inputs_.load_phase(phase), layer, language));
    return [this, display, phase] {
      if (phase != phase_) return;
      loading_ = false;
      base_ = display->state;
      edits_ = Edits(base_->park);
      moved_masts_ = nullptr;
      shown_phase_ = phase;
      forget_followed();
      if (run_) run_->stop();
      run_ = nullptr;
      ground_ = std::make_shared<const Ground>(ground_under(base_->park));
      set_display(std::move(*display));
    };
  });
}

void Desk::request_display() {
  drawing_.post(
      "display", [this, from = display_, state = shown_state(), layer = layer_, language = inputs_.language]() -> Background::Takeover {
        const bool exchange = from.drape && layer != Layer::none && state->results;
        auto display = std::make_shared<Display>(exchange ? with_map(from, state, layer, language) : make_display(state, layer, language));
        return [this, display] {
          // A phase that came in between has its own.
          if (display->state == shown_state() && display->layer == layer_) set_display(std::move(*display));
        };
      });
}

void Desk::set_display(Display display) {
  display_ = std::move(display);
  if (display_.state->park.radio_sites.content_hash() == edits_.park().radio_sites.content_hash()) moved_masts_ = nullptr;
  refresh_object();
  refresh_mark();
  changed_ = true;
}

}  // namespace parktwin::viz::window
