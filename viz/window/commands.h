#pragma once
// Everything the window can be told to do, by which key, and what the help says of it.
#include <optional>
#include <span>

#include "viz/scene/wording.h"

namespace parktwin::viz::window {

enum class Command {
  none,
  help,
  layer_list,
  layer,  ///< argument: position in names_of(Layer)
  part,   ///< argument: position in drawn_parts()
  home,
  plan,
  centre,
  orbit,
  fly,
  walk,
  save_view,
  next_view,
  previous_view,
  measure,
  switch_off,
  nudge_north,
  nudge_south,
  nudge_east,
  nudge_west,
  undo,
  screenshot,
  phase_back,
  phase_on,
  phase_slider,
  time_panel,
  time_back,
  time_on,
  time_slider,
  link,  ///< argument: position in the links of the picked object
  cancel,
  quit
};

/// Keys beyond letters and digits, which stand for themselves in lower case.
namespace key {
inline constexpr int left = 0x1001;
inline constexpr int right = 0x1002;
inline constexpr int up = 0x1003;
inline constexpr int down = 0x1004;
inline constexpr int home = 0x1005;
inline constexpr int escape = 0x1006;
inline constexpr int page_up = 0x1007;
inline constexpr int page_down = 0x1008;
inline constexpr int f12 = 0x1009;
}  // namespace key

struct Pressed {
  int key = 0;
  bool shift = false;
  bool control = false;
};

/// `travelling`: W, A, S, D, Q and E steer then and are no commands.
[[nodiscard]] Command command_of(const Pressed& pressed, bool travelling);
/// The position of the layer of keys 1, 2 …; none for other keys.
[[nodiscard]] std::optional<int> layer_of(const Pressed& pressed);

struct HelpLine {
  Phrase keys;
  Phrase meaning;
};
/// Two columns of help: looking around, and working.
[[nodiscard]] std::span<const HelpLine> help_of_looking();
[[nodiscard]] std::span<const HelpLine> help_of_working();

}  // namespace parktwin::viz::window
