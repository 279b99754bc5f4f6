#pragma once
// The window itself, a thin shell: X events to the desk, the desk's display to the screen. Frames are drawn when something changes.
#include <string>

#include "viz/window/desk.h"

namespace parktwin::viz::window {

struct WindowOptions {
  int width = 1280;
  int height = 720;
  std::string title;
};

/// Throws InputError, naming the commands that need no display, when there is none.
void require_display();

/// Opens the window and stays until the user closes it. Text widths and start views of `inputs` are set here. Throws InputError for a file
/// of views that is not right and when there is no display, std::runtime_error when the display has no OpenGL.
void show_window(DeskInputs inputs, const WindowOptions& options);

}  // namespace parktwin::viz::window
