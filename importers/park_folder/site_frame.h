#pragma once
// The frame of a park: its CRS, origin and boundary, from the `site` and `boundary` blocks of park.yaml.
#include <filesystem>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/note.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/gdal_layers/vector_layer.h"
#include "importers/park_folder/park_file.h"

namespace parktwin::importers {

struct SiteFrame {
  Site site;
  LocalFrame frame;
  bool known = false;    ///< the CRS is usable and the origin known
  bool bounded = false;  ///< the boundary could be read
};

/// Request for a layer of park.yaml, its file taken relative to the folder.
[[nodiscard]] VectorRequest request_for(const LayerSource& source, const std::filesystem::path& folder, const LocalFrame& frame);

/// The boundary is the union list of all areas of its layer. Without an origin in park.yaml it is the south-west corner of the boundary,
/// rounded down to full 100 m; without longitude and latitude they come from the CRS. Both are noted.
[[nodiscard]] SiteFrame read_site(const ParkFile& file, const std::filesystem::path& folder, Problems& problems, std::vector<Note>& notes);

}  // namespace parktwin::importers
