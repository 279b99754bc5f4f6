#include "viz/window/saved_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "engine/core/whole_file.h"
#include "engine/core/yaml_reader.h"
#include "viz/scene/pose.h"

namespace parktwin::viz::window {
namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double nearest_m = 20.0;  // as a scenario's cameras
constexpr double farthest_m = 100000.0;
constexpr double flattest_deg = 5.0;

/// A JSON text is a double-quoted YAML text as well.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::string flow_map(const auto& described);

std::string value_of(const std::string& text) { return quoted(text); }
std::string value_of(bool value) { return value ? "true" : "false"; }
std::string value_of(double number) { return fmt::format("{}", std::round(number * 100.0) / 100.0); }
std::string value_of(const Point& point) { return "[" + value_of(point.x) + ", " + value_of(point.y) + "]"; }
template <UnitValue T>
std::string value_of(T value) {
  return value_of(value.value());
}
template <NamedEnum E>
std::string value_of(E value) {
  return std::string(name_of(value));
}
std::string value_of(const ViewCamera& camera) { return flow_map(camera); }
template <class T>
std::string value_of(const std::optional<T>& value) {
  return value_of(*value);
}

/// What a file need not say.
bool unsaid(const std::string& text) { return text.empty(); }
bool unsaid(bool value) { return !value; }
template <class T>
bool unsaid(const std::optional<T>& value) {
  return !value;
}
bool unsaid(const auto&) { return false; }

std::string flow_map(const auto& described) {
  std::string fields;
  describe(
      [&fields](const Field& field, const auto& value) {
        if (!unsaid(value)) fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", field.name, value_of(value));
      },
      described);
  return "{" + fields + "}";
}

std::filesystem::path without_slash(const std::filesystem::path& shown) {
  const auto plain = shown.lexically_normal();
  return plain.has_filename() ? plain : plain.parent_path();
}

/// The name that what is shown goes by; the folder's own for "." and the like.
std::filesystem::path base_of(const std::filesystem::path& shown) {
  std::filesystem::path plain = without_slash(shown);
  if (plain.filename() == "." || plain.filename() == "..") plain = without_slash(std::filesystem::absolute(shown));
  if (!std::filesystem::is_directory(plain)) plain.replace_extension();
  return plain;
}

}  // namespace

std::vector<SavedView> read_views(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return {};
  const auto document = yaml::read_document(file);
  Problems problems;
  constexpr std::array<std::string_view, 1> keys{"views"};
  std::vector<SavedView> views;
  if (yaml::check_keys(document.root, keys, document.file, problems)) {
    const YAML::Node list = document.root["views"];
    if (!list.IsDefined() || !list.IsSequence()) {
      problems.add(document.file, yaml::place_of(list.IsDefined() ? list : document.root),
                   "views: found " + yaml::found(list) + ", expected a list of views");
    } else {
      for (const YAML::Node& node : list) {
        yaml::Reading reading;
        yaml::read_described(node, views.emplace_back(), document.file, problems, reading);
        const YAML::Node name = node.IsMap() ? node["name"] : YAML::Node(YAML::NodeType::Undefined);
        if (name.IsDefined() && name.IsScalar() && name.Scalar().empty())
          yaml::refuse(name, Field{"name", "", ""}, "a text that is not empty", document.file, problems);
      }
    }
  }
  problems.throw_if_any();
  return views;
}

void write_views(const std::vector<SavedView>& views, const std::filesystem::path& file) {
  std::string text = "# Views saved by parktwin view; the list may move into a scenario.\nviews:\n";
  for (const SavedView& view : views) text += "  - " + flow_map(view) + "\n";
  write_whole(text, file);
}

ViewCamera camera_of(const Viewpoint& view, const GroundHeight& ground) {
  const double same_picture = 1.0 / (2.0 * std::tan(0.5 * field_of_view_deg * radians));  // distance of a picture one metre high
  ViewCamera camera;
  if (view.projection == Projection::plan) {
    camera.at = {view.eye.x, view.eye.y};
    camera.pitch = Degrees(90.0);
    camera.distance = Metres(std::max(nearest_m, view.height_m * same_picture));
    return camera;
  }
  const Vector ahead = axes_of(view).forward;
  const double flat = std::hypot(ahead.x, ahead.y);
  const double azimuth = flat > 1e-9 ? std::atan2(ahead.x, ahead.y) / radians : 0.0;
  const double pitch = std::clamp(std::atan2(-ahead.z, flat) / radians, flattest_deg, 90.0);
  const auto along = [&](double distance) {
    const double level = distance * std::cos(pitch * radians);
    return Vector{view.eye.x + level * std::sin(azimuth * radians), view.eye.y + level * std::cos(azimuth * radians),
                  view.eye.z - distance * std::sin(pitch * radians)};
  };
  const auto below = [&](double distance) {
    const Vector at = along(distance);
    return at.z < ground(at.x, at.y);
  };
  double far = nearest_m;
  while (far < farthest_m && !below(far)) far *= 1.1;
  double near = far / 1.1;
  for (int step = 0; step < 40; ++step) (below(0.5 * (near + far)) ? far : near) = 0.5 * (near + far);
  const Vector at = along(far);
  camera.at = {at.x, at.y};
  camera.distance = Metres(std::clamp(far * 2.0 * std::tan(0.5 * view.field_of_view_deg * radians) * same_picture, nearest_m, farthest_m));
  camera.azimuth = Degrees(azimuth);
  camera.pitch = Degrees(pitch);
  return camera;
}

Viewpoint viewpoint_of(const ViewCamera& camera, const GroundHeight& ground) {
  const double distance = camera.distance.value();
  const double dip = camera.pitch.value() * radians;
  const double turn = camera.azimuth.value() * radians;
  Viewpoint view;
  view.field_of_view_deg = field_of_view_deg;
  view.target = {camera.at.x, camera.at.y, ground(camera.at.x, camera.at.y)};
  view.eye = view.target + Vector{-std::sin(turn) * std::cos(dip), -std::cos(turn) * std::cos(dip), std::sin(dip)} * distance;
  if (camera.pitch.value() > 89.9 && std::abs(camera.azimuth.value()) < 0.1) {
    view.projection = Projection::plan;
    view.height_m = 2.0 * distance * std::tan(0.5 * field_of_view_deg * radians);
  }
  return view;
}

std::filesystem::path views_file_beside(const std::filesystem::path& shown) {
  auto file = base_of(shown);
  file += ".views.yaml";
  return file;
}

std::filesystem::path free_picture_beside(const std::filesystem::path& shown) {
  const auto base = base_of(shown);
  for (int number = 1;; ++number) {
    auto file = base;
    file += fmt::format("-{}.png", number);
    if (!std::filesystem::exists(file)) return file;
  }
}

}  // namespace parktwin::viz::window
