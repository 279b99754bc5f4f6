#include "engine/storage/hdf5_objects.h"

#include <algorithm>
#include <numeric>

#include "engine/core/check.h"

namespace parktwin::storage::hdf5 {
namespace {

constexpr std::size_t compressed_from_bytes = 4096;
constexpr hsize_t chunk_width = 512;          // columns, of an array of two dimensions
constexpr hsize_t chunk_values = 256 * 1024;  // of all arrays
constexpr unsigned deflate_level = 1;

template <std::size_t bytes>
hid_t little_endian_integer(bool is_signed) {
  if constexpr (bytes == 1) return is_signed ? H5T_STD_I8LE : H5T_STD_U8LE;
  if constexpr (bytes == 2) return is_signed ? H5T_STD_I16LE : H5T_STD_U16LE;
  if constexpr (bytes == 4) return is_signed ? H5T_STD_I32LE : H5T_STD_U32LE;
  return is_signed ? H5T_STD_I64LE : H5T_STD_U64LE;
}

/// Type in the file. On the supported little-endian machines it is the type in memory as well.
hid_t type_of(NumberType type) {
  if (type.floating) return type.bytes == sizeof(float) ? H5T_IEEE_F32LE : H5T_IEEE_F64LE;
  if (type.bytes == 1) return little_endian_integer<1>(type.is_signed);
  if (type.bytes == 2) return little_endian_integer<2>(type.is_signed);
  if (type.bytes == 4) return little_endian_integer<4>(type.is_signed);
  return little_endian_integer<8>(type.is_signed);
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), "cannot make a text type");
  require(H5Tset_size(type.get(), H5T_VARIABLE), "cannot make a text type");
  require(H5Tset_cset(type.get(), H5T_CSET_UTF8), "cannot make a text type");
  return type;
}

Handle space_of(const Shape& shape) {
  if (shape.empty()) return {H5Screate(H5S_SCALAR), "cannot make a data space"};
  return {H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), "cannot make a data space"};
}

Handle creation_properties(const Shape& shape, std::size_t bytes) {
  Handle properties(H5Pcreate(H5P_DATASET_CREATE), "cannot make dataset properties");
  require(H5Pset_obj_track_times(properties.get(), false), "cannot make dataset properties");
  if (bytes < compressed_from_bytes || shape.empty()) return properties;
  PARKTWIN_CHECK(shape.size() <= 2, "arrays have one or two dimensions");
  Shape chunk = shape;
  const hsize_t width = shape.size() == 2 ? std::min(shape[1], chunk_width) : 1;
  chunk.back() = width;
  chunk.front() = std::min(shape.front(), chunk_values / width);
  require(H5Pset_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data()), "cannot set chunks");
  require(H5Pset_shuffle(properties.get()), "cannot set shuffling");
  require(H5Pset_deflate(properties.get(), deflate_level), "cannot set compression");
  return properties;
}

Handle create_attribute(hid_t object, const std::string& name, hid_t type, const Shape& shape) {
  const Handle space = space_of(shape);
  return {H5Acreate2(object, name.c_str(), type, space.get(), H5P_DEFAULT, H5P_DEFAULT), "cannot create attribute " + name};
}

Handle open_attribute(hid_t object, const std::string& name) {
  if (H5Aexists(object, name.c_str()) <= 0) throw Failure("attribute " + name + " is missing");
  return {H5Aopen(object, name.c_str(), H5P_DEFAULT), "cannot open attribute " + name};
}

bool is_text(hid_t type) { return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0; }

void require_link(hid_t parent, const std::string& name, const char* kind) {
  if (H5Lexists(parent, name.c_str(), H5P_DEFAULT) <= 0) throw Failure(std::string(kind) + " is missing");
}

}  // namespace

Handle create_group(hid_t parent, const std::string& name) {
  return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), "cannot create group " + name};
}

Handle open_group(hid_t parent, const std::string& name) {
  require_link(parent, name, "group");
  return {H5Gopen2(parent, name.c_str(), H5P_DEFAULT), "expected a group"};
}

void write_attribute(hid_t object, const std::string& name, const std::string& text) {
  const Handle type = text_type();
  const Handle attribute = create_attribute(object, name, type.get(), {});
  const char* characters = text.c_str();
  require(H5Awrite(attribute.get(), type.get(), &characters), "cannot write attribute " + name);
}

void write_number_attribute(hid_t object, const std::string& name, const void* values, NumberType type, const Shape& shape) {
  const Handle attribute = create_attribute(object, name, type_of(type), shape);
  require(H5Awrite(attribute.get(), type_of(type), values), "cannot write attribute " + name);
}

