#include "importers/drive_test/drive_test_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "engine/core/nearest_name.h"
#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {
namespace {

constexpr std::array<PositionColumns, 3> position_kinds = {
    PositionColumns{PositionKind::local, "x_m", "y_m", 0, 0},
    PositionColumns{PositionKind::projected, "easting_m", "northing_m", 0, 0},
    PositionColumns{PositionKind::geographic, "longitude_deg", "latitude_deg", 0, 0},
};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

constexpr std::array<std::string_view, 10> names = {"x_m",          "y_m",  "easting_m", "northing_m", "longitude_deg",
                                                    "latitude_deg", "cell", "rsrp_dbm",  "sinr_db",    "time"};

/// The column that was meant: one that shares its beginning up to the unit, else the nearest spelling; empty when none is near.
std::string_view likely(std::string_view wanted, const VectorLayer& table) {
  std::vector<std::string> lowered;
  std::vector<std::string_view> originals;
  for (const auto& name : table.columns) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    originals.push_back(name);
    lowered.push_back(lower(name));
  }
  const std::string_view stem = wanted.substr(0, wanted.find('_'));
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const std::string_view name = lowered[i];
    const bool long_enough = std::min(name.size(), stem.size()) >= 3;
    if (name == stem || (long_enough && (name.starts_with(stem) || stem.starts_with(name)))) return originals[i];
  }
  const std::vector<std::string_view> known(lowered.begin(), lowered.end());
  const auto near = nearest_name(wanted, known);
  if (near.empty()) return {};
  return originals[static_cast<std::size_t>(std::find(known.begin(), known.end(), near) - known.begin())];
}

/// "; is \"RSRP\" meant?" or nothing.
std::string guess(std::string_view wanted, const VectorLayer& table) {
  const auto name = likely(wanted, table);
  return name.empty() ? std::string() : fmt::format("; is \"{}\" meant?", name);
}

/// Finds columns of one table; holds what its steps share.
class ColumnSearch {
 public:
  ColumnSearch(const VectorLayer& table, const std::string& file, Problems& problems) : table_(table), file_(file), problems_(problems) {}

  DriveTestColumns find() {
    DriveTestColumns columns;
    columns.position = position();
    columns.cell = required("cell", "the id of the radio cell measured");
    columns.rsrp = required("rsrp_dbm", "the reference signal received power");
    columns.sinr = table_.column("sinr_db");
    columns.time = table_.column("time");
    return columns;
  }

 private:
  void fail(std::string message) { problems_.add(file_, "row 1", std::move(message)); }

  std::optional<std::size_t> required(std::string_view name, std::string_view meaning) {
    const auto found = table_.column(name);
    if (!found) fail(fmt::format("has no column {} for {}; found {}{}", name, meaning, joined(table_.columns), guess(name, table_)));
    return found;
  }

  std::optional<PositionColumns> position() {
    std::vector<PositionColumns> whole;
    std::vector<PositionColumns> halves;
    for (auto kind : position_kinds) {
      const auto x = table_.column(kind.x_name);
      const auto y = table_.column(kind.y_name);
      kind.x = x.value_or(0);
      kind.y = y.value_or(0);
      if (x && y) whole.push_back(kind);
      if (x.has_value() != y.has_value()) halves.push_back(kind);
    }
    if (whole.size() == 1) return whole.front();
    if (whole.size() > 1) {
      fail(fmt::format("gives positions as {}, {} and as {}, {}; expected one of them", whole[0].x_name, whole[0].y_name, whole[1].x_name,
                       whole[1].y_name));
    } else if (!halves.empty()) {
      const auto& half = halves.front();
      const auto missing = table_.column(half.x_name) ? half.y_name : half.x_name;
      fail(fmt::format("has no column {} beside {}; found {}{}", missing, missing == half.x_name ? half.y_name : half.x_name,
                       joined(table_.columns), guess(missing, table_)));
    } else {
      fail(fmt::format("has no columns for the position: x_m, y_m or easting_m, northing_m or longitude_deg, latitude_deg; found {}{}",
                       joined(table_.columns), position_guess()));
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string position_guess() const {
    for (const auto& kind : position_kinds) {
      const auto x = likely(kind.x_name, table_);
      const auto y = likely(kind.y_name, table_);
      if (!x.empty() && !y.empty()) return fmt::format("; are \"{}\" and \"{}\" meant for {}, {}?", x, y, kind.x_name, kind.y_name);
    }
    return {};
  }

  const VectorLayer& table_;
  const std::string& file_;
  Problems& problems_;
};

}  // namespace

DriveTestColumns find_columns(const VectorLayer& table, const std::string& file, Problems& problems) {
  return ColumnSearch(table, file, problems).find();
}

}  // namespace parktwin::importers
