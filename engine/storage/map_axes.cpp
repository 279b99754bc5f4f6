#include "engine/storage/map_axes.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "engine/storage/hdf5_objects.h"

namespace parktwin::storage::hdf5 {
namespace {

struct ReferenceEntry {
  hobj_ref_t dataset;
  int dimension;
};

/// Texts of the dimension scale specification are of fixed length.
void write_fixed_text(hid_t object, const char* name, const std::string& text) {
  const Handle type(H5Tcopy(H5T_C_S1), "cannot make a text type");
  require(H5Tset_size(type.get(), text.size() + 1), "cannot make a text type");
  const Handle space(H5Screate(H5S_SCALAR), "cannot make a data space");
  const Handle attribute(H5Acreate2(object, name, type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), "cannot create an attribute");
  require(H5Awrite(attribute.get(), type.get(), text.c_str()), "cannot write an attribute");
}

Handle write_scale(hid_t group, const std::string& name, const std::vector<double>& centres, bool easting) {
  Handle scale = write_numbers(group, name, centres.data(), number_type<double>(), {centres.size()}, nullptr);
  write_fixed_text(scale.get(), "CLASS", "DIMENSION_SCALE");
  write_fixed_text(scale.get(), "NAME", name);
  write_attribute(scale.get(), "units", std::string("m"));
  write_attribute(scale.get(), "axis", std::string(easting ? "X" : "Y"));
  write_attribute(scale.get(), "standard_name", std::string(easting ? "projection_x_coordinate" : "projection_y_coordinate"));
  write_attribute(scale.get(), "long_name", std::string(easting ? "easting of the cell centre" : "northing of the cell centre"));
  return scale;
}

void write_mapping(hid_t group, const std::string& name, const Site& site, const GridFrame& frame) {
  const std::vector<std::int32_t> nothing{0};
  const Handle mapping = write_numbers(group, name, nothing, {});
  write_attribute(mapping.get(), "long_name", "coordinate reference system: " + site.crs);
  write_attribute(mapping.get(), "GeoTransform", geo_transform(site, frame));
  if (site.crs_wkt.empty()) return;
  write_attribute(mapping.get(), "spatial_ref", site.crs_wkt);
  write_attribute(mapping.get(), "crs_wkt", site.crs_wkt);
}

hobj_ref_t reference_to(hid_t object) {
  hobj_ref_t reference = 0;
  require(H5Rcreate(&reference, object, ".", H5R_OBJECT, -1), "cannot refer to a dataset");
  return reference;
}

/// DIMENSION_LIST: per dimension of the dataset, references to its scales.
void write_dimension_list(hid_t dataset, hobj_ref_t y, hobj_ref_t x) {
  const Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), "cannot make a reference type");
  const hsize_t dimensions = 2;
  const Handle space(H5Screate_simple(1, &dimensions, nullptr), "cannot make a data space");
  const Handle attribute(H5Acreate2(dataset, "DIMENSION_LIST", type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
                         "cannot create attribute DIMENSION_LIST");
  const std::array<hvl_t, 2> lists{hvl_t{1, &y}, hvl_t{1, &x}};
  require(H5Awrite(attribute.get(), type.get(), lists.data()), "cannot write attribute DIMENSION_LIST");
}

/// REFERENCE_LIST: the datasets that use a scale, and for which of their dimensions.
void write_reference_list(hid_t scale, const std::vector<hobj_ref_t>& users, int dimension) {
  const Handle type(H5Tcreate(H5T_COMPOUND, sizeof(ReferenceEntry)), "cannot make a reference type");
  require(H5Tinsert(type.get(), "dataset", offsetof(ReferenceEntry, dataset), H5T_STD_REF_OBJ), "cannot make a reference type");
  require(H5Tinsert(type.get(), "dimension", offsetof(ReferenceEntry, dimension), H5T_NATIVE_INT), "cannot make a reference type");
  std::vector<ReferenceEntry> entries;
  for (const hobj_ref_t user : users) entries.push_back({user, dimension});
  const hsize_t count = entries.size();
  const Handle space(H5Screate_simple(1, &count, nullptr), "cannot make a data space");
  const Handle attribute(H5Acreate2(scale, "REFERENCE_LIST", type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
                         "cannot create attribute REFERENCE_LIST");
  require(H5Awrite(attribute.get(), type.get(), entries.data()), "cannot write attribute REFERENCE_LIST");
}

std::string name_of_object(hid_t object) {
  std::string name(static_cast<std::size_t>(require(H5Iget_name(object, nullptr, 0), "cannot name a group")), '\0');
  H5Iget_name(object, name.data(), name.size() + 1);
  return name;
}

}  // namespace

std::string geo_transform(const Site& site, const GridFrame& frame) {
  const double left = site.origin_easting.value() + frame.origin.x;
  const double top = site.origin_northing.value() + frame.origin.y + frame.rows * frame.cell_size;
  return fmt::format("{} {} 0 {} 0 {}", left, frame.cell_size, top, -frame.cell_size);
}

MapAxes::Axes& MapAxes::axes_for(hid_t group, const GridFrame& frame) {
  const std::string path = name_of_object(group);
  std::size_t frames_of_group = 0;
  for (auto& axes : axes_) {
    if (axes.group != path) continue;
    if (axes.frame == frame) return axes;
    ++frames_of_group;
  }
  const std::string suffix = frames_of_group == 0 ? "" : fmt::format("_{}", frames_of_group + 1);
  std::vector<double> eastings;
  for (std::int32_t column = 0; column < frame.columns; ++column) {
    eastings.push_back(site_->origin_easting.value() + frame.centre(column, 0).x);
  }
  std::vector<double> northings;
  for (std::int32_t row = 0; row < frame.rows; ++row) northings.push_back(site_->origin_northing.value() + frame.centre(0, row).y);
  Axes axes{
      path, frame, "crs" + suffix, write_scale(group, "x" + suffix, eastings, true), write_scale(group, "y" + suffix, northings, false),
      {}};
  write_mapping(group, axes.mapping, *site_, frame);
  return axes_.emplace_back(std::move(axes));
}

void MapAxes::attach(hid_t group, hid_t dataset, const GridFrame& frame) {
  Axes& axes = axes_for(group, frame);
  write_dimension_list(dataset, reference_to(axes.y.get()), reference_to(axes.x.get()));
  write_attribute(dataset, "grid_mapping", axes.mapping);
  axes.users.push_back(reference_to(dataset));
}

void MapAxes::finish() {
  for (auto& axes : axes_) {
    write_reference_list(axes.y.get(), axes.users, 0);
    write_reference_list(axes.x.get(), axes.users, 1);
  }
  axes_.clear();
}

}  // namespace parktwin::storage::hdf5
