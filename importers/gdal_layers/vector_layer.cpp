#include "importers/gdal_layers/vector_layer.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/ogr_shape.h"
#include "importers/gdal_layers/open_source.h"
#include "importers/gdal_layers/source_file.h"

namespace parktwin::importers {
namespace {

constexpr int key_position = -1;  ///< of the key of a table among its fields

struct Transformation {
  std::unique_ptr<OGRCoordinateTransformation> transformation;  ///< none: same CRS
  bool geographic = false;
  ChineseMap shifted = ChineseMap::none;
};

/// GeoPackages name systems "Undefined Cartesian SRS" and "Undefined geographic SRS" where they have none.
bool is_known(const OGRSpatialReference& system) {
  const char* name = system.GetName();
  return !system.IsEmpty() && !system.IsLocal() && (name == nullptr || !std::string_view(name).starts_with("Undefined "));
}

/// Reads one layer of one source; holds what its steps share.
class LayerReading {
 public:
  LayerReading(const VectorRequest& request, Problems& problems) : request_(request), problems_(problems), file_(request.file.string()) {}

  std::optional<VectorLayer> read() {
    if (const auto fault = in_database_ ? std::nullopt : fault_of_source(request_.file)) return fail("", *fault);
    std::string fault;
    const auto source = open_source(
        {request_.file, request_.layer, request_.encoding, request_.x_column, request_.y_column, request_.password}, session_, fault);
    if (!source) return fail("", fault);
    OGRLayer* layer = choose(**source);
    if (layer == nullptr) return std::nullopt;
    VectorLayer result;
    result.name = layer->GetName();
    Transformation into;
    if (!select_columns(*layer, result) || (request_.geometry && !find_transformation(*layer, into))) return std::nullopt;
    if (!request_.where.empty() && !set_filter(*layer)) {
      return fail("layer " + result.name,
                  fmt::format("the filter \"{}\" does not fit ({})", request_.where, session_.reason("no reason given")));
    }
    read_features(*layer, into, result);
    const auto failures = session_.take_failures();
    if (!failures.empty() && !request_.where.empty() && result.features.empty()) {
      return fail("layer " + result.name, fmt::format("the filter \"{}\" does not fit ({})", request_.where, failures.front()));
    }
    for (const auto& failure : failures) {
      problems_.add(file_, fmt::format("layer {}, after feature {}", result.name, result.features.size()),
                    "cannot be read to its end (" + without_password(failure, request_.password) + ")");
    }
    if (!failures.empty()) return std::nullopt;
    return result;
  }

 private:
  std::nullopt_t fail(std::string place, std::string message) {
    problems_.add(file_, std::move(place), std::move(message));
    return std::nullopt;
  }

  OGRLayer* choose(GDALDataset& source) {
    std::string names;
    for (OGRLayer* layer : source.GetLayers()) names += (names.empty() ? "" : ", ") + std::string(layer->GetName());
    if (names.empty()) {
      fail("", fmt::format("holds no layer ({})", session_.reason("no reason given")));
      return nullptr;
    }
    if (request_.layer.empty()) {
      if (source.GetLayerCount() == 1) return source.GetLayer(0);
      fail("", "holds the layers " + names + ", expected the name of one of them");
      return nullptr;
    }
    OGRLayer* layer = in_database_ ? listed_layer(source) : source.GetLayerByName(request_.layer.c_str());
    if (layer == nullptr) fail("layer " + request_.layer, "no such layer, found " + names);
    return layer;
  }

  /// The driver of PostgreSQL makes queries of names it has not listed.
  OGRLayer* listed_layer(GDALDataset& source) const {
    for (OGRLayer* layer : source.GetLayers()) {
      if (request_.layer == layer->GetName()) return layer;
    }
    return nullptr;
  }

  bool select_columns(OGRLayer& layer, VectorLayer& result) {
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    CPLStringList ignored;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
      const std::string name = definition.GetFieldDefn(i)->GetNameRef();
      result.available.push_back(name);
      const bool wanted =
          request_.columns.empty() || std::find(request_.columns.begin(), request_.columns.end(), name) != request_.columns.end();
      if (!wanted) {
        if (request_.where.empty()) ignored.AddString(name.c_str());
        continue;
      }
      result.columns.push_back(name);
      positions_.push_back(i);
    }
    add_key_column(layer, result);
    if (!request_.geometry) ignored.AddString("OGR_GEOMETRY");
    ignored.AddString("OGR_STYLE");
    if (layer.TestCapability(OLCIgnoreFields)) layer.SetIgnoredFields(const_cast<const char**>(ignored.List()));
    return true;
  }

