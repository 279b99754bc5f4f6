// What keys and the pointer do: Desk's side towards the window's events.
#include <algorithm>
#include <array>
#include <cmath>

#include "viz/window/desk.h"
#include "viz/window/measured_line.h"
#include "viz/window/wording.h"
#include "viz/window/year_time.h"

namespace parktwin::viz::window {
namespace {

constexpr double click_slack_px = 4.0;

double apart(PixelPoint a, PixelPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

Steering Desk::steering() const {
  const auto held = [this](int key) { return held_.contains(key) ? 1.0 : 0.0; };
  return {held('w') - held('s'), held('d') - held('a'), held('e') - held('q'), fast_};
}

const Mesh* Desk::mesh_named(const std::string& name) const {
  if (name == "masts" && moved_masts_) return moved_masts_.get();
  const auto& meshes = display_.meshes;
  const auto found = std::find_if(meshes.begin(), meshes.end(), [&name](const auto& mesh) { return mesh->name == name; });
  return found == meshes.end() ? nullptr : found->get();
}

std::optional<Hit> Desk::hit_at(PixelPoint at) const {
  std::vector<const Mesh*> below;
  std::vector<const Mesh*> above;
  for (const auto& mesh : display_.meshes) {
    const auto part = part_of(mesh->name);
    if (!can_be_picked(*mesh) || (part && !parts_[*part])) continue;
    (buried(mesh->name) ? below : above).push_back(mesh_named(mesh->name));
  }
  const Ray ray = ray_through(navigator_.view(), at.x, at.y, width_, height_);
  const auto near = pick(above, ray);
  const auto through = pick(below, ray);
  // What is drawn through the ground is meant before the ground, but not before what stands in front of it.
  const bool ground_only = near && (near->mesh == "ground" || near->mesh == "park_ground" || near->mesh == "parcels" ||
                                    near->mesh == "roads" || near->mesh == "water" || near->mesh.ends_with("_zones"));
  if (through && (!near || ground_only || through->distance < near->distance)) return through;
  return near;
}

std::optional<Vector> Desk::ground_at(PixelPoint at) const {
  const Ray ray = ray_through(navigator_.view(), at.x, at.y, width_, height_);
  const std::array meshes{mesh_named("ground")};
  if (meshes.front() == nullptr) return std::nullopt;
  const auto hit = pick(meshes, ray);
  return hit ? std::optional(hit->at) : std::nullopt;
}

void Desk::press(PixelPoint at, int button) {
  changed_ = true;
  pressed_at_ = last_at_ = at;
  pressed_button_ = button;
  drag_ = Drag::none;
  if (show_help_) {
    show_help_ = false;
    return;
  }
  last_sheet_ = sheet(around_);  // a key may have changed it since the last frame
  if (const Button* found = last_sheet_.button_at(at); found != nullptr && button == 1) {
    if (found->slider) {
      drag_ = Drag::slider;
      slider_ = *found;
      return set_slider(*slider_, at);
    }
    return run(found->command, found->argument);
  }
  if (last_sheet_.covers(at)) return;
  if (button != 1) {
    drag_ = Drag::shift;
    return;
  }
  drag_ = Drag::click;
  if (measuring_ || !selected_ || selected_->mesh != "masts" || !inputs_.no_what_if.empty()) return;
  const auto hit = hit_at(at);
  const auto ground = ground_at(at);
  const auto site = edits_.park().radio_sites->find(selected_->record);
  if (!hit || !ground || !site.valid() || hit->mesh != "masts" || hit->record != selected_->record) return;
  const Point stands = (*edits_.park().radio_sites)[site].position;
  drag_offset_ = {stands.x - ground->x, stands.y - ground->y};
  drag_ = Drag::site;
  drag_step_ = Step::begins;
}

void Desk::drag(PixelPoint at) {
  const double right = at.x - last_at_.x;
  const double up = at.y - last_at_.y;
  if (drag_ == Drag::click && apart(at, pressed_at_) > click_slack_px) drag_ = Drag::turn;
  if (drag_ == Drag::none || drag_ == Drag::click) return;
  if (drag_ == Drag::site && drag_step_ == Step::begins && apart(at, pressed_at_) <= click_slack_px) return;
  changed_ = true;
  last_at_ = at;
  if (drag_ == Drag::turn) navigator_.turn(right, up, height_);
  if (drag_ == Drag::shift) navigator_.shift(right, up, height_);
  if (drag_ == Drag::slider) set_slider(*slider_, at);
  if (drag_ == Drag::site) {
    if (const auto ground = ground_at(at)) {
      move_selected_site({ground->x + drag_offset_.x, ground->y + drag_offset_.y}, drag_step_);
      drag_step_ = Step::goes_on;
    }
  }
}

void Desk::release(PixelPoint at, int button) {
  if (button != pressed_button_) return;
  if (drag_ == Drag::click) click(at);
  drag_ = Drag::none;
}

void Desk::click(PixelPoint at) {
  changed_ = true;
  const auto hit = hit_at(at);
  if (!measuring_) return select(hit);
  if (!hit) return;
  measured_.push_back(hit->at);
  if (measured_.size() == 1) return say(word::measure_second.in(inputs_.language));
  measuring_ = false;
  message_.clear();
}

void Desk::wheel(PixelPoint at, double steps) {
  changed_ = true;
  if (last_sheet_.covers(at)) {
    std::size_t& first = at.x >= columns_.right ? first_change_ : first_row_;
    const double last = static_cast<double>(at.x >= columns_.right ? 3 * changes_.size() : last_row_);
    first = static_cast<std::size_t>(std::clamp(static_cast<double>(first) - 3.0 * steps, 0.0, last));
    return;
  }
  const auto ground = ground_at(at);
  navigator_.zoom(steps, ground ? *ground : navigator_.view().target);
}

void Desk::key_down(const Pressed& pressed) {
  changed_ = true;
  fast_ = pressed.shift;
  const bool travelling = motion() != Motion::orbit;
  if (travelling && !pressed.control) held_.insert(pressed.key);
  if (const auto layer = layer_of(pressed)) return run(Command::layer, *layer);
  run(command_of(pressed, travelling));
}

void Desk::key_up(int key) { held_.erase(key); }

void Desk::set_slider(const Button& button, PixelPoint at) {
  const double share = std::clamp((at.x - button.area.left) / std::max(1.0, button.area.width), 0.0, 1.0);
  if (button.command == Command::phase_slider && !inputs_.phases.empty())
    request_phase(static_cast<std::size_t>(std::lround(share * static_cast<double>(inputs_.phases.size() - 1))));
  if (button.command == Command::time_slider && has_year(base_->results.get()))
    time_step_ = static_cast<std::size_t>(std::lround(share * static_cast<double>(steps_of(*base_->results) - 1)));
}

void Desk::select(const std::optional<Hit>& hit) {
  first_row_ = 0;
  selected_.reset();
  if (hit) selected_ = Selection{hit->mesh, hit->record, hit->at};
  refresh_object();
  refresh_mark();
}

void Desk::refresh_object() {
  object_.reset();
  if (!selected_) return;
  // The record as edited, the verdicts as far as they are known.
  object_ = object_text(edits_.park(), shown_state()->verdicts, selected_->mesh, selected_->record, inputs_.language);
}

void Desk::refresh_mark() {
  mark_ = nullptr;
  if (!selected_ || selected_->record.empty()) return;
  const Mesh* mesh = mesh_named(selected_->mesh);
  if (mesh == nullptr) return;
  Mesh mark = marked(*mesh, selected_->record, mark_colour());
  if (!mark.triangles.empty()) mark_ = std::make_shared<const Mesh>(std::move(mark));
}

}  // namespace parktwin::viz::window
