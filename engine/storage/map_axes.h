#pragma once
// Puts a raster on Earth for readers of CF conventions (GDAL's netCDF reader, QGIS, xarray): dimension scales x and y with easting and
// northing of the cell centres, and a grid mapping variable with the coordinate reference system and the GeoTransform as GDAL writes it.
// The rasters of one group that share a frame share these; a second frame in the group gets x_2, y_2 and crs_2.
// The attributes of dimension scales follow the HDF5 Dimension Scale Specification (HDF Group, 2005), so that the high-level library is
// not needed.
#include <string>
#include <vector>

#include "engine/core/grid.h"
#include "engine/park/site.h"
#include "engine/storage/hdf5_library.h"

namespace parktwin::storage::hdf5 {

class MapAxes {
 public:
  explicit MapAxes(const Site& site) : site_(&site) {}
  /// Precondition: the dataset is rows × columns of the frame, and the frame is not empty.
  void attach(hid_t group, hid_t dataset, const GridFrame& frame);
  /// Writes which datasets use each scale; call once after the last attach.
  void finish();

 private:
  struct Axes {
    std::string group;
    GridFrame frame;
    std::string mapping;
    Handle x;
    Handle y;
    std::vector<hobj_ref_t> users;
  };
  Axes& axes_for(hid_t group, const GridFrame& frame);

  const Site* site_;
  std::vector<Axes> axes_;
};

/// x of the upper left corner, cell size, 0, y of it, 0, minus cell size: north up.
[[nodiscard]] std::string geo_transform(const Site& site, const GridFrame& frame);

}  // namespace parktwin::storage::hdf5
