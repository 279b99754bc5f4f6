#include "viz/window/panel.h"

#include <algorithm>

#include "viz/scene/palette.h"

namespace parktwin::viz::window {

namespace ink {
Colour good() { return rgb(0x1B7F4B); }
Colour bad() { return rgb(0xB3261E); }
Colour accent() { return rgb(0x1D6FB8); }
}  // namespace ink

void add_plate(Sheet& sheet, const PixelBox& area, double unit) {
  sheet.shapes.emplace_back(Filled{{area.left - 1.0, area.bottom - 1.0, area.width + 2.0, area.height + 2.0}, ink::hairline(), 9.0 * unit});
  sheet.shapes.emplace_back(Filled{area, rgb(0xFFFFFF), 8.0 * unit});
  sheet.panels.push_back(area);
}

Sheet moved(const Sheet& sheet, double right, double up) {
  Sheet other = sheet;
  const auto move_place = [&](PixelPoint& place) {
    place.x += right;
    place.y += up;
  };
  const auto move_area = [&](PixelBox& area) {
    area.left += right;
    area.bottom += up;
  };
  for (auto& shape : other.shapes) {
    if (auto* fill = std::get_if<Filled>(&shape)) move_area(fill->area);
    if (auto* line = std::get_if<Line>(&shape)) {
      move_place(line->from);
      move_place(line->to);
    }
  }
  for (Written& text : other.texts) move_place(text.at);
  for (Button& button : other.buttons) move_area(button.area);
  for (PixelBox& panel : other.panels) move_area(panel);
  return other;
}

Panel::Panel(const PanelStyle& style, double width) : style_(style), width_(width) {}

void Panel::add_text_row(const std::string& text, double indent, double size, const Colour& colour, double height) {
  Row row{height, {}};
  row.drawn.texts.push_back({text, {indent, height / 2.0 - size * 0.36}, size, colour});
  rows_.push_back(std::move(row));
}

void Panel::heading(const std::string& text) {
  const double size = 19.0 * style_.unit;
  for (const std::string& line : wrapped(text, inner_width(), size, style_.text_width))
    add_text_row(line, 0.0, size, ink::dark(), style_.row_height() * 1.15);
}

void Panel::text(const std::string& text, const Colour& colour, double indent) {
  const double size = style_.text_size();
  for (const std::string& line : wrapped(text, inner_width() - indent, size, style_.text_width))
    add_text_row(line, indent, size, colour, style_.row_height());
}

void Panel::field(const std::string& name, const std::string& value) {
  const double size = style_.text_size();
  const double column = inner_width() * 0.42;
  const auto lines = wrapped(value, inner_width() - column, size, style_.text_width);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    add_text_row(lines[i], column, size, ink::dark(), style_.row_height());
    if (i > 0) continue;
    Written label = rows_.back().drawn.texts.front();
    label.text = shortened(name, column - 8.0 * style_.unit, size, style_.text_width);
    label.at.x = 0.0;
    label.colour = ink::soft();
    rows_.back().drawn.texts.push_back(label);
  }
}

void Panel::choice(bool on, const std::string& text, const std::string& key, Command command, int argument) {
  const double size = style_.text_size();
  const double height = style_.row_height();
  const double side = 15.0 * style_.unit;
  const double bottom = (height - side) / 2.0;
  const double key_width = key.empty() ? 0.0 : style_.text_width(key, size) + 8.0 * style_.unit;
  const double indent = side + 9.0 * style_.unit;
  add_text_row(shortened(text, inner_width() - indent - key_width, size, style_.text_width), indent, size, on ? ink::dark() : ink::soft(),
               height);
  Sheet& drawn = rows_.back().drawn;
  drawn.shapes.emplace_back(Filled{{0.0, bottom, side, side}, on ? ink::accent() : ink::pale(), 3.0 * style_.unit});
  const double rim = 1.6 * style_.unit;
  if (!on) drawn.shapes.emplace_back(Filled{{rim, bottom + rim, side - 2.0 * rim, side - 2.0 * rim}, rgb(0xFFFFFF), 2.0 * style_.unit});
  if (!key.empty())
    drawn.texts.push_back({key, {inner_width() - key_width + 8.0 * style_.unit, height / 2.0 - size * 0.36}, size, ink::soft()});
  drawn.buttons.push_back({{0.0, 0.0, inner_width(), height}, command, argument, false});
}

void Panel::gap(double share_of_row) { rows_.push_back({style_.row_height() * share_of_row, {}}); }

double Panel::height() const {
  double height = 2.0 * style_.padding();
  for (const Row& row : rows_) height += row.height;
  return height;
}

Sheet Panel::placed(double left, double top, double greatest_height, std::size_t first) const {
  const double hint_height = style_.row_height() * 0.6;
  const bool fits = height() <= greatest_height;
  double room = greatest_height - 2.0 * style_.padding() - (fits ? 0.0 : hint_height);
  // The last rows still fill the panel.
  std::size_t last_first = rows_.size();
  for (double left_over = room; last_first > 0 && rows_[last_first - 1].height <= left_over; --last_first)
    left_over -= rows_[last_first - 1].height;
  std::size_t at = fits ? 0 : std::min(first, last_first);
  double used = 0.0;
  Sheet content;
  double y = top - style_.padding();
  for (; at < rows_.size() && used + rows_[at].height <= room; ++at) {
    used += rows_[at].height;
    y -= rows_[at].height;
    content.add(moved(rows_[at].drawn, left + style_.padding(), y));
  }
  const double whole = used + 2.0 * style_.padding() + (fits ? 0.0 : hint_height);
  Sheet sheet;
  add_plate(sheet, {left, top - whole, width_, whole}, style_.unit);
  if (at < rows_.size()) {  // three dots: there is more below
    for (int i = -1; i <= 1; ++i) {
      const double dot = 4.0 * style_.unit;
      sheet.shapes.emplace_back(
          Filled{{left + width_ / 2.0 + i * 3.0 * dot - dot / 2.0, top - whole + style_.padding(), dot, dot}, ink::soft(), dot / 2.0});
    }
  }
  sheet.add(content);
  return sheet;
}

}  // namespace parktwin::viz::window
