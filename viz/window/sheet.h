#pragma once
// What lies over the picture, as plain shapes and texts in pixels from the lower left corner, and what a click on it does.
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viz/scene/pixels.h"
#include "viz/scene/scene.h"
#include "viz/window/commands.h"

namespace parktwin::viz::window {

struct Filled {
  PixelBox area;
  Colour colour;
  double radius = 0.0;
};

struct Line {
  PixelPoint from;
  PixelPoint to;
  double width = 2.0;
  Colour colour;
};

struct Written {
  std::string text;
  PixelPoint at;  ///< left end of the base line
  double size = 16.0;
  Colour colour;
};

/// A click here is a command, or, with `slider`, sets a share from 0 at the left to 1 at the right.
struct Button {
  PixelBox area;
  Command command = Command::none;
  int argument = 0;  ///< which layer, which part
  bool slider = false;
};

struct Sheet {
  std::vector<std::variant<Filled, Line>> shapes;  ///< later ones over earlier ones
  std::vector<Written> texts;                      ///< over all shapes
  std::vector<Button> buttons;
  std::vector<PixelBox> panels;  ///< a click or wheel here means no object behind

  /// The uppermost: what was added last.
  [[nodiscard]] const Button* button_at(const PixelPoint& at) const;
  [[nodiscard]] bool covers(const PixelPoint& at) const;
  void add(const Sheet& other);
};

/// Width of a text of that size, pixels.
using TextWidth = std::function<double(const std::string& text, double size)>;

/// Lines no wider than `width`: Latin breaks at spaces, Chinese between characters, a word that fits no line anywhere.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, double width, double size, const TextWidth& text_width);

/// The text, or its beginning and an ellipsis.
[[nodiscard]] std::string shortened(const std::string& text, double width, double size, const TextWidth& text_width);

}  // namespace parktwin::viz::window
