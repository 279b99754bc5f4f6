#include "importers/cityjson/cityjson.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/core/whole_file.h"
#include "importers/gdal_layers/chinese_map.h"
#include "importers/gdal_layers/source_file.h"

namespace parktwin::importers {
namespace {

using Json = nlohmann::json;
constexpr std::uintmax_t most_bytes = 1ULL << 30U;  // a larger model is cut into tiles by whoever publishes it
constexpr std::size_t deepest = 64;                 // a solid's corner lies at 9
constexpr double highest = 1e5;                     // m

/// Where brackets open deeper than any city model does, as a byte; they would unfold into far more memory than the file.
std::optional<std::size_t> too_deep(const std::string& text) {
  std::size_t depth = 0;
  bool inside_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inside_text) {
      if (c == '\\') ++i;
      inside_text = c != '"';
    } else if (c == '"') {
      inside_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest) return i;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

Attribute attribute_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return static_cast<std::int64_t>(value.get<bool>() ? 1 : 0);
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) return value.get<double>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number()) return value.get<double>();
  return {};
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// Levels of detail are texts ("2.2"), in older files numbers.
std::string lod_of(const Json& geometry) {
  const auto lod = geometry.find("lod");
  return lod == geometry.end() ? "" : lod->is_string() ? lod->get<std::string>() : lod->dump();
}

/// Surfaces come before places, then the level of detail counts; empty for what is neither.
std::string rank(const Json& geometry) {
  const auto kind = text_of(geometry, "type");
  if (kind.find("Surface") != std::string::npos || kind.find("Solid") != std::string::npos) return "2" + lod_of(geometry);
  return kind == "MultiPoint" || kind == "GeometryInstance" ? "1" + lod_of(geometry) : "";
}

class CityReading {
 public:
  CityReading(const CityRequest& request, Problems& problems) : request_(request), problems_(problems), file_(request.file.string()) {}

  std::optional<CityModel> read() {
    if (const auto fault = fault_of_source(request_.file)) return fail("", *fault);
    std::error_code error;
    if (std::filesystem::file_size(request_.file, error) > most_bytes) return fail("", "is larger than 1 GiB, expected tiles below that");
    const auto text = read_whole(request_.file);
    if (!text) return fail("", "cannot be read, expected a CityJSON file");
    if (const auto byte = too_deep(*text)) return fail(fmt::format("byte {}", *byte), fmt::format("nests deeper than {} levels", deepest));
    Json root;
    try {
      root = Json::parse(*text);
    } catch (const Json::exception& exception) {
      return fail("", fmt::format("is no sound JSON ({})", exception.what()));
    }
    return read(root);
  }

 private:
  std::nullopt_t fail(std::string place, std::string message) {
    problems_.add(file_, std::move(place), std::move(message));
    return std::nullopt;
  }

  /// Runs a step; what JSON of another shape than expected throws becomes a problem at the place.
  template <class Step>
  bool at(const std::string& place, const Step& step) {
    try {
      return step();
    } catch (const Json::exception& exception) {
      fail(place, fmt::format("is no sound CityJSON ({})", exception.what()));
      return false;
    }
  }

  std::optional<CityModel> read(const Json& root) {
    if (!root.is_object() || text_of(root, "type") != "CityJSON") return fail("", "is no CityJSON, expected \"type\": \"CityJSON\"");
    const std::string version = text_of(root, "version");
    if (version != "1.1" && version != "2.0") return fail("version", fmt::format("found \"{}\", expected 1.1 or 2.0", version));
    if (!at("vertices", [&] { return place_vertices(root); })) return std::nullopt;
    const auto objects = root.find("CityObjects");
    if (objects == root.end() || !objects->is_object())
      return fail("CityObjects", "missing, expected the objects of the city by their ids");
    CityModel model;
    model.layer.name = "CityObjects";
    model.vertical_datum = heights_.datum;
    if (const auto appearance = root.find("appearance"); appearance != root.end() && appearance->is_object()) {
      for (const auto& list : *appearance) model.appearances += list.is_array() ? list.size() : 0;
    }
    std::vector<CityObject> read;
    bool good = true;
    for (auto entry = objects->begin(); entry != objects->end(); ++entry) {
      good = at("city object " + entry.key(), [&] { return read_object(entry.key(), entry.value(), model, read); }) && good;
    }
    if (!good) return std::nullopt;
    fill_layer(std::move(read), model);
    return model;
  }