  /// The whole-number key of a table, which the driver of PostgreSQL keeps apart from its columns.
  void add_key_column(OGRLayer& layer, VectorLayer& result) {
    const std::string name = layer.GetFIDColumn();
    if (!in_database_ || name.empty() || std::find(result.available.begin(), result.available.end(), name) != result.available.end())
      return;
    result.available.push_back(name);
    if (!request_.columns.empty() && std::find(request_.columns.begin(), request_.columns.end(), name) == request_.columns.end()) return;
    result.columns.push_back(name);
    positions_.push_back(key_position);
  }

  /// Drivers of files read the filter as OGR SQL; that of PostgreSQL would hand it to the server as it stands, so it is evaluated here.
  bool set_filter(OGRLayer& layer) {
    if (!in_database_) return layer.SetAttributeFilter(request_.where.c_str()) == OGRERR_NONE;
    filter_.emplace();
    return filter_->Compile(&layer, request_.where.c_str()) == OGRERR_NONE;
  }

  bool find_transformation(OGRLayer& layer, Transformation& into) {
    if (layer.GetGeomType() == wkbNone) return true;
    const std::string place = fmt::format("layer {}", layer.GetName());
    OGRSpatialReference source;
    if (const auto shifted = chinese_map_of(request_.crs)) {
      into.shifted = *shifted;
      source.SetFromUserInput("EPSG:4326");
    } else if (!request_.crs.empty()) {
      if (source.SetFromUserInput(request_.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
        fail(place,
             fmt::format("\"{}\" is not a coordinate reference system PROJ knows ({})", request_.crs, session_.reason("no reason given")));
        return false;
      }
    } else if (const OGRSpatialReference* own = layer.GetSpatialRef(); own != nullptr && is_known(*own)) {
      source = *own;
    } else {
      fail(place, "has no coordinate reference system; add one to the source, or a crs where the layer is named");
      return false;
    }
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference target;
    if (target.SetFromUserInput(request_.frame.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
      fail("",
           fmt::format("cannot be brought to the CRS \"{}\" of the park ({})", request_.frame.crs, session_.reason("not known to PROJ")));
      return false;
    }
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    into.geographic = source.IsGeographic();
    if (source.IsSame(&target)) return true;
    into.transformation.reset(OGRCreateCoordinateTransformation(&source, &target));
    if (into.transformation) return true;
    fail(place, fmt::format("cannot be transformed to {} ({})", request_.frame.crs, session_.reason("no reason given")));
    return false;
  }

  Attribute attribute(const OGRFeature& feature, int field) const {
    if (field == key_position) return static_cast<std::int64_t>(feature.GetFID());
    if (!feature.IsFieldSetAndNotNull(field)) return std::monostate();
    switch (feature.GetFieldDefnRef(field)->GetType()) {
      case OFTInteger:
      case OFTInteger64:
        return static_cast<std::int64_t>(feature.GetFieldAsInteger64(field));
      case OFTReal:
        return feature.GetFieldAsDouble(field);
      case OFTDate: {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
        feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
        return fmt::format("{:04}-{:02}-{:02}", year, month, day);
      }
      default:
        return std::string(feature.GetFieldAsString(field));
    }
  }

  void read_features(OGRLayer& layer, const Transformation& into, VectorLayer& result) {
    ShapeReader shapes(into.transformation.get(), into.geographic, request_.frame.origin, into.shifted);
    std::size_t number = 0;
    for (const OGRFeatureUniquePtr& source : layer) {
      if (filter_ && filter_->Evaluate(source.get()) == 0) continue;
      Feature& feature = result.features.emplace_back();
      feature.number = ++number;
      feature.attributes.reserve(positions_.size());
      for (const int field : positions_) feature.attributes.push_back(attribute(*source, field));
      const OGRGeometry* geometry = request_.geometry ? source->GetGeometryRef() : nullptr;
      if (geometry == nullptr) continue;
      std::unique_ptr<OGRGeometry> repaired;
      if (request_.repair && !geometry->IsValid()) {
        repaired.reset(geometry->MakeValid());
        if (repaired) {
          geometry = repaired.get();
          ++result.repaired;
        }
      }
      if (const auto fault = shapes.read(*geometry, feature.shape)) {
        fail(place_of(result, feature), *fault);
        feature.shape = {};
        feature.misplaced = true;
      }
    }
    result.repeated_vertices = shapes.repeated_vertices();
    result.turned_rings = shapes.turned_rings();
  }

  const VectorRequest& request_;
  Problems& problems_;
  std::string file_;
  GdalSession session_;
  std::vector<int> positions_;
  bool in_database_ = is_database(request_.file.string());
  std::optional<OGRFeatureQuery> filter_;
};

}  // namespace

std::optional<std::size_t> VectorLayer::column(std::string_view wanted) const {
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::optional<VectorLayer> read_vector_layer(const VectorRequest& request, Problems& problems) {
  return LayerReading(request, problems).read();
}

std::string place_of(const VectorLayer& layer, const Feature& feature) {
  return fmt::format("layer {}, feature {}", layer.name, feature.number);
}

}  // namespace parktwin::importers
