#pragma once
// One panel over the picture: rows from its top downwards, as many as its room holds; what is left out can be scrolled to.
#include "viz/scene/palette.h"
#include "viz/window/sheet.h"

namespace parktwin::viz::window {

namespace ink {
using namespace viz::ink;
[[nodiscard]] Colour good();
[[nodiscard]] Colour bad();
[[nodiscard]] Colour accent();
}  // namespace ink

struct PanelStyle {
  double unit = 1.0;  ///< grows with the picture
  TextWidth text_width;
  Language language = Language::en;

  [[nodiscard]] double text_size() const { return 17.0 * unit; }
  [[nodiscard]] double row_height() const { return 25.0 * unit; }
  [[nodiscard]] double padding() const { return 14.0 * unit; }
};

class Panel {
 public:
  Panel(const PanelStyle& style, double width);

  void heading(const std::string& text);
  /// Wrapped; further lines are indented like the first.
  void text(const std::string& text, const Colour& colour, double indent = 0.0);
  /// A name to the left, its value wrapped to the right of it.
  void field(const std::string& name, const std::string& value);
  /// A mark that is on or off, a text, a key at the right end; one line.
  void choice(bool on, const std::string& text, const std::string& key, Command command, int argument);
  void gap(double share_of_row);

  [[nodiscard]] double height() const;
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

  /// With its upper left corner there, at most that high. `first` rows are passed over, no more than leaves the panel filled.
  [[nodiscard]] Sheet placed(double left, double top, double greatest_height, std::size_t first = 0) const;

 private:
  struct Row {
    double height = 0.0;
    Sheet drawn;  ///< from the row's lower left corner
  };
  [[nodiscard]] double inner_width() const { return width_ - 2.0 * style_.padding(); }
  void add_text_row(const std::string& text, double indent, double size, const Colour& colour, double height);

  PanelStyle style_;
  double width_;
  std::vector<Row> rows_;
};

/// A white plate with a thin rim.
void add_plate(Sheet& sheet, const PixelBox& area, double unit);

/// The sheet's shapes moved.
[[nodiscard]] Sheet moved(const Sheet& sheet, double right, double up);

}  // namespace parktwin::viz::window
