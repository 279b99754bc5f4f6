#include "importers/recipe/city_sources.h"

#include <array>
#include <fstream>

#include "importers/citygml/citygml.h"
#include "importers/cityjson/cityjson.h"

namespace parktwin::importers {

namespace {

bool begins_with(const std::filesystem::path& file, const char* word) {
  std::array<char, 4096> head{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), head.size());
  return std::string(head.data(), static_cast<std::size_t>(stream.gcount())).find(word) != std::string::npos;
}

bool is_citygml(const std::filesystem::path& file) {
  const auto extension = file.extension();
  return extension == ".citygml" || ((extension == ".gml" || extension == ".xml") && begins_with(file, "opengis.net/citygml"));
}

bool is_cityjson(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".city.json") || name.ends_with(".cityjson") || (name.ends_with(".json") && begins_with(file, "\"CityJSON\""));
}

}  // namespace

bool is_city_model(const std::filesystem::path& file) { return is_cityjson(file) || is_citygml(file); }

std::optional<VectorLayer> read_city_model(const VectorRequest& request, SourceReport& report, Problems& problems) {
  if (!request.layer.empty() || !request.where.empty()) {
    problems.add(request.file.string(), "", "is a city model, which has no layers and no filter of GDAL; use `only` in the recipe");
    return std::nullopt;
  }
  const CityRequest city{request.file, request.crs, request.frame};
  auto model = is_citygml(request.file) ? read_citygml(city, problems) : read_cityjson(city, problems);
  if (!model) return std::nullopt;
  const auto say = [&report](Finding kind, const std::string& what, std::size_t count) {
    if (count > 0) report.add(kind, what, "", count);
  };
  say(Finding::dropped, "city objects of extensions", model->of_extensions);
  say(Finding::dropped, "city objects without surfaces or a place", model->without_geometry);
  say(Finding::dropped, "buildings whose parts stand for them", model->replaced_by_parts);
  say(Finding::note, "textures and materials that were left aside", model->appearances);
  const std::string datum = model->vertical_datum.empty() ? "a datum the file does not name" : model->vertical_datum;
  say(Finding::note, "objects with heights above " + datum, model->layer.features.size());
  return std::move(model->layer);
}

}  // namespace parktwin::importers
