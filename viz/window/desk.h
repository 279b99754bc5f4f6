#pragma once
// All that the window knows and does, without a window: takes keys and the pointer, moves the eye, picks, measures, changes the park and
// follows what comes of it, and says what is to be drawn. Heavy work runs behind it (background.h); advance() takes over what is done.
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "viz/window/background.h"
#include "viz/window/display.h"
#include "viz/window/edits.h"
#include "viz/window/followed_run.h"
#include "viz/window/navigator.h"
#include "viz/window/object_text.h"
#include "viz/window/panel.h"
#include "viz/window/picking.h"
#include "viz/window/saved_views.h"
#include "viz/window/sheet.h"

namespace parktwin::viz::window {

using Start = StandardView;

/// Where the planner's run comes from. Functions are called away from the window's thread.
struct DeskInputs {
  Language language = Language::en;
  Display display;                  ///< what is shown at first
  std::vector<std::string> phases;  ///< names, earliest first; empty: the run has none
  std::size_t phase = 0;            ///< the one that is shown at first
  std::function<std::shared_ptr<const State>(std::size_t phase)> load_phase;
  /// The run of a phase, to be followed through changes. Throws InputError.
  std::function<std::unique_ptr<FollowedRun>(std::size_t phase)> follow;
  std::string no_what_if;                 ///< why there is none to follow; empty: there is
  std::vector<SavedView> run_views;       ///< those of the run's scenario
  std::filesystem::path views_file;       ///< where further ones are saved
  std::filesystem::path picture_beside;   ///< pictures are named after it
  std::function<Viewpoint(Start)> start;  ///< views that fill the picture as it is sized now
  Start first_view = Start::overview;
  TextWidth text_width;
};

/// Where the desk's panels stand, pixels.
struct Columns {
  double unit = 1.0;
  double margin = 0.0;
  double gap = 0.0;
  double right = 0.0;  ///< left edge of the right column
  double right_width = 0.0;
  double middle_left = 0.0;
  double middle_width = 0.0;
};

/// What lies over the picture already, to be kept clear.
struct Surroundings {
  double scale = 1.0;  ///< of title and legends
  PixelBox title;
  PixelBox legend;
  PixelBox arrow;
  PixelBox scale_bar;
};

/// Width of the column of layers and what-if at the right, pixels; `scale` as above. Views are best fitted beside it.
[[nodiscard]] double right_column_width(double scale);

class Desk {
 public:
  /// Throws InputError when the file of views is there and not right.
  Desk(DeskInputs inputs, int width, int height);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // What the user does. Places are pixels from the lower left corner; buttons 1 left, 2 middle, 3 right.
  void press(PixelPoint at, int button);
  void drag(PixelPoint at);
  void release(PixelPoint at, int button);
  void wheel(PixelPoint at, double steps);
  void key_down(const Pressed& pressed);
  void key_up(int key);
  void resize(int width, int height);
  void run(Command command, int argument = 0);
  /// Time passes: steering moves on, messages go, finished work is taken over.
  void advance(double seconds);

  // What is to be drawn.
  [[nodiscard]] const Viewpoint& view() const { return navigator_.view(); }
  [[nodiscard]] Motion motion() const { return navigator_.motion(); }
  [[nodiscard]] const Display& display() const { return display_; }
  [[nodiscard]] bool shows(std::size_t part) const { return parts_[part]; }
  /// Masts where they are dragged to, until the display has them; else null.
  [[nodiscard]] std::shared_ptr<const Mesh> moved_masts() const { return moved_masts_; }
  /// What is painted over the picked object; null: nothing is picked.
  [[nodiscard]] std::shared_ptr<const Mesh> mark() const { return mark_; }
  [[nodiscard]] bool shows_layers() const { return show_layers_; }
  /// Clicks go to what this gives for the last surroundings.
  [[nodiscard]] const Sheet& lay_out(const Surroundings& around);
  [[nodiscard]] Language language() const { return inputs_.language; }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  // What the window is to do.
  [[nodiscard]] bool open() const { return open_; }
  /// True once after anything that is seen has changed.
  [[nodiscard]] bool take_change();
  /// Frames follow one another while keys steer.
  [[nodiscard]] bool moving() const { return !steering().idle() && motion() != Motion::orbit; }
  /// A file to write a picture of the window to, once for every wish.
  [[nodiscard]] std::optional<std::filesystem::path> take_picture_wish();
  void say(const std::string& text);

  /// Until all work behind is done and taken over.
  void finish_work();
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const std::vector<TargetChange>& changes() const { return changes_; }
  [[nodiscard]] const Edits& edits() const { return edits_; }
  [[nodiscard]] const std::optional<ObjectText>& picked() const { return object_; }
  [[nodiscard]] const std::vector<Vector>& measured_points() const { return measured_; }
  [[nodiscard]] std::size_t phase() const { return phase_; }
  [[nodiscard]] std::size_t time_step() const { return time_step_; }

