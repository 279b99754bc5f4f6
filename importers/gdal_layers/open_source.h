#pragma once
// Opens a vector source with the driver and the options its format needs: OpenStreetMap (also gzipped), DXF, spreadsheets, and CSV in other
// encodings than UTF-8. What would unfold far beyond its size is refused before GDAL unfolds it.
#include <ogrsf_frmts.h>

#include <filesystem>
#include <optional>
#include <string>

#include "importers/gdal_layers/gdal_session.h"

namespace parktwin::importers {

struct OpeningRequest {
  std::filesystem::path file;
  std::string layer;     ///< OpenStreetMap is read for this layer alone
  std::string encoding;  ///< of a CSV or Shapefile; empty: UTF-8, or as the source says
  std::string x_column;
  std::string y_column;
  std::string password;  ///< of a database
};

/// An open source, and the copy in memory it may be read from.
class OpenedSource {
 public:
  OpenedSource() = default;
  OpenedSource(OpenedSource&&) noexcept = default;
  OpenedSource& operator=(OpenedSource&&) = delete;
  ~OpenedSource();
  [[nodiscard]] GDALDataset& operator*() const { return *dataset_; }

 private:
  friend std::optional<OpenedSource> open_source(const OpeningRequest& request, GdalSession& session, std::string& fault);
  std::string copy_;
  GDALDatasetUniquePtr dataset_;
};

/// None with a fault when the source cannot be opened.
[[nodiscard]] std::optional<OpenedSource> open_source(const OpeningRequest& request, GdalSession& session, std::string& fault);

}  // namespace parktwin::importers
