#include "importers/citygml/citygml.h"

#include <citygml/citygml.h>
#include <citygml/citygmllogger.h>
#include <citygml/citymodel.h>
#include <citygml/geometry.h>
#include <citygml/implictgeometry.h>
#include <citygml/linearring.h>
#include <citygml/polygon.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "engine/core/utf8.h"
#include "engine/core/whole_file.h"
#include "importers/gdal_layers/chinese_map.h"
#include "importers/gdal_layers/source_file.h"

namespace parktwin::importers {
namespace {

constexpr std::uintmax_t most_bytes = 1ULL << 30U;
constexpr int deepest = 100;  // a corner of a solid lies at about 15
constexpr double highest_m = 1e5;

/// The library reports through this; the first error is kept for the fault.
class KeptLog final : public citygml::CityGMLLogger {
 public:
  void log(LOGLEVEL level, const std::string& message, const char*, int) const override {
    if (level == LOGLEVEL::LL_ERROR && first_.empty()) first_ = message;
  }
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  mutable std::string first_;
};

/// Elements inside each other, without comments and instructions.
bool too_deep(const std::string& text) {
  int depth = 0;
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    if (text.compare(at, 4, "<!--") == 0) {
      at = text.find("-->", at);
      if (at == std::string::npos) return false;
      continue;
    }
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next == '?' || next == '!') continue;
    const auto end = text.find('>', at);
    if (end == std::string::npos) return false;
    if (next == '/') {
      --depth;
    } else if (text[end - 1] != '/' && ++depth > deepest) {
      return true;
    }
  }
  return false;
}

Attribute attribute_of(const citygml::AttributeValue& value) {
  switch (value.getType()) {
    case citygml::AttributeType::Double:
      return value.asDouble();
    case citygml::AttributeType::Integer:
      return static_cast<std::int64_t>(value.asInteger());
    default:
      return value.asString();
  }
}

/// The library gives "bldg:measuredheight" for what the standard calls measuredHeight.
std::string standard_name(const std::string& name) {
  static const std::map<std::string, std::string> names{
      {"measuredheight", "measuredHeight"},         {"storeysaboveground", "storeysAboveGround"},
      {"storeysbelowground", "storeysBelowGround"}, {"yearofconstruction", "yearOfConstruction"},
      {"yearofdemolition", "yearOfDemolition"},     {"rooftype", "roofType"},
      {"crowndiameter", "crownDiameter"},           {"trunkdiameter", "trunkDiameter"}};
  const std::string own = name.substr(name.find_last_of(':') + 1);
  const auto found = names.find(own);
  return found == names.end() ? own : found->second;
}

bool is_thematic_surface(const std::string& type) { return type.ends_with("Surface") && type != "WaterSurface"; }

class ModelReading {
 public:
  ModelReading(const CityRequest& request, Problems& problems) : request_(request), problems_(problems), file_(request.file.string()) {}

  std::optional<CityModel> read() {
    if (const auto fault = fault_of_source(request_.file)) return fail("", *fault);
    std::error_code error;
    if (std::filesystem::file_size(request_.file, error) > most_bytes) return fail("", "is larger than 1 GiB, expected tiles below that");
    auto text = read_whole(request_.file);
    if (!text) return fail("", "cannot be read, expected a CityGML file");
    if (const auto fault = fault_of_xml(*text)) return fail("", *fault);
    const std::string fetched = "chemaLocation";
    for (auto at = text->find(fetched); at != std::string::npos; at = text->find(fetched, at))
      text->replace(at, fetched.size(), "chemaIgnored_");
    const auto source = parse(*text);
    if (!source) return std::nullopt;
    if (!find_place(*source)) return std::nullopt;
    for (unsigned int i = 0; i < source->getNumRootCityObjects(); ++i) {
      if (!add(source->getRootCityObject(static_cast<int>(i)), "")) return std::nullopt;
    }
    CityModel model;
    model.layer.name = "cityObjectMember";
    model.vertical_datum = heights_.datum;
    for (auto at = text->find("surfaceDataMember>"); at != std::string::npos; at = text->find("surfaceDataMember>", at + 1)) {
      const auto begin = text->rfind('<', at);
      model.appearances += begin != std::string::npos && (*text)[begin + 1] != '/' ? 1 : 0;
    }
    fill_layer(std::move(objects_), model);
    return model;
  }

 private:
  std::nullopt_t fail(std::string place, std::string message) {
    problems_.add(file_, std::move(place), std::move(message));
    return std::nullopt;
  }

  std::shared_ptr<const citygml::CityModel> parse(const std::string& text) {
    citygml::ParserParams parameters;
    parameters.tesselate = false;
    const auto log = std::make_shared<KeptLog>();
    std::shared_ptr<const citygml::CityModel> model;
    try {
      std::istringstream stream(text);
      model = citygml::load(stream, parameters, log);
    } catch (...) {  // Xerces throws types of its own
      fail("", "is no sound XML");
      return nullptr;
    }
    if (!model || text.find("CityModel>", text.size() - std::min<std::size_t>(text.size(), 200)) == std::string::npos) {
      fail("", "is no sound CityGML, or cut off" + (log->first().empty() ? "" : " (" + log->first() + ")"));
      return nullptr;
    }
    return model;
  }

