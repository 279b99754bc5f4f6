#include "engine/storage/selection.h"

#include <algorithm>

#include "engine/core/describe.h"
#include "engine/core/grid.h"
#include "engine/run/results.h"

namespace parktwin::storage {
namespace {

/// The path is `above` or below it.
bool is_within(std::string_view path, std::string_view above) {
  return path.starts_with(above) && (path.size() == above.size() || path[above.size()] == '/');
}

template <class T>
void collect_maps(const T& value, const std::string& path, std::vector<std::string>& found) {
  if constexpr (Raster<T>) {
    found.push_back(path);
  } else if constexpr (Described<T>) {
    describe([&](const Field& field, const auto& member) { collect_maps(member, path + "/" + std::string(field.name), found); }, value);
  }
}

}  // namespace

std::vector<std::string> map_paths() {
  std::vector<std::string> found;
  collect_maps(Results{}, "/results", found);
  return found;
}

Selection Selection::with_maps(const std::vector<std::string>& maps) {
  Selection selection{{}, map_paths()};
  std::erase_if(selection.without, [&maps](const std::string& path) { return std::find(maps.begin(), maps.end(), path) != maps.end(); });
  return selection;
}

bool Selection::touches(std::string_view path) const {
  const auto near = [path](const std::string& other) { return is_within(path, other) || is_within(other, path); };
  if (!only.empty() && std::none_of(only.begin(), only.end(), near)) return false;
  return std::none_of(without.begin(), without.end(), [path](const std::string& other) { return is_within(path, other); });
}

bool Selection::covers(std::string_view path) const {
  const auto above = [path](const std::string& other) { return is_within(path, other); };
  if (!only.empty() && std::none_of(only.begin(), only.end(), above)) return false;
  return std::none_of(without.begin(), without.end(),
                      [path](const std::string& other) { return is_within(path, other) || is_within(other, path); });
}

}  // namespace parktwin::storage