std::string read_text_attribute(hid_t object, const std::string& name) {
  const Handle attribute = open_attribute(object, name);
  const Handle stored(H5Aget_type(attribute.get()), "cannot read attribute " + name);
  const Handle space(H5Aget_space(attribute.get()), "cannot read attribute " + name);
  if (!is_text(stored.get()) || H5Sget_simple_extent_npoints(space.get()) != 1) throw Failure("attribute " + name + " is not one text");
  const Handle type = text_type();
  char* characters = nullptr;
  require(H5Aread(attribute.get(), type.get(), &characters), "cannot read attribute " + name);
  std::string text = characters == nullptr ? "" : characters;
  H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, &characters);
  return text;
}

void read_number_attribute(hid_t object, const std::string& name, void* value, NumberType type) {
  const Handle attribute = open_attribute(object, name);
  const Handle stored(H5Aget_type(attribute.get()), "cannot read attribute " + name);
  const Handle space(H5Aget_space(attribute.get()), "cannot read attribute " + name);
  if (H5Tequal(stored.get(), type_of(type)) <= 0 || H5Sget_simple_extent_npoints(space.get()) != 1) {
    throw Failure("attribute " + name + " is not one number of the expected type");
  }
  require(H5Aread(attribute.get(), type_of(type), value), "cannot read attribute " + name);
}

std::size_t count_of(const Shape& shape) { return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>()); }

Handle open_dataset(hid_t group, const std::string& name) {
  require_link(group, name, "dataset");
  return {H5Dopen2(group, name.c_str(), H5P_DEFAULT), "expected a dataset"};
}

Shape shape_of(hid_t dataset) {
  const Handle space(H5Dget_space(dataset), "cannot read the shape");
  Shape shape(static_cast<std::size_t>(require(H5Sget_simple_extent_ndims(space.get()), "cannot read the shape")));
  if (!shape.empty()) require(H5Sget_simple_extent_dims(space.get(), shape.data(), nullptr), "cannot read the shape");
  return shape;
}

Handle write_numbers(hid_t group, const std::string& name, const void* values, NumberType type, const Shape& shape, const void* fill) {
  const Handle space = space_of(shape);
  const Handle properties = creation_properties(shape, count_of(shape) * type.bytes);
  if (fill != nullptr) require(H5Pset_fill_value(properties.get(), type_of(type), fill), "cannot set a fill value");
  Handle dataset(H5Dcreate2(group, name.c_str(), type_of(type), space.get(), H5P_DEFAULT, properties.get(), H5P_DEFAULT),
                 "cannot create dataset " + name);
  if (count_of(shape) > 0) {
    require(H5Dwrite(dataset.get(), type_of(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values), "cannot write dataset " + name);
  }
  return dataset;
}

Handle write_texts(hid_t group, const std::string& name, const std::vector<std::string>& values, const Shape& shape) {
  PARKTWIN_CHECK(values.size() == count_of(shape), "as many texts as the shape says");
  const Handle type = text_type();
  const Handle space = space_of(shape);
  const Handle properties = creation_properties(shape, 0);
  Handle dataset(H5Dcreate2(group, name.c_str(), type.get(), space.get(), H5P_DEFAULT, properties.get(), H5P_DEFAULT),
                 "cannot create dataset " + name);
  std::vector<const char*> pointers;
  pointers.reserve(values.size());
  for (const auto& text : values) pointers.push_back(text.c_str());
  if (!pointers.empty()) {
    require(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "cannot write dataset " + name);
  }
  return dataset;
}

void read_numbers(hid_t dataset, void* values, NumberType type) {
  const Handle stored(H5Dget_type(dataset), "cannot read the type");
  if (H5Tequal(stored.get(), type_of(type)) <= 0) throw Failure("holds another type of number than expected");
  if (count_of(shape_of(dataset)) == 0) return;
  require(H5Dread(dataset, type_of(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values), "cannot read the numbers");
}

std::vector<std::string> read_texts(hid_t dataset) {
  const Handle stored(H5Dget_type(dataset), "cannot read the type");
  if (!is_text(stored.get())) throw Failure("expected texts, found another type");
  const Handle type = text_type();
  const Handle space(H5Dget_space(dataset), "cannot read the shape");
  std::vector<char*> pointers(count_of(shape_of(dataset)), nullptr);
  if (pointers.empty()) return {};
  require(H5Dread(dataset, type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "cannot read the texts");
  std::vector<std::string> texts;
  texts.reserve(pointers.size());
  for (const char* characters : pointers) texts.emplace_back(characters == nullptr ? "" : characters);
  H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data());
  return texts;
}

}  // namespace parktwin::storage::hdf5