  bool find_place(const citygml::CityModel& model) {
    const std::string given = request_.crs.empty() ? model.getSRSName().empty() ? model.getEnvelope().srsName() : model.getSRSName() : "";
    const std::string crs = given.empty() ? request_.crs : crs_of_identifier(given);
    if (crs.empty()) return fail("", "has no coordinate reference system; add a crs where the file is named"), false;
    shifted_ = chinese_map_of(crs).value_or(ChineseMap::none);
    placement_ = Placement::find(shifted_ == ChineseMap::none ? crs : "EPSG:4326", request_.frame.crs);
    if (!placement_) return fail("", fmt::format("{} cannot be transformed to {}", crs, request_.frame.crs)), false;
    latitude_first_ = placement_->geographic() && (given.starts_with("urn:") || given.starts_with("http"));
    heights_ = heights_of(crs);
    return true;
  }

  std::optional<Corner> corner(const TVec3d& vertex) {
    const Point given = latitude_first_ ? Point{vertex.y, vertex.x} : Point{vertex.x, vertex.y};
    std::vector<Point> place{shifted_ == ChineseMap::none ? given : to_wgs84(shifted_, given)};
    const double z = vertex.z * heights_.metres;
    if (placement_->move(place) || !(std::abs(z) <= highest_m)) return std::nullopt;
    return Corner{{place[0].x - request_.frame.origin.x, place[0].y - request_.frame.origin.y}, z};
  }

  bool take_ring(const citygml::LinearRing& ring, const std::string& id, CitySurface& surface) {
    auto& corners = surface.rings.emplace_back();
    for (const auto& vertex : ring.getVertices()) {
      const auto found = corner(vertex);
      if (!found) {
        fail("city object " + id, fmt::format("found the corner ({}, {}, {}), which is not on the Earth", vertex.x, vertex.y, vertex.z));
        return false;
      }
      corners.push_back(*found);
    }
    return true;
  }

  bool take(const citygml::Geometry& geometry, SurfaceMeaning meaning, const std::string& id,
            std::map<unsigned int, std::vector<CitySurface>>& by_lod) {
    for (unsigned int i = 0; i < geometry.getPolygonsCount(); ++i) {
      const auto polygon = geometry.getPolygon(i);
      if (!polygon || !polygon->exteriorRing() || polygon->exteriorRing()->size() < 3) continue;
      CitySurface surface;
      surface.meaning = meaning;
      if (!take_ring(*polygon->exteriorRing(), id, surface)) return false;
      for (const auto& hole : polygon->interiorRings()) {
        if (hole && hole->size() > 2 && !take_ring(*hole, id, surface)) return false;
      }
      by_lod[geometry.getLOD()].push_back(std::move(surface));
    }
    for (unsigned int i = 0; i < geometry.getGeometriesCount(); ++i) {
      if (!take(geometry.getGeometry(i), meaning, id, by_lod)) return false;
    }
    return true;
  }

  bool add(const citygml::CityObject& source, const std::string& parent) {
    CityObject object;
    object.id = source.getId();
    object.type = source.getTypeAsString();
    object.parent = parent;
    for (const auto& [name, value] : source.getAttributes()) object.attributes[standard_name(name)] = attribute_of(value);
    std::map<unsigned int, std::vector<CitySurface>> by_lod;
    const auto take_all = [&](const citygml::CityObject& from, SurfaceMeaning meaning) {
      for (unsigned int i = 0; i < from.getGeometriesCount(); ++i) {
        if (!take(from.getGeometry(i), meaning, object.id, by_lod)) return false;
      }
      return true;
    };
    if (!take_all(source, SurfaceMeaning::none)) return false;
    std::vector<const citygml::CityObject*> parts;
    for (unsigned int i = 0; i < source.getChildCityObjectsCount(); ++i) {
      const auto& child = source.getChildCityObject(i);
      const auto type = child.getTypeAsString();
      if (is_thematic_surface(type) && !take_all(child, surface_meaning(type))) return false;
      if (type.ends_with("Part")) parts.push_back(&child);
    }
    for (unsigned int i = 0; i < source.getImplicitGeometryCount(); ++i) {
      if (const auto place = corner(source.getImplicitGeometry(i).getReferencePoint())) object.points.push_back(place->place);
    }
    if (!by_lod.empty()) {
      object.lod = std::to_string(by_lod.rbegin()->first);
      object.surfaces = std::move(by_lod.rbegin()->second);
      object.points.clear();
    }
    objects_.push_back(std::move(object));
    return std::all_of(parts.begin(), parts.end(), [&](const citygml::CityObject* part) { return add(*part, source.getId()); });
  }

  const CityRequest& request_;
  Problems& problems_;
  std::string file_;
  std::optional<Placement> placement_;
  ChineseMap shifted_ = ChineseMap::none;
  bool latitude_first_ = false;
  Heights heights_;
  std::vector<CityObject> objects_;
};

}  // namespace

std::optional<std::string> fault_of_xml(const std::string& text) {
  if (first_invalid_utf8(text) != std::string::npos || text.find('\0') != std::string::npos) return "is not UTF-8, expected XML in UTF-8";
  const auto head = text.substr(0, 300);
  if (const auto at = head.find("encoding="); at != std::string::npos && at < head.find("?>")) {
    const auto begin = std::min(at + 10, head.size());  // after the quotation mark
    const auto end = begin < head.size() ? head.find(head[begin - 1], begin) : begin;
    std::string name = head.substr(begin, end - begin);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (name != "UTF-8" && name != "US-ASCII" && name != "ISO-8859-1") return "says it is in " + name + ", expected XML in UTF-8";
  }
  for (const char* word : {"<!DOCTYPE", "<!ENTITY"}) {
    if (text.find(word) != std::string::npos) return fmt::format("holds {}, expected XML without document types and entities", word);
  }
  if (too_deep(text)) return fmt::format("nests deeper than {} elements", deepest);
  return std::nullopt;
}

std::optional<CityModel> read_citygml(const CityRequest& request, Problems& problems) { return ModelReading(request, problems).read(); }

}  // namespace parktwin::importers
