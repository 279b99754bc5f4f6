#include "importers/drive_test/drive_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_set>

#include "engine/core/errors.h"
#include "engine/core/nearest_name.h"
#include "engine/core/utf8.h"
#include "importers/drive_test/drive_test_columns.h"
#include "importers/drive_test/local_positions.h"
#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {
namespace {

using radio::calibration::DriveTestPoint;

constexpr double weakest_rsrp_dbm = -160.0;
constexpr double strongest_rsrp_dbm = -20.0;
constexpr double worst_sinr_db = -50.0;
constexpr double best_sinr_db = 60.0;
constexpr double furthest_m = 100e3;  // from the park's boundary

std::size_t row_of(const Feature& feature) { return feature.number + 1; }

std::string place_of_row(const Feature& feature, std::string_view column) {
  return fmt::format("row {}, column {}", row_of(feature), column);
}

/// Distance from a point to a box, 0 inside.
double distance_to(const Box& box, Point p) {
  const double dx = std::max({box.low.x - p.x, 0.0, p.x - box.high.x});
  const double dy = std::max({box.low.y - p.y, 0.0, p.y - box.high.y});
  return std::hypot(dx, dy);
}

/// Box of all polygons; none without a polygon.
std::optional<Box> bounds_of(const MultiPolygon& shape) {
  if (shape.polygons.empty()) return std::nullopt;
  Box all = bounds(shape.polygons.front());
  for (const auto& polygon : shape.polygons) {
    const Box box = bounds(polygon);
    all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
    all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
  }
  return all;
}

/// Reads one table; holds what its steps share.
class DriveTestReading {
 public:
  DriveTestReading(const DriveTestSource& source, const Park& park) : source_(source), park_(park), file_(source.file.string()) {
    for (const auto& cell : park.radio_cells->records()) cell_names_.emplace_back(cell.id);
  }

  DriveTest read() {
    const auto table = open();
    if (table) {
      columns_ = find_columns(*table, file_, problems_);
      leave_out_repeated(*table);
      for (const Feature* feature : rows_) read_row(*feature);
      report_unknown_cells();
      place_points();
    }
    problems_.throw_if_any();
    keep_inside();
    problems_.throw_if_any();
    return std::move(result_);
  }

 private:
  std::optional<VectorLayer> open() {
    if (source_.file.extension() != ".csv" && std::filesystem::is_regular_file(source_.file)) {
      problems_.add(file_, "", "is not named as a CSV table, expected a name that ends in .csv");
      return std::nullopt;
    }
    VectorRequest request;
    request.file = source_.file;
    request.geometry = false;
    auto table = read_vector_layer(request, problems_);
    if (table && table->features.empty()) problems_.add(file_, "", "holds no row below its header, expected one per point");
    return table;
  }

  void leave_out_repeated(const VectorLayer& table) {
    std::unordered_set<std::string> seen;
    std::size_t first = 0;
    for (const Feature& feature : table.features) {
      std::string whole;
      for (const auto& attribute : feature.attributes) whole += text_of(attribute) + '\x1f';
      if (seen.insert(std::move(whole)).second) {
        rows_.push_back(&feature);
      } else if (result_.repeated++ == 0) {
        first = row_of(feature);
      }
    }
    if (result_.repeated == 0) return;
    note(fmt::format("{} rows repeat an earlier one in every column and are left out, the first is row {}", result_.repeated, first));
  }

  void read_row(const Feature& feature) {
    DriveTestPoint point;
    if (columns_.position) {
      Point position;
      const bool x = read_number(feature, columns_.position->x, columns_.position->x_name, position.x);
      const bool y = read_number(feature, columns_.position->y, columns_.position->y_name, position.y);
      placed_.push_back(x && y);
      positions_.push_back(position);
    }
    if (columns_.cell) point.cell = read_cell(feature);
    double number = 0.0;
    if (columns_.rsrp && read_number(feature, *columns_.rsrp, "rsrp_dbm", number)) {
      check_range(feature, "rsrp_dbm", number, weakest_rsrp_dbm, strongest_rsrp_dbm, "dBm");
      point.rsrp = Dbm(number);
    }
    if (columns_.sinr && !is_missing(feature.attributes[*columns_.sinr]) && read_number(feature, *columns_.sinr, "sinr_db", number)) {
      check_range(feature, "sinr_db", number, worst_sinr_db, best_sinr_db, "dB");
      point.sinr = Decibel(number);
    }
    if (columns_.time) point.time = read_text(feature, *columns_.time, "time");
    result_.points.push_back(std::move(point));
  }

  bool read_number(const Feature& feature, std::size_t column, std::string_view name, double& value) {
    const Attribute& attribute = feature.attributes[column];
    const auto fault = is_missing(attribute) ? std::optional<std::string>("is missing, expected a number") : to_number(attribute, value);
    if (fault) problems_.add(file_, place_of_row(feature, name), *fault);
    return !fault;
  }

