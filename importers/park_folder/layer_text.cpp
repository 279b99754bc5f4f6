#include "importers/park_folder/layer_text.h"

#include <cmath>

namespace parktwin::importers {

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string csv_cell(std::string_view text) {
  const bool edge_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!edge_space && text.find_first_of(",\"\n\r\t;") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

CoordinateText::CoordinateText(const LocalFrame& frame)
    : origin_(frame.origin), decimals_(to_centimetre(frame.origin) == frame.origin ? 2 : 4) {}

void CoordinateText::append(Point point, std::string& text) const {
  // Adding 0.0 turns a negative zero into zero.
  fmt::format_to(std::back_inserter(text), "[{:.{}f}, {:.{}f}]", origin_.x + point.x + 0.0, decimals_, origin_.y + point.y + 0.0,
                 decimals_);
}

void CoordinateText::append(const std::vector<Point>& points, bool closed, std::string& text) const {
  text += '[';
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) text += ", ";
    append(points[i], text);
  }
  if (closed && !points.empty()) {
    text += ", ";
    append(points.front(), text);
  }
  text += ']';
}

void CoordinateText::append(const Polygon& polygon, std::string& text) const {
  text += '[';
  append(polygon.outer, true, text);
  for (const auto& hole : polygon.holes) {
    text += ", ";
    append(hole, true, text);
  }
  text += ']';
}

std::string CoordinateText::geometry(const Point& point) const {
  std::string text = "{\"type\": \"Point\", \"coordinates\": ";
  append(point, text);
  return text + '}';
}

std::string CoordinateText::geometry(const LineString& line) const {
  if (line.points.empty()) return "null";
  std::string text = "{\"type\": \"LineString\", \"coordinates\": ";
  append(line.points, false, text);
  return text + '}';
}

std::string CoordinateText::geometry(const Polygon& polygon) const {
  if (polygon.outer.empty()) return "null";
  std::string text = "{\"type\": \"Polygon\", \"coordinates\": ";
  append(polygon, text);
  return text + '}';
}

std::string CoordinateText::geometry(const MultiPolygon& shape) const {
  if (shape.polygons.empty()) return "null";
  std::string text = "{\"type\": \"MultiPolygon\", \"coordinates\": [";
  for (std::size_t i = 0; i < shape.polygons.size(); ++i) {
    if (i > 0) text += ", ";
    append(shape.polygons[i], text);
  }
  return text + "]}";
}

std::string collection_head(const std::string& layer, const std::string& crs) {
  return fmt::format(
      "{{\"type\": \"FeatureCollection\", \"name\": {},\n\"crs\": {{\"type\": \"name\", \"properties\": {{\"name\": {}}}}},\n\"features\": "
      "[\n",
      json_string(layer), json_string(crs_urn(crs)));
}

}  // namespace parktwin::importers
