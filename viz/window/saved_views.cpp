#include "viz/window/saved_views.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/whole_file.h"
#include "engine/core/yaml_reader.h"

namespace parktwin::viz::window {
namespace {

/// A JSON text is a double-quoted YAML text as well.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::string value_of(const std::string& text) { return quoted(text); }
std::string value_of(double number) { return fmt::format("{:.3f}", number); }
template <NamedEnum E>
std::string value_of(E value) {
  return std::string(name_of(value));
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
      }
    }
  }
  problems.throw_if_any();
  return views;
}

void write_views(const std::vector<SavedView>& views, const std::filesystem::path& file) {
  std::string text = "# Views saved by parktwin view.\nviews:\n";
  for (const SavedView& view : views) {
    std::string fields;
    describe([&fields](const Field& field,
                       const auto& value) { fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", field.name, value_of(value)); },
             view);
    text += "  - {" + fields + "}\n";
  }
  write_whole(text, file);
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