  void check_range(const Feature& feature, std::string_view name, double value, double low, double high, std::string_view unit) {
    if (value >= low && value <= high) return;
    problems_.add(file_, place_of_row(feature, name), fmt::format("found {} {}, expected {} to {}", value, unit, low, high));
  }

  /// Empty when it is not UTF-8.
  std::string read_text(const Feature& feature, std::size_t column, std::string_view name) {
    std::string text = text_of(feature.attributes[column]);
    if (first_invalid_utf8(text) == std::string_view::npos) return text;
    problems_.add(file_, place_of_row(feature, name), "is not UTF-8 text");
    return {};
  }

  Id<RadioCell> read_cell(const Feature& feature) {
    if (is_missing(feature.attributes[*columns_.cell])) {
      problems_.add(file_, place_of_row(feature, "cell"), "is missing, expected the id of a radio cell");
      return {};
    }
    const std::string name = read_text(feature, *columns_.cell, "cell");
    const auto cell = park_.radio_cells->find(name);
    if (!cell.valid() && !name.empty()) unknown_cells_[name].push_back(&feature);
    return cell;
  }

  /// Each unknown id once, in the order in which they appear.
  void report_unknown_cells() {
    std::map<std::size_t, std::string> first_rows;
    for (const auto& [name, features] : unknown_cells_) first_rows.emplace(features.front()->number, name);
    for (const auto& [number, name] : first_rows) {
      const auto& features = unknown_cells_.at(name);
      std::string message = fmt::format("the park has no radio cell \"{}\"", shortened(name, 60));
      if (const auto near = nearest_name(name, cell_names_); !near.empty()) message += fmt::format("; is \"{}\" meant?", near);
      if (features.size() > 1) message += fmt::format(" (in {} rows)", features.size());
      problems_.add(file_, place_of_row(*features.front(), "cell"), std::move(message));
    }
  }

  void place_points() {
    if (!columns_.position) return;
    const PositionColumns& columns = *columns_.position;
    LocalPositions found{positions_, std::vector<std::uint8_t>(positions_.size())};
    if (columns.kind == PositionKind::local) {
      for (Point& p : found.points) p = to_centimetre(p);
    } else {
      const LocalFrame frame{park_.site->crs, {park_.site->origin_easting.value(), park_.site->origin_northing.value()}};
      const std::string& projected = source_.crs.empty() ? frame.crs : source_.crs;
      std::optional<std::string> fault;
      found = local_positions(columns.kind == PositionKind::geographic ? "EPSG:4326" : projected, frame, positions_, fault);
      if (fault) return problems_.add(file_, "", *fault);
    }
    const auto box = bounds_of(park_.site->boundary);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Point position = result_.points[i].position = found.points[i];
      if (placed_[i]) check_place(i, found.misplaced[i] != 0, box ? distance_to(*box, position) : 0.0);
    }
  }

  void check_place(std::size_t i, bool misplaced, double away_m) {
    if (!misplaced && away_m <= furthest_m) return;
    const auto& columns = *columns_.position;
    problems_.add(file_, fmt::format("row {}, columns {}, {}", row_of(*rows_[i]), columns.x_name, columns.y_name),
                  misplaced ? fmt::format("found {}, {}, which cannot be placed on the Earth", positions_[i].x, positions_[i].y)
                            : fmt::format("found {}, {}, which is {:.0f} km from the park, expected at most {:.0f} km", positions_[i].x,
                                          positions_[i].y, away_m / 1e3, furthest_m / 1e3));
  }

  /// Precondition: no problem so far.
  void keep_inside() {
    auto& points = result_.points;
    const std::size_t before = points.size();
    std::erase_if(points, [this](const DriveTestPoint& point) { return !contains(park_.site->boundary, point.position); });
    result_.outside = before - points.size();
    if (points.empty()) {
      problems_.add(file_, "", fmt::format("none of its {} points lies within the boundary of the park", before));
    } else if (result_.outside > 0) {
      note(fmt::format("{} of {} points lie outside the boundary of the park and are left out", result_.outside, before));
    }
  }

  void note(std::string text) {
    result_.notes.push_back({NoteKind::warning, "drive test " + source_.file.filename().string(), std::move(text)});
  }

  const DriveTestSource& source_;
  const Park& park_;
  std::string file_;
  std::vector<std::string_view> cell_names_;
  Problems problems_;
  DriveTestColumns columns_;
  std::vector<const Feature*> rows_;  // without repeated ones
  std::vector<Point> positions_;      // as given, one per row
  std::vector<std::uint8_t> placed_;  // 1 where both coordinates are numbers
  std::map<std::string, std::vector<const Feature*>> unknown_cells_;
  DriveTest result_;
};

}  // namespace

DriveTest read_drive_test(const DriveTestSource& source, const Park& park) { return DriveTestReading(source, park).read(); }

}  // namespace parktwin::importers
