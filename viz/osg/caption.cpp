#include "viz/osg/caption.h"

#include <algorithm>
#include <string_view>

#include "viz/osg/head_up.h"
#include "viz/osg/plate.h"
#include "viz/scene/palette.h"

namespace parktwin::viz {
namespace {

// At a picture height of 1080.
constexpr double heading_size = 30.0;
constexpr double text_size = 23.0;
constexpr double line_step = 34.0;
constexpr double heading_step = 44.0;
constexpr double padding = 22.0;
using plate::margin;
constexpr double widest = 1150.0;

std::size_t bytes_of_character(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

/// Three bytes from U+2E80 on: ideographs and their punctuation, between which a line may end.
bool ideographic(std::string_view character) {
  return character.size() == 4 || (character.size() == 3 && static_cast<unsigned char>(character[0]) >= 0xE2 && character >= "⺀");
}

bool closes(std::string_view character) {
  constexpr std::array<std::string_view, 9> marks{"，", "。", "；", "：", "、", "）", "！", "？", "”"};
  return std::find(marks.begin(), marks.end(), character) != marks.end();
}

/// Pieces between which a line may end; spaces stand at the end of their piece.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces;
  bool open = false;  // the last piece may grow
  for (std::size_t at = 0; at < text.size();) {
    const std::string character = text.substr(at, bytes_of_character(static_cast<unsigned char>(text[at])));
    at += character.size();
    const bool single = ideographic(character);
    if (!pieces.empty() && (character == " " || closes(character) || (open && !single))) {
      pieces.back() += character;
    } else {
      pieces.push_back(character);
    }
    open = character != " " && !single;
  }
  return pieces;
}

std::string without_trailing_spaces(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

std::vector<std::string> wrapped(const Canvas& canvas, const std::string& text, double size, double width) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string& piece : pieces_of(text)) {
    if (!line.empty() && canvas.text_width(without_trailing_spaces(line + piece), size) > width) {
      lines.push_back(without_trailing_spaces(line));
      line.clear();
    }
    line += piece;
  }
  if (!line.empty()) lines.push_back(without_trailing_spaces(line));
  return lines;
}

Caption caption_of(const Canvas& canvas, const RenderOptions& options, double left) {
  const double scale = pixel_scale(options);
  Caption caption;
  caption.heading = options.heading;
  const double from = left + margin * scale;
  const double room = options.width - margin * scale - from;
  const double text_room = std::max(60.0, std::min(widest * scale, room) - 2.0 * padding * scale);
  caption.lines = wrapped(canvas, options.caption, text_size * scale, text_room);
  if (caption.empty()) return caption;
  double width = canvas.text_width(caption.heading, heading_size * scale);
  for (const std::string& line : caption.lines) width = std::max(width, canvas.text_width(line, text_size * scale));
  caption.box.width = width + 2.0 * padding * scale;
  caption.box.height =
      (2.0 * padding + (caption.heading.empty() ? 0.0 : heading_step) + line_step * static_cast<double>(caption.lines.size())) * scale -
      8.0 * scale;
  caption.box.left = from + std::max(0.0, (room - caption.box.width) / 2.0);
  caption.box.bottom = margin * scale;
  return caption;
}

void draw_caption(Canvas& canvas, const Caption& caption, const RenderOptions& options) {
  if (caption.empty()) return;
  const double scale = pixel_scale(options);
  plate::draw(canvas, caption.box, scale, 0.95F);
  const double left = caption.box.left + padding * scale;
  double y = caption.box.top() - padding * scale;
  if (!caption.heading.empty()) {
    canvas.write(caption.heading, {left, y - heading_size * 0.8 * scale}, {heading_size * scale, ink::dark(), Align::left, false});
    y -= heading_step * scale;
  }
  for (const std::string& line : caption.lines) {
    canvas.write(line, {left, y - text_size * 0.8 * scale}, {text_size * scale, ink::dark(), Align::left, false});
    y -= line_step * scale;
  }
}

}  // namespace parktwin::viz