 private:
  enum class Drag { none, click, turn, shift, site, slider };
  struct Selection {
    std::string mesh;
    std::string record;
    Vector at;
  };

  [[nodiscard]] Steering steering() const;
  [[nodiscard]] std::optional<Hit> hit_at(PixelPoint at) const;
  [[nodiscard]] std::optional<Vector> ground_at(PixelPoint at) const;
  /// Of the ground that is shown when it is asked.
  [[nodiscard]] GroundHeight ground_height() const;
  [[nodiscard]] const Mesh* mesh_named(const std::string& name) const;
  [[nodiscard]] Sheet sheet(const Surroundings& around);
  [[nodiscard]] std::shared_ptr<const State> shown_state() const { return followed_ ? followed_ : base_; }
  [[nodiscard]] PanelStyle style(double unit) const;
  [[nodiscard]] Columns columns(const Surroundings& around) const;
  void add_right_column(Sheet& sheet, const PanelStyle& look, const Columns& at, const Surroundings& around, double bottom) const;
  [[nodiscard]] double add_sliders(Sheet& sheet, const PanelStyle& look, const Columns& at) const;
  void add_message(Sheet& sheet, const PanelStyle& look, const Columns& at, double bottom) const;

  void click(PixelPoint at);
  void select(const std::optional<Hit>& hit);
  void refresh_object();
  void refresh_mark();
  void set_slider(const Button& button, PixelPoint at);
  void set_motion(Command command);
  void choose_layer(int position);
  void toggle_part(int position);
  void go_to_saved(int step);
  void save_view();
  void set_views(const std::vector<SavedView>& saved);
  void measure();
  void step_time(int step);
  void cancel();
  void nudge(Command command);
  void move_selected_site(Point to, Step step);
  void switch_selected();
  void switch_link(int position);
  void undo();
  void after_edit();
  void show_moved_masts();
  void follow();
  void forget_followed();
  void request_display();
  void request_phase(std::size_t phase);
  void set_display(Display display);
  [[nodiscard]] bool may_edit();
  [[nodiscard]] std::string edit_text(const Edit& edit) const;

  DeskInputs inputs_;
  int width_;
  int height_;
  Display display_;
  std::shared_ptr<const State> base_;      ///< of the phase, without edits
  std::shared_ptr<const State> followed_;  ///< with the edits; null: none followed
  Edits edits_;
  std::vector<TargetChange> changes_;
  std::array<int, 2> met_before_{};
  std::array<int, 2> met_after_{};
  std::uint64_t edit_number_ = 0;  ///< answers to older questions are dropped
  bool changes_known_ = false;
  bool following_ = false;
  std::shared_ptr<const Ground> ground_;
  Navigator navigator_;
  Layer layer_;
  std::vector<bool> parts_;
  std::optional<Selection> selected_;
  std::optional<ObjectText> object_;
  std::shared_ptr<const Mesh> mark_;
  std::shared_ptr<const Mesh> moved_masts_;
  bool measuring_ = false;
  std::vector<Vector> measured_;
  std::vector<SavedView> views_;  ///< the scenario's, then the file's
  std::size_t view_at_ = 0;
  std::size_t phase_ = 0;
  std::size_t shown_phase_ = 0;
  std::size_t time_step_ = 0;
  bool show_help_ = false;
  bool show_layers_ = true;
  bool show_time_ = false;
  std::size_t first_row_ = 0;     ///< of the picked object's panel
  std::size_t first_change_ = 0;  ///< of the what-if panel
  std::size_t last_row_ = 0;      ///< of the object's panel as it was laid out last
  Surroundings around_;
  Columns columns_;   ///< as they were laid out last
  Sheet last_sheet_;  ///< as it was drawn last: where buttons and panels are
  Drag drag_ = Drag::none;
  PixelPoint pressed_at_;
  PixelPoint last_at_;
  int pressed_button_ = 0;
  Point drag_offset_;
  Step drag_step_ = Step::begins;
  std::optional<Button> slider_;
  std::set<int> held_;
  bool fast_ = false;
  std::string message_;
  double message_seconds_ = 0.0;
  bool loading_ = false;
  std::optional<std::filesystem::path> picture_wish_;
  bool changed_ = true;
  bool open_ = true;
  std::shared_ptr<LazyRun> run_;  ///< of the phase; null until something is edited
  Background drawing_;            // last: their jobs end before the rest goes
  Background simulating_;
};

}  // namespace parktwin::viz::window
