#include "viz/window/sheet.h"

#include <algorithm>

namespace parktwin::viz::window {
namespace {

/// Begin of the UTF-8 character after the one at `at`.
std::size_t next_character(const std::string& text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

bool wide(const std::string& text, std::size_t at) { return static_cast<unsigned char>(text[at]) >= 0xE2U; }

/// Pieces that stay together: words with the spaces behind them, single Chinese characters.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_character(text, at);
    const bool ends = text[at] == ' ' || wide(text, at) || next >= text.size() || wide(text, next);
    if (ends && (next >= text.size() || text[next] != ' ')) {
      pieces.push_back(text.substr(begin, next - begin));
      begin = next;
    }
    at = next;
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

std::string without_space_at_end(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

const Button* Sheet::button_at(const PixelPoint& at) const {
  const auto found = std::find_if(buttons.rbegin(), buttons.rend(), [&at](const Button& button) { return button.area.holds(at); });
  return found == buttons.rend() ? nullptr : &*found;
}

bool Sheet::covers(const PixelPoint& at) const {
  return std::any_of(panels.begin(), panels.end(), [&at](const PixelBox& panel) { return panel.holds(at); });
}

void Sheet::add(const Sheet& other) {
  shapes.insert(shapes.end(), other.shapes.begin(), other.shapes.end());
  texts.insert(texts.end(), other.texts.begin(), other.texts.end());
  buttons.insert(buttons.end(), other.buttons.begin(), other.buttons.end());
  panels.insert(panels.end(), other.panels.begin(), other.panels.end());
}

std::vector<std::string> wrapped(const std::string& text, double width, double size, const TextWidth& text_width) {
  const auto fits = [&](const std::string& line) { return text_width(without_space_at_end(line), size) <= width; };
  std::vector<std::string> lines;
  std::string line;
  for (const std::string& piece : pieces_of(text)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (!line.empty()) lines.push_back(without_space_at_end(line));
    line.clear();
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t next = next_character(piece, at);
      const std::string character = piece.substr(at, next - at);
      if (!line.empty() && !fits(line + character)) {
        lines.push_back(without_space_at_end(line));
        line.clear();
      }
      line += character;
      at = next;
    }
  }
  if (!without_space_at_end(line).empty() || lines.empty()) lines.push_back(without_space_at_end(line));
  return lines;
}

std::string shortened(const std::string& text, double width, double size, const TextWidth& text_width) {
  if (text_width(text, size) <= width) return text;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_character(text, at);
    const std::string longer = kept + text.substr(at, next - at);
    if (text_width(longer + "…", size) > width) break;
    kept = longer;
    at = next;
  }
  return without_space_at_end(kept) + "…";
}

}  // namespace parktwin::viz::window
