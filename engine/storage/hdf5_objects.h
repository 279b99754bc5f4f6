#pragma once
// Groups, attributes and datasets of numbers and texts. Numbers are stored little-endian in their own width and signedness; texts as
// variable-length UTF-8. Arrays above a few kilobytes are chunked, shuffled and deflated. Reading insists on the stored type and shape:
// nothing is converted. Everything here throws Failure.
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "engine/storage/hdf5_library.h"

namespace parktwin::storage::hdf5 {

/// Extents, slowest first; empty for a scalar.
using Shape = std::vector<hsize_t>;

struct NumberType {
  bool floating = false;
  bool is_signed = false;
  std::size_t bytes = 0;
};

template <class T>
[[nodiscard]] constexpr NumberType number_type() {
  static_assert(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
  return {std::is_floating_point_v<T>, std::is_signed_v<T>, sizeof(T)};
}

[[nodiscard]] Handle create_group(hid_t parent, const std::string& name);
[[nodiscard]] Handle open_group(hid_t parent, const std::string& name);

void write_attribute(hid_t object, const std::string& name, const std::string& text);
void write_number_attribute(hid_t object, const std::string& name, const void* values, NumberType type, const Shape& shape);
template <class T>
requires std::is_arithmetic_v<T>
void write_attribute(hid_t object, const std::string& name, T number) {
  write_number_attribute(object, name, &number, number_type<T>(), {});
}
[[nodiscard]] std::string read_text_attribute(hid_t object, const std::string& name);
void read_number_attribute(hid_t object, const std::string& name, void* value, NumberType type);
template <class T>
[[nodiscard]] T read_attribute(hid_t object, const std::string& name) {
  T value{};
  read_number_attribute(object, name, &value, number_type<T>());
  return value;
}

[[nodiscard]] std::size_t count_of(const Shape& shape);
[[nodiscard]] Handle open_dataset(hid_t group, const std::string& name);
[[nodiscard]] Shape shape_of(hid_t dataset);

/// Precondition: values holds count_of(shape) numbers. `fill` may be null. Returns the dataset for attributes.
Handle write_numbers(hid_t group, const std::string& name, const void* values, NumberType type, const Shape& shape, const void* fill);
template <class T>
Handle write_numbers(hid_t group, const std::string& name, const std::vector<T>& values, const Shape& shape) {
  if constexpr (std::is_floating_point_v<T>) {
    const T fill = std::numeric_limits<T>::quiet_NaN();
    return write_numbers(group, name, values.data(), number_type<T>(), shape, &fill);
  } else {
    return write_numbers(group, name, values.data(), number_type<T>(), shape, nullptr);
  }
}
Handle write_texts(hid_t group, const std::string& name, const std::vector<std::string>& values, const Shape& shape);

void read_numbers(hid_t dataset, void* values, NumberType type);
template <class T>
[[nodiscard]] std::vector<T> read_numbers(hid_t dataset) {
  std::vector<T> values(count_of(shape_of(dataset)));
  read_numbers(dataset, values.data(), number_type<T>());
  return values;
}
[[nodiscard]] std::vector<std::string> read_texts(hid_t dataset);

}  // namespace parktwin::storage::hdf5
