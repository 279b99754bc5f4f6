#include "importers/gdal_layers/open_source.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <vector>

#include "engine/core/whole_file.h"
#include "importers/gdal_layers/database_source.h"
#include "importers/gdal_layers/source_text.h"

namespace parktwin::importers {
namespace {

enum class Format { any, geojson, geopackage, csv, openstreetmap, dxf, spreadsheet, shapefile, database };

Format format_of(const std::filesystem::path& file) {
  if (is_database(file.string())) return Format::database;
  std::string name = file.filename().string();
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto ends = [&name](const char* end) { return name.ends_with(end); };
  if (ends(".geojson")) return Format::geojson;
  if (ends(".gpkg")) return Format::geopackage;
  if (ends(".csv")) return Format::csv;
  if (ends(".osm") || ends(".osm.gz") || ends(".pbf")) return Format::openstreetmap;
  if (ends(".dxf")) return Format::dxf;
  if (ends(".xlsx")) return Format::spreadsheet;
  if (ends(".shp")) return Format::shapefile;
  return Format::any;
}

/// A CSV that is not UTF-8 is read from a copy in memory that is.
std::optional<std::string> recoded_copy(const OpeningRequest& request, std::string& fault) {
  static std::atomic<unsigned> count{0};
  const auto bytes_read = read_whole(request.file);
  const auto text = bytes_read ? as_utf8(*bytes_read, request.encoding) : std::nullopt;
  if (!text) {
    fault = fmt::format("is not {}, expected a text in that encoding", request.encoding);
    return std::nullopt;
  }
  const std::string name = fmt::format("/vsimem/parktwin-{}/{}", ++count, request.file.filename().string());
  auto* bytes = static_cast<GByte*>(VSIMalloc(std::max<std::size_t>(text->size(), 1)));
  std::copy(text->begin(), text->end(), bytes);
  VSIFCloseL(VSIFileFromMemBuffer(name.c_str(), bytes, text->size(), TRUE));
  return name;
}

struct Way {
  std::vector<const char*> drivers;
  CPLStringList options;
};

Way way_for(Format format, const OpeningRequest& request) {
  Way way;
  switch (format) {
    case Format::geojson:
      way.drivers = {"GeoJSON", nullptr};
      way.options.SetNameValue("DATE_AS_STRING", "YES");
      break;
    case Format::geopackage:
      way.drivers = {"GPKG", nullptr};
      break;
    case Format::csv:
      way.drivers = {"CSV", nullptr};
      way.options.SetNameValue("HEADERS", "YES");
      if (!request.x_column.empty()) way.options.SetNameValue("X_POSSIBLE_NAMES", request.x_column.c_str());
      if (!request.y_column.empty()) way.options.SetNameValue("Y_POSSIBLE_NAMES", request.y_column.c_str());
      break;
    case Format::openstreetmap:
      way.drivers = {"OSM", nullptr};
      break;
    case Format::dxf:
      way.drivers = {"DXF", nullptr};
      break;
    case Format::spreadsheet:
      way.drivers = {"XLSX", nullptr};
      break;
    case Format::shapefile:
      way.drivers = {"ESRI Shapefile", nullptr};
      if (!request.encoding.empty()) way.options.SetNameValue("ENCODING", request.encoding.c_str());
      break;
    case Format::database:
      way.drivers = {"PostgreSQL", nullptr};
      break;
    case Format::any:
      break;
  }
  return way;
}

}  // namespace

OpenedSource::~OpenedSource() {
  dataset_.reset();
  if (!copy_.empty()) VSIUnlink(copy_.c_str());
}

std::optional<OpenedSource> open_source(const OpeningRequest& request, GdalSession& session, std::string& fault) {
  const Format format = format_of(request.file);
  OpenedSource source;
  std::string name = request.file.string();
  std::optional<std::string> found;
  if (format == Format::csv && !request.encoding.empty()) {
    const auto copy = recoded_copy(request, fault);
    if (!copy) return std::nullopt;
    name = source.copy_ = *copy;
  }
  if (format == Format::openstreetmap && name.ends_with(".gz")) {
    found = fault_of_gzip(request.file);
    name = "/vsigzip/" + name;
  }
  if (format == Format::spreadsheet) found = fault_of_spreadsheet(request.file, request.layer);
  if (format == Format::database) found = fault_of_connection(name);
  if (found) {
    fault = *found;
    return std::nullopt;
  }
  if (format == Format::database) name = connection_for_gdal(name, request.password);
  const Way way = way_for(format, request);
  const CPLConfigOptionSetter headers("OGR_XLSX_HEADERS", "FORCE", false);
  const CPLConfigOptionSetter tables("PG_LIST_ALL_TABLES", "YES", false);  // those without geometry as well
  source.dataset_.reset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                          way.drivers.empty() ? nullptr : way.drivers.data(), way.options.List()));
  if (!source.dataset_) {
    fault = fmt::format("cannot be opened as a layer ({})",
                        without_password(session.reason("no driver of GDAL knows its format"), request.password));
    return std::nullopt;
  }
  if (format == Format::spreadsheet) {  // sheets are read when first asked for: while the option holds
    for (OGRLayer* layer : source.dataset_->GetLayers()) static_cast<void>(layer->GetLayerDefn());
  }
  if (format == Format::openstreetmap && !request.layer.empty()) {
    source.dataset_->ReleaseResultSet(source.dataset_->ExecuteSQL(("SET interest_layers = " + request.layer).c_str(), nullptr, nullptr));
    static_cast<void>(session.take_failures());  // an unknown layer is named when it is looked for
  }
  return source;
}

}  // namespace parktwin::importers