  bool place_vertices(const Json& root) {
    std::string crs = request_.crs;
    const auto metadata = root.find("metadata");
    if (crs.empty() && metadata != root.end()) crs = crs_of_identifier(text_of(*metadata, "referenceSystem"));
    if (crs.empty()) return fail("metadata", "has no coordinate reference system; add a crs where the file is named"), false;
    const auto shifted = chinese_map_of(crs);
    const auto placement = Placement::find(shifted ? "EPSG:4326" : crs, request_.frame.crs);
    if (!placement) return fail("metadata", fmt::format("{} cannot be transformed to {}", crs, request_.frame.crs)), false;
    heights_ = heights_of(crs);
    const auto& transform = root.at("transform");
    const auto scale = transform.at("scale").get<std::array<double, 3>>();
    const auto move = transform.at("translate").get<std::array<double, 3>>();
    const auto& vertices = root.at("vertices");
    std::vector<Point> places;
    places.reserve(vertices.size());
    corners_.reserve(vertices.size());
    for (const auto& vertex : vertices) {
      const bool good = vertex.is_array() && vertex.size() == 3 && vertex[0].is_number() && vertex[1].is_number() && vertex[2].is_number();
      if (!good) return fail(fmt::format("vertex {}", places.size()), "found no triple of numbers"), false;
      const Point place{vertex[0].get<double>() * scale[0] + move[0], vertex[1].get<double>() * scale[1] + move[1]};
      places.push_back(shifted ? to_wgs84(*shifted, place) : place);
      const double z = (vertex[2].get<double>() * scale[2] + move[2]) * heights_.metres;
      if (!(std::abs(z) <= highest))
        return fail(fmt::format("vertex {}", corners_.size()), fmt::format("lies at a height of {} m", z)), false;
      corners_.push_back({{}, z});
    }
    if (const auto lost = placement->move(places)) return fail(fmt::format("vertex {}", *lost), "is not on the Earth in " + crs), false;
    const Point origin = request_.frame.origin;
    for (std::size_t i = 0; i < places.size(); ++i) corners_[i].place = {places[i].x - origin.x, places[i].y - origin.y};
    return true;
  }

  bool read_object(const std::string& id, const Json& source, CityModel& model, std::vector<CityObject>& objects) {
    CityObject object;
    object.id = id;
    object.type = source.at("type").get<std::string>();
    if (object.type.starts_with('+')) return ++model.of_extensions, true;
    if (const auto parents = source.find("parents"); parents != source.end() && !parents->empty()) {
      object.parent = parents->at(0).get<std::string>();
    }
    if (const auto given = source.find("attributes"); given != source.end() && given->is_object()) {
      for (const auto& [name, value] : given->items()) {
        if (!value.is_structured()) object.attributes[name] = attribute_of(value);
      }
    }
    const Json* chosen = nullptr;
    if (const auto geometries = source.find("geometry"); geometries != source.end()) {
      for (const auto& geometry : *geometries) {
        if (!rank(geometry).empty() && (chosen == nullptr || rank(*chosen) < rank(geometry))) chosen = &geometry;
      }
    }
    if (chosen != nullptr) {
      object.lod = lod_of(*chosen);
      if (rank(*chosen).front() == '2' ? !read_surfaces(id, *chosen, object) : !read_points(id, *chosen, object)) return false;
    }
    objects.push_back(std::move(object));
    return true;
  }

  std::optional<Corner> corner(const std::string& id, const Json& vertex) {
    const bool known = vertex.is_number_unsigned() && vertex.get<std::uint64_t>() < corners_.size();
    if (!known) return fail("city object " + id, fmt::format("found vertex {}, expected one below {}", vertex.dump(), corners_.size()));
    return corners_[vertex.get<std::size_t>()];
  }

  bool read_points(const std::string& id, const Json& geometry, CityObject& object) {
    for (const auto& vertex : geometry.at("boundaries")) {
      const auto found = corner(id, vertex);
      if (!found) return false;
      object.points.push_back(found->place);
    }
    return true;
  }

  bool read_surfaces(const std::string& id, const Json& geometry, CityObject& object) {
    const std::string type = text_of(geometry, "type");
    const int depth = type == "Solid" ? 1 : type.find("Solid") != std::string::npos ? 2 : 0;
    std::vector<SurfaceMeaning> meanings;
    const Json* values = nullptr;
    if (const auto semantics = geometry.find("semantics"); semantics != geometry.end() && semantics->is_object()) {
      for (const auto& one : semantics->at("surfaces")) meanings.push_back(surface_meaning(text_of(one, "type")));
      values = &semantics->at("values");
    }
    return collect(id, geometry.at("boundaries"), values, depth, meanings, object.surfaces);
  }

  /// `values` mirrors the boundaries down to the surface; null where nothing is said below.
  bool collect(const std::string& id, const Json& boundaries, const Json* values, int depth, const std::vector<SurfaceMeaning>& meanings,
               std::vector<CitySurface>& surfaces) {
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
      const Json* value = values != nullptr && values->is_array() && i < values->size() ? &(*values)[i] : nullptr;
      if (depth > 0) {
        if (!collect(id, boundaries.at(i), value, depth - 1, meanings, surfaces)) return false;
        continue;
      }
      CitySurface surface;
      if (value != nullptr && value->is_number_unsigned() && value->get<std::uint64_t>() < meanings.size()) {
        surface.meaning = meanings[value->get<std::size_t>()];
      }
      for (const auto& ring : boundaries.at(i)) {
        auto& corners = surface.rings.emplace_back();
        corners.reserve(ring.size());
        for (const auto& vertex : ring) {
          const auto found = corner(id, vertex);
          if (!found) return false;
          corners.push_back(*found);
        }
      }
      if (!surface.rings.empty() && surface.rings.front().size() > 2) surfaces.push_back(std::move(surface));
    }
    return true;
  }

  const CityRequest& request_;
  Problems& problems_;
  std::string file_;
  Heights heights_;
  std::vector<Corner> corners_;
};

}  // namespace

std::optional<CityModel> read_cityjson(const CityRequest& request, Problems& problems) { return CityReading(request, problems).read(); }

}  // namespace parktwin::importers
