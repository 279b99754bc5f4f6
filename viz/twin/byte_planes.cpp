#include "viz/twin/byte_planes.h"

#include <zlib.h>

#include "engine/core/check.h"

namespace parktwin::viz::twin {

std::vector<std::uint32_t> differences(std::span<const std::uint32_t> values) {
  std::vector<std::uint32_t> result;
  result.reserve(values.size());
  std::uint32_t before = 0;
  for (const std::uint32_t value : values) {
    result.push_back(value - before);
    before = value;
  }
  return result;
}

void add_planes(std::string& bytes, std::span<const std::uint32_t> values, int planes) {
  for (int plane = 0; plane < planes; ++plane) {
    for (const std::uint32_t value : values) bytes.push_back(static_cast<char>(value >> (8 * plane) & 0xFFU));
  }
}

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  const int outcome =
      compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
  PARKTWIN_CHECK(outcome == Z_OK, "zlib did not compress into as much room as it asked for");
  packed.resize(size);
  return packed;
}

}  // namespace parktwin::viz::twin
