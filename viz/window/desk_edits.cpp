// What-if: edits of the park, and the run that follows them away from the window's thread.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "viz/scene/equipment_meshes.h"
#include "viz/scene/palette.h"
#include "viz/window/desk.h"
#include "viz/window/wording.h"

namespace parktwin::viz::window {
namespace {

/// Met, and with a verdict at all.
std::array<int, 2> met_of(const std::vector<criteria::Verdict>& verdicts) {
  std::array<int, 2> counts{};
  for (const criteria::Verdict& verdict : verdicts) {
    if (verdict.status == criteria::Status::met) ++counts[0];
    if (verdict.status == criteria::Status::met || verdict.status == criteria::Status::missed) ++counts[1];
  }
  return counts;
}

}  // namespace

bool Desk::may_edit() {
  if (inputs_.no_what_if.empty() && inputs_.follow) return true;
  say(filled(word::no_what_if, inputs_.language, inputs_.no_what_if));
  return false;
}

void Desk::nudge(Command command) {
  constexpr double pan_px = 60.0;
  const double right = command == Command::nudge_east ? 1.0 : command == Command::nudge_west ? -1.0 : 0.0;
  const double ahead = command == Command::nudge_north ? 1.0 : command == Command::nudge_south ? -1.0 : 0.0;
  if (!selected_ || selected_->mesh != "masts") return navigator_.shift(-right * pan_px, -ahead * pan_px, height_);
  if (!may_edit()) return;
  const auto site = edits_.park().radio_sites->find(selected_->record);
  if (!site.valid()) return;
  // Along the compass axis that lies nearest to the arrow's direction on the picture: up is north in the plan.
  const Vector aside = axes_of(navigator_.view()).right;
  const double quarter = std::round(std::atan2(aside.y, aside.x) / (std::numbers::pi / 2.0)) * (std::numbers::pi / 2.0);
  const double metres = fast_ ? 1.0 : 10.0;
  const Point stands = (*edits_.park().radio_sites)[site].position;
  const double east = std::round(std::cos(quarter));
  const double north = std::round(std::sin(quarter));
  move_selected_site({stands.x + metres * (right * east - ahead * north), stands.y + metres * (right * north + ahead * east)},
                     Step::begins);
}

void Desk::move_selected_site(Point to, Step step) {
  if (!may_edit()) return;
  const auto site = edits_.park().radio_sites->find(selected_->record);
  if (!site.valid()) return;
  if (!edits_.move_site(selected_->record, to, step)) return say(word::stays_inside.in(inputs_.language));
  after_edit();
}

void Desk::switch_selected() {
  if (!selected_ || !can_be_switched(selected_->mesh)) return say(word::nothing_to_switch.in(inputs_.language));
  if (may_edit() && edits_.toggle(selected_->mesh, selected_->record)) after_edit();
}

void Desk::switch_link(int position) {
  if (!object_ || position < 0 || position >= static_cast<int>(object_->links.size())) return;
  const std::string id = object_->links[static_cast<std::size_t>(position)].id;
  if (may_edit() && edits_.toggle("links", id)) after_edit();
}

void Desk::undo() {
  if (!edits_.undo()) return say(word::nothing_to_undo.in(inputs_.language));
  say(word::undone.in(inputs_.language));
  after_edit();
}

void Desk::after_edit() {
  show_moved_masts();
  refresh_object();
  refresh_mark();
  changes_known_ = false;
  ++edit_number_;
  if (edits_.empty()) {
    forget_followed();
    return request_display();
  }
  follow();
}

void Desk::forget_followed() {
  followed_ = nullptr;
  following_ = false;
  changes_known_ = false;
  changes_.clear();
  first_change_ = 0;
  ++edit_number_;
}

void Desk::show_moved_masts() {
  const Park& park = edits_.park();
  if (park.radio_sites.content_hash() == display_.state->park.radio_sites.content_hash()) {
    moved_masts_ = nullptr;
    return;
  }
  const auto extent = std::max(display_.scene.high[0] - display_.scene.low[0], display_.scene.high[1] - display_.scene.low[1]);
  moved_masts_ = std::make_shared<const Mesh>(mast_mesh(park, *ground_, Palette(display_.drape != nullptr), static_cast<double>(extent)));
}

void Desk::follow() {
  following_ = true;
  if (!run_) run_ = std::make_shared<LazyRun>([make = inputs_.follow, phase = shown_phase_] { return make(phase); });
  simulating_.post("follow",
                   [this, run = run_, before = edits_.before(), park = edits_.park(), number = edit_number_]() -> Background::Takeover {
                     auto answer = std::make_shared<LazyRun::Answer>(run->ask(before, park));
                     return [this, answer, number] {
                       if (number != edit_number_) return;  // a newer question is under way
                       following_ = false;
                       changes_known_ = true;
                       followed_ = answer->state;
                       changes_ = std::move(answer->changes);
                       met_before_ = met_of(answer->before->verdicts);
                       met_after_ = met_of(answer->state->verdicts);
                       request_display();
                     };
                   });
}

std::string Desk::edit_text(const Edit& edit) const {
  const Phrase& phrase = edit.kind == EditKind::moved          ? word::moved
                         : edit.kind == EditKind::switched_off ? word::switched_off
                                                               : word::switched_on;
  return filled(phrase, inputs_.language, edit.id);
}

}  // namespace parktwin::viz::window
