#pragma once
// Small foreign layers written for a test: lots, buildings and roads near Suzhou in WGS 84, as a planner would get them.
#include <filesystem>
#include <string>

namespace parktwin::importers {

/// A folder with lots.geojson, buildings.geojson, roads.geojson and recipe.yaml; removed with the object.
class ForeignSources {
 public:
  ForeignSources();
  ~ForeignSources();
  ForeignSources(const ForeignSources&) = delete;
  ForeignSources& operator=(const ForeignSources&) = delete;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path recipe() const { return folder_ / "recipe.yaml"; }
  void write(const std::string& name, const std::string& text) const;
  /// Rewrites the recipe with one piece of text replaced by another.
  void replace_in_recipe(const std::string& from, const std::string& to) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace parktwin::importers
